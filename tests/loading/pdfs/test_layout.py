"""Lines put together to paragraphs."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.pdfs.layout import lay_out
from tenor.loading.pdfs.lines import Line


def column(*texts: str, left: float = 50, top: float = 700, height: float = 12) -> Iterator[Line]:
    """Lines below each other, letters 5 points wide; spaces indent a line, "" leaves half a line free."""
    bottom = top
    for text in texts:
        words = text.split()
        start = left + 5 * (len(text) - len(text.lstrip()))
        if words:
            yield Line(text.strip(), start, start + 5 * len(text.strip()), bottom, height, 5 * len(words[0]))
        bottom -= 13 if words else 7


STORY = (
    "The dam at Lowmere held on Tuesday, a keeper",
    "said. The river Ilmer fell by a hand in the ",
    "night.",
    "Nobody was hurt. The ferry will run again on",
    "Friday.",
)
PARAGRAPHS = (
    "The dam at Lowmere held on Tuesday, a keeper said. The river Ilmer fell by a hand in the night.",
    "Nobody was hurt. The ferry will run again on Friday.",
)


def paragraphs(*pages: Iterator[Line]) -> tuple[str, ...]:
    return tuple(lay_out([list(page) for page in pages]).text.split("\n\n"))


def test_a_line_that_had_room_ends_a_paragraph():
    assert paragraphs(column(*STORY)) == PARAGRAPHS


FULL = ("The dam at Lowmere held on Tuesday, a keeper", "said, and the river Ilmer fell by a hand now")


def test_an_indented_line_starts_one():
    last = "Nobody was hurt, and the ferry runs again"
    assert paragraphs(column(*FULL, f"  {last}")) == (" ".join(FULL), last)


def test_a_line_further_below_starts_one():
    assert paragraphs(column(*FULL, "", *FULL)) == (" ".join(FULL), " ".join(FULL))


@pytest.mark.parametrize("top", [687, 650])
def test_letters_of_another_size_start_one(top):
    head = ("The dam at Lowmere and all of", "the river Ilmer hold, and so do")
    below = ("of all the gates", "none broke.")
    lines = [*column(*head, top=713, height=18), *column(*below, top=top)]
    assert paragraphs(lines) == (" ".join(head), " ".join(below))


def test_items_with_bullets_are_paragraphs():
    lines = (
        "• the dam on the northern side of the town of",
        "  Port Sella with all gates, seven or eight in",
        "• the quay",
    )
    assert paragraphs(column(*lines)) == (f"{lines[0]} {lines[1].strip()}", lines[2])


def test_a_sentence_goes_on_beside_a_picture():
    beside = ("The dam at Lowmere", "held on Tuesday, a", "keeper said. The")
    below = "river Ilmer fell by a hand in the same night."
    assert paragraphs(column(*beside, below)) == (" ".join((*beside, below)),)


def test_a_name_goes_on_behind_a_hyphen():
    assert paragraphs(column("The dam at Port-", "Sella holds, the keeper said on the same day.")) == (
        "The dam at Port-Sella holds, the keeper said on the same day.",
    )


def test_a_small_letter_behind_a_sentence_goes_on_with_nothing():
    assert paragraphs(column(*FULL, "again.", "de Winter said so.")) == (
        f"{' '.join(FULL)} again.",
        "de Winter said so.",
    )


@pytest.mark.parametrize("cut", [1, 2, 4])
def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(cut):
    columns = [*column(*STORY[:cut]), *column(*STORY[cut:], left=350)]
    assert paragraphs(columns) == PARAGRAPHS
    assert paragraphs(column(*STORY[:cut]), column(*STORY[cut:])) == PARAGRAPHS


NAMED = ("The dam at Lowmere held on Tuesday, the old", "minister for the harbour and the coast, Ilse")


def test_a_name_goes_on_in_the_next_column():
    whole = (" ".join((*NAMED, "Varn, said.")),)
    assert paragraphs(column(*NAMED), column("Varn, said.")) == whole
    assert paragraphs([*column(*NAMED), *column("Varn, said.", left=350, top=674)]) == whole


def test_an_indented_line_does_not_go_on_from_the_page_before():
    assert paragraphs(column(*NAMED), column("  Varn Street is open", "again.")) == (
        " ".join(NAMED),
        "Varn Street is open again.",
    )


@pytest.mark.parametrize("end", [".", "?”", ".)"])
def test_a_finished_sentence_ends_its_paragraph_with_the_page(end):
    first = (FULL[0], FULL[1][: -len(end)] + end)
    assert paragraphs(column(*first), column(*STORY[3:])) == (" ".join(first), PARAGRAPHS[1])


def test_a_line_by_itself_does_not_go_on():
    assert paragraphs([*column("By Rosa Quayle"), *column(*FULL, top=600)]) == (
        "By Rosa Quayle",
        " ".join(FULL),
    )


def test_a_large_first_letter_joins_its_word():
    initial = Line("T", 50, 75, 674, 36, 25)
    first = Line("he dam at Lowmere held on Tuesday,", 77, 250, 700, 12, 10)
    second = Line("a keeper said.", 77, 150, 687, 12, 5)
    assert paragraphs([initial, first, second]) == ("The dam at Lowmere held on Tuesday, a keeper said.",)
    assert paragraphs([initial, first._replace(left=80)])[0].startswith("T he dam")
    assert paragraphs([initial._replace(height=12), first])[0].startswith("T he dam")
    assert paragraphs([initial]) == ("T",)


def test_words_parted_at_line_ends_are_counted():
    text = lay_out([list(column("The har-", "bour and the har-", "bour master"))])
    assert text == ("The harbour and the harbour master", 2)


def test_no_lines():
    assert lay_out([[], []]) == ("", 0)


PLACE = st.integers(-1000, 1000).map(float)
LINE = st.builds(
    Line,
    st.text("aB.-é •", min_size=1, max_size=6),
    PLACE,
    PLACE,
    PLACE,
    st.integers(0, 40).map(float),
    PLACE,
)


@given(st.lists(st.lists(LINE, max_size=6), max_size=3))
def test_no_letter_is_lost(pages):
    letters = [sign for page in pages for line in page for sign in line.text if sign not in " -"]
    assert [sign for sign in lay_out(pages).text if sign not in " -\n"] == letters
