"""Lines that a source repeats: furniture is found, journalism is not."""

import csv
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import SITES, make_page
from made_stories import make_story

from tenor.loading.pages.main_text import read_page
from tenor.loading.texts.lines import lines_of
from tenor.loading.texts.repeated_lines import find_repeated, line_spans

SIGN_UP = "Sign up for The Lantern Letter, every Friday."


def words(line: str) -> str:
    return " ".join(re.findall(r"\w+", line))


def story(seed: int) -> list[str]:
    return make_story(seed).body


def repeated(documents: list[tuple[str, str]], **options: int) -> list[tuple[int, str]]:
    """The number of the document and the text of each line that is repeated, of (source, text) pairs."""
    spans = [line_spans(lines_of(text)) for _, text in documents]
    codes = {source: code for code, source in enumerate(sorted({source for source, _ in documents} - {""}))}
    flags = find_repeated(
        np.array([digest for lines in spans for *_, digest in lines], np.uint64),
        np.concatenate([[0], np.cumsum([len(lines) for lines in spans])]).astype(np.int64),
        np.array([end - start for lines in spans for start, end, _ in lines], np.int32),
        np.array([codes.get(source, -1) for source, _ in documents], np.int32),
        **options,
    )
    lines = [
        (number, documents[number][1][start:end])
        for number, found in enumerate(spans)
        for start, end, _ in found
    ]
    return [line for line, flag in zip(lines, flags, strict=True) if flag]


def printed(n_documents: int, *lines: str, source: str = "The Sella Lantern") -> list[tuple[str, str]]:
    """Stories of one source with `lines` in each."""
    return [(source, "\n\n".join([*story(seed), *lines])) for seed in range(n_documents)]


def test_spans_are_lines_of_two_words_and_more_without_the_space_around_them():
    text = "Advertisement\n\n  Read more.\t\r\nA\u00a0b\n   \nThe last line"
    assert [text[start:end] for start, end, _ in line_spans(lines_of(text))] == [
        "Read more.",
        "A\u00a0b",
        "The last line",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "“Thank you,” she said.",
        '"Thank you."',
        "« Merci à vous. »",
        "Q: Why is it so?",
        "he said.",
        "à la fin",
    ],
)
def test_speech_and_middles_of_sentences_are_left_out(line):
    assert line_spans(lines_of(f"{line}\nRead more."))[0][0] == len(line) + 1


def test_digests_are_the_same_on_every_machine():
    ((_, _, digest),) = line_spans(lines_of("Read more."))
    # The length, and the CRC-32 of the bytes.
    assert digest == 10 << 32 | 0xBD454DB7


def test_half_characters_have_digests_too():
    assert line_spans(lines_of("A \ud800"))[0][:2] == (0, 3)


@given(lines=st.lists(st.text("AB \t\u00c9")))
def test_equal_lines_have_equal_digests(lines):
    text = "\n".join(lines)
    spans = line_spans(lines_of(text))
    assert [text[start:end] for start, end, _ in spans] == [
        line.strip() for line in lines if len(line.split()) > 1
    ]
    pairs = {(text[start:end], digest) for start, end, digest in spans}
    assert len(pairs) == len({line for line, _ in pairs}) == len({digest for _, digest in pairs})


def test_a_line_in_five_documents_of_a_source_is_repeated():
    assert repeated(printed(5, SIGN_UP)) == [(number, SIGN_UP) for number in range(5)]


def test_a_line_in_four_documents_is_not():
    assert repeated(printed(4, SIGN_UP)) == []


def test_the_least_number_of_documents_can_be_set():
    assert len(repeated(printed(3, SIGN_UP), min_documents=3)) == 3


def test_each_source_is_judged_by_itself():
    lantern, flare = printed(5, SIGN_UP), printed(4, SIGN_UP, source="The Daily Flare")
    assert [number for number, _ in repeated(flare + lantern)] == [4, 5, 6, 7, 8]


def test_sources_whose_documents_alternate():
    pairs = zip(printed(5, SIGN_UP), printed(5, SIGN_UP, source="The Daily Flare"), strict=True)
    assert len(repeated([document for pair in pairs for document in pair])) == 10


def test_without_source_nothing_is_repeated():
    assert repeated(printed(9, SIGN_UP, source="")) == []


def test_no_documents():
    assert repeated([]) == []


def test_agency_copy_printed_five_times_is_no_furniture():
    copies = [("The Daily Flare", "\n".join(["Our own introduction to it.", *story(50)])) for _ in range(7)]
    assert repeated(copies + printed(20, source="The Daily Flare")) == []


def test_updates_of_a_story_are_no_furniture():
    updates = [("The Daily Flare", "\n".join(story(50) + story(60)[:number])) for number in range(9)]
    assert repeated(updates + printed(20, source="The Daily Flare")) == []


def test_furniture_of_other_documents_is_found_in_copies_too():
    copies = [("The Sella Lantern", "\n".join([*story(50), SIGN_UP])) for _ in range(6)]
    assert repeated(copies + printed(5, SIGN_UP)) == [(number, SIGN_UP) for number in range(11)]


def test_briefs_that_are_mostly_furniture_have_it_marked_where_longer_stories_confirm_it():
    brief = ("The Sella Lantern", f"The siren was tested.\n{SIGN_UP}\n{SIGN_UP} It is free.")
    told = repeated([brief, *printed(5, SIGN_UP, f"{SIGN_UP} It is free.")])
    assert [line for number, line in told if number == 0] == [SIGN_UP, f"{SIGN_UP} It is free."]


@pytest.mark.parametrize("line", ["(Laughter and applause)", "And the river, the river runs on."])
def test_what_documents_themselves_repeat_is_a_refrain(line):
    assert repeated([*printed(6, line, line, line), *printed(30)]) == []


def test_what_documents_themselves_repeat_is_furniture_where_it_stands_in_every_fourth():
    line = "Story continues below this advertisement"
    assert len(repeated([*printed(10, line, line), *printed(30)])) == 20


def test_a_sentence_that_comes_back_by_chance_in_a_large_source_is_no_furniture():
    others = [("The Sella Lantern", f"Report number {number} of the day.") for number in range(1000)]
    assert repeated([*printed(9, "It did not work."), *others]) == []


@given(n_documents=st.integers(1, 8), n_with=st.integers(0, 8))
def test_the_order_of_the_documents_does_not_matter(n_documents, n_with):
    documents = [*printed(n_with, SIGN_UP), *printed(n_documents)]
    turned = repeated(documents[::-1])
    assert sorted((len(documents) - 1 - number, line) for number, line in turned) == repeated(documents)


def test_furniture_that_stays_in_the_text_of_pages_is_found():
    pages = [make_page(site, number) for site in SITES for number in range(6)]
    told = repeated([(page.source, read_page(page.html).text) for page in pages])
    assert {line for _, line in told} >= {
        "Do YOU have a story? Ring our news desk day or night and ask for Dex.",
        "Read more about the Ilmer on our flood pages.",
        "Our standards: The Meridian rules of trust.",
        "© Ledger & Tide. For your own use only.",
    }
    body = {words(line) for page in pages for line in page.body}
    # What is the same in many stories of the business daily is the head of its tables.
    assert {words(line) for _, line in told} & body == {"Place Losses Cost a head"}


@pytest.mark.real
def test_of_real_articles_only_furniture_is_marked(real):
    with (real / "polnear" / "metadata.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    texts = [(real / "polnear" / "articles" / row["file"]).read_bytes().decode() for row in rows]
    told = repeated([(row["source"], text) for row, text in zip(rows, texts, strict=True)])
    lines = {(rows[number]["source"], line) for number, line in told}
    # Labels of the archive, sign-offs of two reporters, a standing note of the editors, a plea for likes.
    assert (len(told), len(lines)) == (141, 7)
    assert {source for source, _ in lines} == {"breitbart", "huff-post", "nyt", "west-journal"}
