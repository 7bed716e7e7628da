"""All conventions of a text together: of the sample, of any text, of the real articles."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.texts.conventions import KINDS, Mark, find_conventions
from tenor.loading.texts.decoding import decode
from tenor.loading.texts.lines import lines_of

ROOT = Path(__file__).parents[4]
KEY = ROOT / "tests" / "data" / "sample_conventions.csv"
SAMPLE = ROOT / "data" / "sample" / "articles"
NAMES = ["Rosa Quayle", "SELLA", "Photo", "İ", "via", "May 1", "© 2031", " reported from ", "Follow @", "By "]
PIECES = st.sampled_from([*NAMES, " (MW)", " — ", ", ", ": ", "/", "\n", "\r\n", "(", ")", "."])


def texts_of(folder: Path) -> dict[str, str]:
    return {path.name: decode(path.read_bytes()).text for path in sorted(folder.iterdir())}


def test_the_sample_is_marked_as_its_key_says():
    with KEY.open(encoding="utf-8", newline="") as file:
        key = list(csv.DictReader(file))
    found, expected = [], []
    for name, text in texts_of(SAMPLE).items():
        found += [(name, *mark) for mark in find_conventions(lines_of(text)).marks]
    for row in key:
        expected.append((row["file"], int(row["start"]), int(row["end"]), row["kind"]))
    assert found == expected
    for row in key:
        fields = find_conventions(lines_of((SAMPLE / row["file"]).read_text(encoding="utf-8"))).fields
        stated = {"place": row["place"], "dateline_date": row["date"], "author": row["author"]}
        stated = {name: value for name, value in (stated | {"agency": row["agency"]}).items() if value}
        assert fields.get(row["kind"], {}) == stated


def test_marks_are_in_order_and_apart():
    story = "SELLA, May 1 — It rained on the quays."
    text = f"By Rosa Quayle\n\n{story}\n\nPhoto: Tam Orrin/Meridian Wire\n\nRead more: Rain"
    marks = find_conventions(lines_of(text)).marks
    assert [mark.kind for mark in marks] == ["byline", "dateline", "credit", "link"]
    assert marks[1] == Mark(16, 31, "dateline")
    assert text[31:].startswith("It rained")


def test_a_short_text_is_not_marked_twice():
    assert len(find_conventions(lines_of("Rain\nBy Rosa Quayle")).marks) == 1


@pytest.mark.parametrize("text", ["", " \n", "It rained.", "SELLA", "—", "By", "\ufeff\u2028\x00"])
def test_a_text_without_conventions_has_neither_marks_nor_fields(text):
    assert find_conventions(lines_of(text)) == ([], {})


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_marks_are_spans_of_any_text_in_order_apart_and_not_blank(text):
    conventions, end = find_conventions(lines_of(text)), 0
    for mark in conventions.marks:
        assert end <= mark.start < mark.end <= len(text)
        assert mark.kind in KINDS
        assert text[mark.start : mark.end].strip()
        end = mark.end
    assert set(conventions.fields) <= {"dateline", "byline"}
    assert all(value.strip() for fields in conventions.fields.values() for value in fields.values())


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "AB ",
        "—",
        "- ",
        "(",
        "(A) ",
        "A/",
        "By Aa and ",
        "Aa, ",
        "PORT SELLA — ",
        "Photo (",
        "By Aa\n",
        "—\n",
    ],
)
def test_long_texts_of_one_piece_come_to_an_end(piece):
    find_conventions(lines_of(piece * (300_000 // len(piece))))


@pytest.mark.real
def test_the_datelines_of_the_real_articles_are_found_and_little_else_is_marked(real):
    texts = texts_of(real / "polnear" / "articles")
    marks = {name: find_conventions(lines_of(text)).marks for name, text in texts.items()}
    kinds = Counter(mark.kind for found in marks.values() for mark in found)
    assert (kinds["dateline"], kinds["contribution"]) == (161, 30)
    n_words = {name: len(text.split()) for name, text in texts.items()}
    n_marked = {
        name: sum(len(texts[name][a:b].split()) for a, b, _ in found) for name, found in marks.items()
    }
    assert sum(n_marked.values()) < 0.003 * sum(n_words.values())
    assert all(n_marked[name] < 0.15 * n_words[name] for name in texts)
    labels = {
        texts[name][a:b].strip(".")
        for name, found in marks.items()
        for a, b, kind in found
        if kind == "label"
    }
    assert labels == {"ABSTRACT", "FULL TEXT"}


@pytest.mark.real
def test_speeches_have_no_conventions_of_news(real):
    texts = texts_of(real / "inaugural" / "articles")
    assert [name for name, text in texts.items() if find_conventions(lines_of(text)).marks] == []
