import pandas as pd
import pytest
from sample_voices import sample_corpus, sample_key

from tenor.corpus import from_texts
from tenor.voices.speakers import merges, name_speakers
from tenor.voices.speakers.aliases import Alias, alias_key


def named(*texts, mentions, aliases=None):
    """Speaker, kind and reason of each mention, given by document, words and which of them."""
    rows = []
    for doc, words, n in mentions:
        start = -1
        for _ in range(n):
            start = texts[doc].index(words, start + 1)
        rows.append((str(doc), start, start + len(words), "indirect", start, start + len(words)))
    columns = ["doc_id", "start", "end", "kind", "speaker_start", "speaker_end"]
    table = name_speakers(pd.DataFrame(rows, columns=columns), from_texts(texts), aliases=aliases)
    return list(zip(table["speaker"], table["speaker_kind"], table["reason"], strict=True))


def name_of(text, words, n=1):
    ((speaker, kind, reason),) = named(text, mentions=[(0, words, n)])
    return speaker, kind, reason


@pytest.mark.parametrize(
    ("text", "words", "n", "speaker", "reason"),
    [
        ("Mara Quill left. Quill was late.", "Quill", 2, "Mara Quill", "surname"),
        ("Mara Quill left. Ms. Quill was late.", "Ms. Quill", 1, "Mara Quill", "title and surname"),
        ("Mara Quill left. Mara was late.", "Mara", 2, "Mara Quill", "first name"),
        ("J. T. Orr left. Orr was late.", "Orr", 2, "J. T. Orr", "surname"),
        ("Ada T. Orr left. Ada Orr was late.", "Ada Orr", 1, "Ada T. Orr", "full name"),
        ("Jan van der Orr left. Van was gone. Orr was late.", "Orr", 2, "Jan van der Orr", "surname"),
        ("Tomas “Anchor” Kell left. Kell was late.", "Kell", 2, "Tomas Kell", "surname"),
        ("Rival Mara Quill left. Mara Quill was late.", "Rival Mara Quill", 1, "Mara Quill", "full name"),
        ("The mayor, Mara Quill, left.", "The mayor, Mara Quill", 1, "Mara Quill", "full name"),
        (
            "Mara Quill, the mayor, left. The mayor was late.",
            "The mayor",
            1,
            "Mara Quill",
            "role said with the name",
        ),
        (
            "The harbour minister Mara Quill left. The minister was late.",
            "The minister",
            1,
            "Mara Quill",
            "role said with the name",
        ),
        ("Mara Quill left. She was late.", "She", 1, "Mara Quill", "pronoun"),
        ("Mara Quill, who left, was late.", "who", 1, "Mara Quill", "relative pronoun"),
        ("The Dockers’ League (DL) met. The DL left.", "DL", 2, "Dockers’ League", "abbreviation"),
        ("The Dockers’ League met. The League left.", "The League", 1, "Dockers’ League", "part of the name"),
        ("Mara Quill’s plan is old. Quill’s men left.", "Quill’s", 2, "Mara Quill", "surname"),
        ("Sen. Mara Quill (R-Sel.) left.", "Sen. Mara Quill (R-Sel", 1, "Mara Quill", "full name"),
        ("Mara Quill (Sel.) left. Quill was late.", "Quill", 2, "Mara Quill", "surname"),
        ("Mara Quill on Monday left.", "Mara Quill on Monday", 1, "Mara Quill", "full name"),
        ("Sella’s Mara Quill left. Quill was late.", "Quill", 2, "Mara Quill", "surname"),
        ("The Port’s aide, Mara Quill, left.", "The Port’s aide, Mara Quill", 1, "Mara Quill", "full name"),
        ("His aide — Mara Quill — left.", "His aide — Mara Quill", 1, "Mara Quill", "full name"),
        (
            "The secretary of state Mara Quill left.",
            "The secretary of state Mara Quill",
            1,
            "Mara Quill",
            "full name",
        ),
        ("Secretary of State Mara Quill left. Quill was late.", "Quill", 2, "Mara Quill", "surname"),
        ("Perhaps Quill left. Mara Quill was late.", "Quill", 1, "Mara Quill", "surname"),
        ("Author Mara Quill left.", "Author Mara Quill", 1, "Mara Quill", "full name"),
        (
            "Joe Kell left. Joseph R. Kell Jr. was late.",
            "Joseph R. Kell",
            1,
            "Joe Kell",
            "another form of the name",
        ),
    ],
)
def test_what_a_mention_means(text, words, n, speaker, reason):
    found = name_of(text, words, n)
    assert (found[0], found[2]) == (speaker, reason)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Officials in Sella left.", "Officials in Sella", "group"),
        ("Two witnesses left.", "Two witnesses", "group"),
        ("A spokesman for the port left.", "A spokesman for the port", "unnamed"),
        ("People familiar with the talks left.", "People familiar with the talks", "unnamed"),
        ("One aide, who asked not to be named, left.", "One aide, who asked not to be named", "unnamed"),
        ("The ministry left.", "The ministry", "body"),
        ("The SPQR left.", "The SPQR", "body"),
        ("A new poll of voters left.", "A new poll of voters", "record"),
        ("64 percent of voters left.", "64 percent of voters", "group"),
        ("Ms Quill and Mr Orr left.", "Ms Quill and Mr Orr", "group"),
        ("Critics left.", "Critics", "group"),
        ("Some aides, including Mara Quill, left.", "Some aides, including Mara Quill", "group"),
        ("Quill, a teacher, left.", "Quill, a teacher", "person"),
    ],
)
def test_who_has_no_name(text, words, kind):
    assert name_of(text, words)[1:] == (kind, "as written")


def test_who_says_i_is_the_author_and_not_who_spoke_last():
    text = "Mara Quill said it would rain. I believe her."
    assert named(text, mentions=[(0, "Mara Quill", 1), (0, "I", 1)])[1] == (
        "(the author)",
        "unnamed",
        "first person",
    )


def test_answers_of_an_interview_are_those_of_the_one_named_there_or_of_nobody_known():
    turns = "Q: Why?\n\nA: Ask the river."
    assert name_of(f"Mara Quill, the engineer, met us.\n\n{turns}", "A")[::2] == (
        "Mara Quill",
        "the one interviewed",
    )
    assert name_of(turns, "A") == ("the one interviewed", "unnamed", "the one interviewed")


def test_whose_campaign_it_is_does_not_make_a_name_the_speaker():
    assert name_of("Mara Quill left. The Quill campaign was late.", "The Quill campaign")[0] != "Mara Quill"


def test_two_of_one_surname_are_told_apart_by_title_or_not_at_all():
    text = "Mr. Ned Orr and Ms. Ada Orr left. Ms. Orr was late. Orr was not."
    assert name_of(text, "Ms. Orr")[0] == "Ada Orr"
    assert name_of(text, "Orr", 4)[0] == "Orr"


def test_a_surname_of_several_is_that_of_the_one_whom_most_documents_mean():
    texts = ("Mara Quill and Ned Quill left. Quill was late.", *["Mara Quill left."] * 3)
    mentions = [(0, "Quill", 3), *((doc, "Mara Quill", 1) for doc in (1, 2, 3))]
    assert named(*texts, mentions=mentions)[0][::2] == ("Mara Quill", "surname of several, mostly theirs")


def test_pronouns_follow_what_other_pronouns_told():
    text = "Mara Quill saw her son. Ned Kell saw his, and he left.\n\nMara Quill met Ned Kell. She left."
    assert name_of(text, "She", 1)[0] == "Mara Quill"


def test_a_surname_is_that_of_the_one_person_named_in_full_elsewhere():
    texts = ("Mara Quill left.", "Ms Quill was late.")
    _, (speaker, _, reason) = named(*texts, mentions=[(0, "Mara Quill", 1), (1, "Ms Quill", 1)])
    assert (speaker, reason) == ("Mara Quill", "surname, full name in other documents")


def test_two_persons_elsewhere_leave_a_surname_as_it_is():
    texts = ("Mara Quill left.", "Ned Quill left.", "Quill was late.")
    mentions = [(0, "Mara Quill", 1), (1, "Ned Quill", 1), (2, "Quill", 1)]
    assert named(*texts, mentions=mentions)[-1][0] == "Quill"


def test_a_name_with_a_word_in_front_is_that_of_other_documents():
    texts = ("Shy Mara Quill left.", "Mara Quill left.")
    assert named(*texts, mentions=[(0, "Shy Mara Quill", 1)])[0][0] == "Shy Mara Quill"
    both = [(0, "Shy Mara Quill", 1), (1, "Mara Quill", 1)]
    assert [speaker for speaker, *_ in named(*texts, mentions=both)] == ["Mara Quill", "Mara Quill"]


def test_a_word_in_front_of_initials_is_no_name():
    texts = ("RED-FACED J. R. Quill left.", "J. R. Quill left.")
    assert named(*texts, mentions=[(0, "RED-FACED J. R. Quill", 1), (1, "J. R.", 1)])[0][0] == "J. R. Quill"


def test_a_middle_name_makes_nobody_else_where_one_alone_has_it():
    texts = ("Mara Ann Quill left. Quill was late.", "Mara Quill left.", "Mara Eve Quill left.")
    mentions = [(0, "Quill", 2), (1, "Mara Quill", 1), (2, "Mara Eve Quill", 1)]
    assert named(*texts[:2], mentions=mentions[:2])[0][0] == "Mara Quill"
    assert named(*texts, mentions=mentions)[0][0] == "Mara Ann Quill"


def test_a_heading_in_capitals_names_nobody():
    text = "Mara Quill left the bridge.\n\nMayor Says Old Bridge Stays\n\nThen she was late."
    assert name_of(text, "she")[0] == "Mara Quill"


def test_what_something_is_in_is_nobody():
    text = "Mara Quill left New Sella. It rains in New Sella, and in New Sella she was late."
    assert name_of(text, "she")[0] == "Mara Quill"
    assert name_of(text, "New Sella")[1] == "body"


def test_a_title_ends_no_sentence():
    text = "Ned Kell left. Like him, Ms. Quill, born Mara Quill, was at Loft Hale. She was late."
    assert name_of(text, "She")[0] == "Mara Quill"


def test_who_behind_a_common_noun_is_what_the_noun_says():
    text = "Mara Quill met the people who left, and Ned Orr, who was late."
    mentions = [(0, "who", 1), (0, "who", 2)]
    assert named(text, mentions=mentions) == [
        ("people", "group", "as written"),
        ("Ned Orr", "person", "relative pronoun"),
    ]


def test_a_campaign_is_nobody_with_a_role_in_it():
    text = "The campaign spokesman Ned Kell left. The campaign was late."
    assert name_of(text, "The campaign", 2)[0] == "campaign"


def test_who_is_named_in_what_is_said_is_not_who_said_it():
    text = "Mara Quill left. “I met Ada Orr,” she said."
    rows = pd.DataFrame(
        {
            "doc_id": ["0"],
            "start": [18],
            "end": [32],
            "kind": ["direct"],
            "speaker_start": [34],
            "speaker_end": [37],
        }
    )
    assert name_speakers(rows, from_texts([text]))["speaker"].tolist() == ["Mara Quill"]
    assert name_speakers(rows.assign(kind="indirect"), from_texts([text]))["speaker"].tolist() == ["Ada Orr"]


def test_what_stands_in_marks_alone_is_not_who_is_meant():
    assert name_of("Mara Quill was in “Ada Lost” last year. She was late.", "She")[0] == "Mara Quill"


def test_who_spoke_last_goes_on_in_the_next_paragraph():
    text = "Mara Quill said that Ada Orr left.\n\nIt rains, she said."
    assert named(text, mentions=[(0, "Mara Quill", 1), (0, "she", 1)])[1][0] == "Mara Quill"


def test_a_title_is_a_role_and_the_place_before_or_behind_it_a_part_of_it():
    text = (
        "Sella Sen. Ada Orr left. Sen. Ned Kell of Loft stayed. The Sella senator and the Loft senator met."
    )
    mentions = [(0, "The Sella senator", 1), (0, "the Loft senator", 1)]
    assert [speaker for speaker, *_ in named(text, mentions=mentions)] == ["Ada Orr", "Ned Kell"]


def test_a_role_of_several_is_that_of_the_one_named_last():
    text = "President Ada Orr met President Ned Kell. The president was late."
    assert name_of(text, "The president")[::2] == ("Ned Kell", "several fit, named last")


def test_they_are_the_group_that_was_heard_last():
    text = "The Port Office was late. Two witnesses left, and they were late. It rained."
    mentions = [(0, "Two witnesses", 1), (0, "they", 1), (0, "It", 1)]
    assert [speaker for speaker, *_ in named(text, mentions=mentions)] == [
        "two witnesses",
        "two witnesses",
        "Port Office",
    ]


def test_an_alias_overrules():
    aliases = {alias_key("the keeper"): Alias("Mara Quill", "person", True)}
    assert named("The keeper left.", mentions=[(0, "The keeper", 1)], aliases=aliases)[0] == (
        "Mara Quill",
        "person",
        "alias",
    )


def test_a_speaker_that_is_given_stays():
    rows = pd.DataFrame(
        {"doc_id": ["0"], "start": [0], "end": [4], "kind": ["direct"], "speaker": ["Mara Quill"]}
    )
    table = name_speakers(rows, from_texts(["Rain, she said."]))
    assert table[["speaker", "reason"]].values.tolist() == [["Mara Quill", "given"]]


def test_nobody_is_nobody():
    rows = pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [4], "kind": ["direct"]})
    assert (
        name_speakers(rows, from_texts(["Rain."]))[["speaker", "speaker_kind", "reason"]]
        .isna()
        .all(axis=None)
    )


@pytest.mark.parametrize("text", ["“”", "，。", "ЁЖИК", "🌊", "’s", "  ,", "—"])
def test_odd_mentions_are_read(text):
    name_of(text + " said.", text)


def test_many_speakers_in_a_document_are_read():
    text = " ".join(f"Mara Quill{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} said." for n in range(3_000))
    assert len(named(text, mentions=[(0, "Mara Quillaa", n) for n in (1, 2)])) == 2


def test_officials_are_known_by_what_is_said_with_their_names():
    text = "The mayor, Mara Quill, left. The singer Ned Orr left. Ada Kell left."
    rows = [(text.index(words), words) for words in ("Mara Quill", "Ned Orr", "Ada Kell")]
    table = pd.DataFrame([("0", 0, 3, "direct", start, start + len(words)) for start, words in rows])
    table.columns = ["doc_id", "start", "end", "kind", "speaker_start", "speaker_end"]
    named_table = name_speakers(table, from_texts([text]))
    assert named_table["is_official"].isna().tolist() == [False, False, True]
    assert named_table["is_official"][:2].tolist() == [True, False]


def test_merges_tell_each_mention_and_its_reason():
    text = "Mara Quill left. Quill was late. Quill came."
    corpus = from_texts([text])
    places = [0, 17, 33]
    rows = pd.DataFrame(
        {
            "doc_id": ["0"] * 3,
            "start": places,
            "end": [n + 5 for n in places],
            "kind": ["direct"] * 3,
            "speaker_start": places,
            "speaker_end": [10, 22, 38],
        }
    )
    table = merges(name_speakers(rows, corpus))
    assert table[["speaker", "mention", "reason", "n_quotations"]].values.tolist() == [
        ["Mara Quill", "Quill", "surname", 2],
        ["Mara Quill", "Mara Quill", "full name", 1],
    ]


def test_most_of_the_samples_mentions_with_a_name_are_resolved_as_its_key_says():
    key = sample_key()
    known = key[key["speaker_start"].notna() & key["speaker"].str.match(r"(?:[A-Z]\S* )+[A-Z]")]
    found = name_speakers(known.assign(speaker=pd.NA), sample_corpus())
    same = [
        alias_key(one) == alias_key(other)
        for one, other in zip(known["speaker"], found["speaker"], strict=True)
    ]
    assert sum(same) / len(same) > 0.9
