"""Damaged texts made whole; good ones left alone."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import PARAGRAPHS

from tenor.loading.outcomes import REASONS
from tenor.loading.texts.health import mend

QUOTED = "“The quay won’t open before Friday” — says Renée Aubel"
# Letters, and all that takes part in the damage.
DAMAGE = (
    "aeo\n\t .ßé—“”’ا👩ÃÂâ€œ™©¡¨ ̈ﬁРСЂі‚Äô√\x1f\x85\x93\x9d\u0301\u0308\u00ad\u200c\u200d\u200e\ufeff\ufffd"
)
damaged = st.text(st.one_of(st.sampled_from(DAMAGE), st.characters(exclude_categories=["Cs"])))


def misread(text: str, page: str = "cp1252") -> str:
    """The text written in UTF-8 and read in a code page; bytes that mean nothing there stay."""
    return "".join(
        bytes([byte]).decode(page, "ignore") or bytes([byte]).decode("latin-1") for byte in text.encode()
    )


def reasons(text: str) -> list[str]:
    return [reason for reason, _ in mend(text).changes]


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_good_text_stays_as_it_is(language):
    text = PARAGRAPHS[language]
    assert mend(text) == (text, [])
    assert mend(text.upper()) == (text.upper(), [])


@pytest.mark.parametrize("language", sorted({*PARAGRAPHS} - {"en"}))
def test_text_in_any_language_survives_being_misread(language):
    text = PARAGRAPHS[language]
    assert mend(misread(text)).text == text


@pytest.mark.parametrize(
    ("damaged", "whole", "n_places"),
    [
        ("The bridge wasnâ€™t closed.", "The bridge wasn’t closed.", "1 place"),
        (misread(misread("The quay won’t open")), "The quay won’t open", "1 place"),
        (misread(QUOTED), QUOTED, "5 places"),
        (misread("un café"), "un café", "1 place"),
        ("Un cafÃ© “au port” près du café", "Un café “au port” près du café", "1 place"),
        (misread("Ce n’est pas fini", "latin-1"), "Ce n’est pas fini", "1 place"),
        ("It\x92s over, \x93he\x94 said", "It’s over, “he” said", "3 places"),
        ("It‚Äôs over", "It’s over", "1 place"),
        (misread("Докеры бастуют", "cp1251"), "Докеры бастуют", "2 places"),
        ("voilÃ  le quai", "voilà le quai", "1 place"),
        ("â€œSoonâ€\ufffd, he said", "“Soon”, he said", "2 places"),
        ("â€œSoonâ€ he said", "“Soon” he said", "2 places"),
        ("OuÃ \u0308d AÃ1⁄4le", "Ouèd Aüle", "2 places"),
    ],
)
def test_mojibake_is_read_anew(damaged, whole, n_places):
    assert mend(damaged) == (whole, [("mojibake repaired", n_places)])


def test_only_damaged_lines_are_read_anew():
    assert mend("cafÃ©\nÃŽ") == ("café\nÃŽ", [("mojibake repaired", "1 place")])


@pytest.mark.parametrize("sign", ["\ufeff", "\x07", "\x7f", "\u2060", "\u202a", "\u200e", "\x1b", "\x81"])
def test_signs_that_show_as_nothing_go(sign):
    assert mend(f"{sign}The dock{sign}ers") == ("The dockers", [("control characters removed", "2 places")])


def test_controls_that_part_words_become_a_space():
    assert mend("dockers\x1fquay").text == "dockers quay"


@pytest.mark.parametrize("text", ["a\tb\r\nc\x0bd\x0ce", "a\u200bb", "a\xa0b", "a\0b"])
def test_white_space_and_what_tells_of_other_faults_stay(text):
    assert mend(text) == (text, [])


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "👩‍🚒", "❤️‍🔥", "שלום\u200f!", "سلام \u200e(Ilmer)"])
def test_joiners_and_directions_stay_where_they_do_something(text):
    assert mend(text) == (text, [])


def test_joiners_go_where_they_do_nothing():
    assert mend("Auf\u200clage, \u200dand").text == "Auflage, and"


@pytest.mark.parametrize(
    ("hyphened", "whole"),
    [
        ("news\u00adpaper", "newspaper"),
        ("news\u00ad\r\n  paper", "newspaper"),
        ("the end\u00ad\n\nA new line", "the end\n\nA new line"),
        ("in\u00ad\n1999", "in\n1999"),
    ],
)
def test_soft_hyphens_go_with_the_line_end_that_they_part_a_word_at(hyphened, whole):
    assert mend(hyphened) == (whole, [("soft hyphens removed", "1 place")])


def test_ligatures_are_parted():
    assert mend("ﬁnal oﬃce ﬂoor eﬀort ﬆay ﬅay baﬄed").text == "final office floor effort stay stay baffled"
    assert mend("ﬁnal oﬃce").changes == [("ligatures parted", "2 places")]


@pytest.mark.parametrize("language", ["cs", "fr", "ko", "vi"])
def test_letters_and_their_accents_are_composed(language):
    text = PARAGRAPHS[language]
    mended = mend(unicodedata.normalize("NFD", text))
    assert mended.text == unicodedata.normalize("NFC", text)
    assert [reason for reason, _ in mended.changes] == ["letters composed"]


def test_composed_words_are_counted():
    assert mend("cafe\u0301 Ne\u0301o, ete\u0301").changes == [("letters composed", "3 places")]


def test_accents_that_have_no_single_letter_stay():
    assert mend("x\u0302 and m\u0303") == ("x\u0302 and m\u0303", [])


def test_mojibake_is_known_behind_decomposed_letters_too():
    assert mend(unicodedata.normalize("NFD", misread("Ramírez"))).text == "Ramírez"


def test_each_change_has_its_own_reason_and_all_are_known():
    text = "\ufeffcafe\u0301 wasnâ€™t a news\u00adpaper oﬃce"
    assert reasons(text) == [
        "letters composed",
        "mojibake repaired",
        "control characters removed",
        "soft hyphens removed",
        "ligatures parted",
    ]
    assert {REASONS[reason][0] for reason in reasons(text)} == {"changed"}


@settings(max_examples=400)
@given(damaged)
def test_a_mended_text_is_in_good_health(text):
    assert mend(mend(text).text).changes == []


@settings(max_examples=400)
@given(damaged)
def test_changes_are_told_if_and_only_if_the_text_changed(text):
    mended = mend(text)
    assert bool(mended.changes) == (mended.text != text)


@settings(max_examples=400)
@given(damaged)
def test_damage_is_found_whatever_stands_in_other_lines(text):
    assert mend(f"ﬁ\n{text}").text == f"fi\n{mend(text).text}"


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_printable_ascii_stays_as_it_is(text):
    assert mend(text) == (text, [])


def test_half_characters_do_not_stop_it():
    assert mend("a\ud83d \ufeffb") == ("a\ud83d b", [("control characters removed", "1 place")])
