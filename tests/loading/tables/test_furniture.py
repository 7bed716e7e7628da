"""What in the texts is nobody's report."""

import pytest

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.loading import boilerplate, repeated_lines

FOOTER = "Sign up for our weekly letter"


@pytest.fixture
def corpus():
    texts = [f"SELLA — It rains.\n\n{FOOTER}", f"The dam holds.\n\n{FOOTER}", "LOWMERE — It pours."]
    marks = as_marks(
        [0, 0, 1, 2],
        [0, 19, 16, 0],
        [7, 48, 45, 9],
        ["dateline", "repeated line", "repeated line", "dateline"],
    )
    return from_texts(texts, source=["Lantern", "Lantern", None]).with_marks(marks)


def test_kinds_of_boilerplate(corpus):
    table = boilerplate(corpus)
    assert list(table.drop(columns="word_share").itertuples(index=False, name=None)) == [
        ("repeated line", 2, 2, 12, FOOTER),
        ("dateline", 2, 2, 2, "LOWMERE — | SELLA —"),
    ]
    assert table["word_share"].tolist() == [12 / 21, 2 / 21]
    assert table.attrs["notes"] == ["14 of 21 words are boilerplate and count in no rate."]


def test_long_examples_are_shortened():
    text = "Photo: " + "very " * 30
    table = boilerplate(from_texts([text]).with_marks(as_marks([0], [0], [len(text)], ["credit"])))
    assert table["examples"].item().endswith("very…")
    assert len(table["examples"].item()) <= 60


def test_repeated_lines_by_source(corpus):
    table = repeated_lines(corpus)
    assert list(table.itertuples(index=False, name=None)) == [("Lantern", FOOTER, 2)]


def test_of_texts_without_marks():
    corpus = from_texts(["It rains."])
    assert boilerplate(corpus).empty
    assert repeated_lines(corpus).empty
