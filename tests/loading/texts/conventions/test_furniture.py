"""Credits, captions, links and the like, beside sentences that begin alike."""

import pytest

from tenor.loading.texts.conventions import find_conventions
from tenor.loading.texts.lines import lines_of

PARAGRAPH = (
    "The river rose by a metre on Monday, and the town of Lowmere was cut off from the valley for a day."
)
BEFORE, AFTER = f"{PARAGRAPH}\n\n" * 2, f"\n\n{PARAGRAPH}" * 6
FURNITURE = {
    "contribution": [
        "(Reporting by Rosa Quayle; Editing by Tam Orrin)",
        "Reporting by Rosa Quayle in Lowmere and Tam Orrin in Vessen; Editing by Hugo Pell",
        "Additional reporting by Clara Dunmore in Port Sella.",
        "—Additional reporting by Clara Dunmore",
        "ADDITIONAL REPORTING BY CLARA DUNMORE",
        "Contributing: Rosa Quayle, Tam Orrin",
        "With reporting by Rosa Quayle",
        "With files from Meridian Wire",
        "Translated from the French by Odile Marsh",
        "Translated by Odile Marsh.",
        "Compiled by Rosa Quayle",
        "Edited by Tam Orrin",
    ],
    "credit": [
        "Photograph: Rosa Quayle/Meridian Wire",
        "Photo by Rosa Quayle",
        "PHOTO: Rosa Quayle / Ledger & Tide",
        "Photo: Meridian Wire",
        "(Photo by Rosa Quayle/Meridian Wire)",
        "[Photo: Rosa Quayle]",
        "Photo credit: Rosa Quayle",
        "Image: Meridian Wire",
        "Image credit: Rosa Quayle",
        "Illustration by Odile Marsh",
        "Picture: ROSA QUAYLE",
        "Rosa Quayle / Meridian",
        "ROSA QUAYLE/MERIDIAN WIRE",
        "Rosa Quayle via Meridian Images",
        "Courtesy of the National Museum",
        "Photo courtesy of Rosa Quayle",
        "Handout photo: National Museum",
        "Source: Election Office",
        "Sources: Election Office, Fiscal Institute",
        "h/t: The Sella Lantern",
        "Video: Rosa Quayle",
        "Foto: Rosa Quayle",
    ],
    "copyright": [
        "© 2031 Ledger & Tide. All rights reserved.",
        "Copyright 2031 The Sella Lantern",
        "Copyright © 2031 The Daily Flare. All rights reserved.",
        "(c) 2031 Meridian Wire",
        "© The Calderan Register 2031",
        "© Meridian Wire",
        "All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "This material may not be published, broadcast, rewritten or redistributed without permission.",
        "Reproduction without permission is prohibited.",
    ],
    "link": [
        "READ MORE: Dockers walk out at Port Sella",
        "Read more: Dockers walk out",
        "Read more »",
        "Read more about the strike",
        "Read also: The night of the flood",
        "ALSO READ: The night of the flood",
        "Also read | The night of the flood",
        "Related: Six hours of talks end without result",
        "RELATED STORIES",
        "Related articles",
        "See also: The night of the flood",
        "SEE ALSO",
        "More on this story",
        "Follow @sellalantern",
        "Follow us on Mastodon",
        "Follow Rosa Quayle on Twitter @rosaq.",
        "Follow Rosa Quayle: @rosaq",
        "Sign up for our morning newsletter",
        "Sign up here for alerts from the valley.",
        "Sign up for The Tide, our daily briefing.",
        "Subscribe to our newsletter.",
        "SUBSCRIBE NOW",
        "Click here to read the log.",
        "Watch the video above.",
        "Like us on Facebook",
        "Share this article",
        "Email: news@lantern.example",
        "https://lantern.example/log",
        "Contact the reporter at rosa@lantern.example",
        "Download our app",
        "Join the conversation",
        "You may also like",
        "Most read",
        "Recommended",
        "Listen to the full interview here",
    ],
    "caption": [
        "Caption: The bridge at Lowmere on the morning after the flood.",
        "PHOTO: The bridge at Lowmere on the morning after the flood.",
        "Photo: The bridge at Lowmere on the morning after the flood. Rosa Quayle/Meridian Wire",
        "Pictured: Jonah Birk in the cab of Crane No. 11",
        "FILE - In this March 3, 2031, file photo, dockers stand at Gate 3.",
        "FILE PHOTO: Dockers stand at Gate 3 in Port Sella.",
        "In this March 3, 2031 photo, dockers stand at Gate 3.",
        "Dockers stand at Gate 3 on Monday. (Photo by Rosa Quayle/Meridian Wire)",
        "Dockers stand at Gate 3 on Monday. (Rosa Quayle/Meridian Wire)",
        "Dockers stand at Gate 3 on Monday. Photograph: Rosa Quayle/Meridian Wire",
        "Dockers stand at Gate 3 on Monday. Photo by Rosa Quayle",
    ],
    "label": [
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below",
        "Story continues below advertisement",
        "Article continues after this advertisement",
        "ABSTRACT.",
        "FULL TEXT",
        "Continue reading the main story",
    ],
}
NOTES = [
    "Rosa Quayle contributed to this report.",
    "Rosa Quayle and Tam Orrin contributed reporting from Vessen.",
    "Meridian Wire writer Rosa Quayle contributed to this report.",
    "Quayle reported from Lowmere; Orrin from Vessen.",
    "The Meridian Wire contributed to this article.",
]
SENTENCES = [
    "Reporting by the Flare showed that the dockers had been told of the roster in January.",
    "Editing by candlelight is how the paper was made in the week of the flood.",
    "Photo by photo, the inspectors went through what the drone had brought home.",
    "Photos show that the wall had cracked before the rain came.",
    "Photograph albums floated down Harbour Road.",
    "Image: that is all the party has left, her rival said.",
    "Picture this: a river that runs uphill for nine minutes every spring.",
    "Source of the trouble was a valve no bigger than a coin.",
    "Source: two people who were in the room and who would not be named.",
    "Copyright law in Carrowe protects a song for seventy years.",
    "Copyright is not the point, said the choir.",
    "© is a sign that few of them can draw.",
    "Read more books, the teacher told them, and fewer handbills.",
    "Read the letter again, said the mayor, and then answer it.",
    "Read the log before you sail, he said.",
    "Related questions were sent to the ministry, which did not answer them.",
    "See also the night of 1987, when the wall was only drawn.",
    "Follow the river for three miles and you reach Lowmere.",
    "Follow the money on its way up the valley, and you end in Ombrel.",
    "Sign up for nothing, her mother used to say, and sign for everything.",
    "Subscribe to that view and you will vote for anybody.",
    "Click here, click there, and the lock was open, the engineer said.",
    "Watch the water, not the wall, the old keeper told him.",
    "Share this bread with us, they said at Gate 3.",
    "Contact between the two engineers was never broken.",
    "More on that point was not to be had from the ministry.",
    "More from habit than from hope, they went back to the hall.",
    "Advertisement of the post was delayed until after the vote.",
    "Story continues to be told on the quays.",
    "Abstract art is on show in the net loft.",
    "In this photograph he is six and has a feather behind his ear.",
    "In this March sun the crown looked almost warm.",
    "Caption writers were the first to be sacked at the Flare.",
    "Pictured in the log is a winch with a broken tooth.",
    "With reporting lines so long, nobody knew who had given the order.",
    "Contributing factors were the tide, the wind and a sleeping guard.",
    "Rosa Quayle contributed 400 drals to the strike fund.",
    "Orrin reported from the hall that the lights had gone out.",
    "All rights reserved for the crown were lifted in 1868.",
    "This material may be published once the inquiry is over.",
    "This article of the treaty may be read in two ways.",
    "Yes/No",
    "The vote went 71-58 (Beacon/Hearth).",
    "Ministers met at noon (see page 4).",
    "Video of the raid lasts nine minutes, and shows two plasterers.",
    "You may also ask for stew at the side door.",
    "Join us, they sang, and the whole road joined in.",
    "Like us, the fishermen of Ustrany have no boats left.",
    "Contact us, they wrote, and gave no address for it.",
    "Get the boats out, she shouted, and they did.",
    "Map: nobody had one.",
    "Credit: the bank wants it back.",
    "File that under luck, the inspector said.",
    "Edited by hand, the log runs to 61 pages.",
    "Compiled by night, the list had errors in it.",
    "Also on Thursday, the ministry said that it would answer in June.",
    "Follow us, she told the children, and they did.",
    "The guard had been asleep, and was woken by the alarm of another museum at about four.",
    "Send help, read the note that was found in a bottle at Sella Sound.",
]


def marked(text: str) -> list[tuple[str, str]]:
    return [(mark.kind, text[mark.start : mark.end]) for mark in find_conventions(lines_of(text)).marks]


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines]
)
def test_a_line_of_furniture_is_marked_whole(kind, line):
    assert marked(f"{BEFORE}{line}") == marked(f"{BEFORE}{line}{AFTER}") == [(kind, line)]


@pytest.mark.parametrize("line", NOTES)
def test_a_note_on_who_reported_is_marked_at_the_end_alone(line):
    assert marked(f"{BEFORE}{line}") == [("contribution", line)]
    assert marked(f"{BEFORE}{line}{AFTER}") == []


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_begins_like_furniture_is_not_marked(line):
    assert marked(f"{BEFORE}{line}") == marked(f"{BEFORE}{line}{AFTER}") == []


def test_what_stands_behind_the_last_sentence_is_marked_from_there():
    text = f"{BEFORE}Rosa Quayle keeps eels. Follow her on Mastodon: @rosaq."
    assert marked(text) == [("link", "Follow her on Mastodon: @rosaq.")]
    text = f"{BEFORE}From The Quay at Morning. Copyright © 2031 by Dot Mabberley."
    assert marked(text) == [("copyright", "Copyright © 2031 by Dot Mabberley.")]


def test_a_credit_behind_a_long_paragraph_leaves_the_paragraph_alone():
    text = f"{PARAGRAPH} {PARAGRAPH} {PARAGRAPH} (Photo by Rosa Quayle/Meridian Wire)"
    assert marked(text) == [("credit", "(Photo by Rosa Quayle/Meridian Wire)")]


def test_white_space_around_a_line_is_no_part_of_its_mark():
    text = f"{BEFORE}  Advertisement \r\n{AFTER}"
    assert marked(text) == [("label", "Advertisement")]


@pytest.mark.parametrize("line", ["Read more: " + "a" * 400, "(Reporting by Rosa Quayle; " + "a" * 400 + ")"])
def test_a_line_longer_than_furniture_is_left_alone(line):
    assert marked(BEFORE + line) == []


def test_corrections_are_journalism():
    assert marked(f"{BEFORE}Correction: An earlier edition gave the date as 2022. It was 2024.") == []
