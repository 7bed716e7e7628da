from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk import ngrams as nltk_ngrams
from plain_counts import corpora, ngrams_of, runs_of, unhurried

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import ngrams

COLUMNS = ["ngram", "n", "frequency", "per_million", "document_frequency", "n_stop_words", "only_stop_words"]


@pytest.fixture
def corpus():
    return from_texts(
        ["In the port strike. The port, strike. In the port strike", "In the port strike!"],
        source=["Lantern", "Courier"],
    )


def test_by_hand(corpus):
    table = ngrams(corpus)
    assert table.columns.tolist() == COLUMNS
    assert table["ngram"].tolist() == ["the port", "in the", "port strike"]
    assert table["n"].tolist() == [2, 2, 2]
    assert table["frequency"].tolist() == [4, 3, 3]
    assert table["per_million"].tolist() == [4e6 / 15, 2e5, 2e5]
    assert table["document_frequency"].tolist() == [2, 2, 2]
    assert table["n_stop_words"].tolist() == [1, 2, 0]
    assert table["only_stop_words"].tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, {"in": 3, "port": 4, "strike": 4, "the": 4}),
        (3, {"in the port": 3, "the port strike": 3}),
        (4, {"in the port strike": 3}),
        (5, {}),
    ],
)
def test_other_lengths(corpus, n, expected):
    table = ngrams(corpus, n)
    assert dict(zip(table["ngram"], table["frequency"], strict=True)) == expected
    assert (table["n"] == n).all()


def test_by_group(corpus):
    table = ngrams(corpus, 3, by="source", min_frequency=1)
    assert table[["source", "ngram", "frequency"]].to_numpy().tolist() == [
        ["Courier", "in the port", 1],
        ["Courier", "the port strike", 1],
        ["Lantern", "in the port", 2],
        ["Lantern", "the port strike", 2],
    ]
    assert table["per_million"].tolist() == [1e6 / 4, 1e6 / 4, 2e6 / 11, 2e6 / 11]


def test_notes(corpus):
    notes = ngrams(corpus, min_frequency=4).attrs["notes"]
    assert notes[0].startswith("Rates are of all 15 words. No sequence crosses a punctuation mark")
    assert notes[1] == "min_frequency = 4 leaves out rarer sequences, 6 of 10 occurrences in all."
    assert (
        ngrams(corpus, by="agency").attrs["notes"][1]
        == "2 of 2 documents have no value of 'agency' and are left out."
    )


@pytest.mark.parametrize("by", [None, "source"])
def test_an_empty_selection(corpus, by):
    table = ngrams(corpus.select(start="2031-01-01"), by=by)
    assert table.columns.tolist() == [*filter(None, [by]), *COLUMNS]
    assert len(table) == 0
    assert "There are no sequences of this length." in table.attrs["notes"]


@pytest.mark.parametrize("n", [0, 7, 2.5, True])
def test_lengths_that_are_not_allowed(corpus, n):
    with pytest.raises(UserError, match=f"n = {n} is not a length of n-grams; give a number from 1 to 6"):
        ngrams(corpus, n)


@unhurried
@given(corpora, st.integers(1, 6), st.integers(1, 3))
def test_as_counted_in_plain_python(corpus, n, min_frequency):
    table = ngrams(corpus, n, min_frequency=min_frequency)
    documents = ngrams_of(corpus, n)
    frequency = Counter(ngram for found in documents for ngram in found)
    document_frequency = Counter(ngram for found in documents for ngram in set(found))
    expected = sorted(
        ((ngram, count) for ngram, count in frequency.items() if count >= min_frequency),
        key=lambda pair: (-pair[1], pair[0]),
    )
    assert table["ngram"].tolist() == [" ".join(ngram) for ngram, _ in expected]
    assert table["frequency"].tolist() == [count for _, count in expected]
    assert table["document_frequency"].tolist() == [document_frequency[ngram] for ngram, _ in expected]


@unhurried
@given(corpora)
def test_the_order_of_documents_does_not_matter(corpus):
    reverse = corpus.take(np.arange(len(corpus.documents))[::-1])
    pd.testing.assert_frame_equal(ngrams(reverse), ngrams(corpus))


@unhurried
@given(corpora, st.integers(1, 6))
def test_as_nltk_finds_them(corpus, n):
    found = Counter(ngram for runs in runs_of(corpus) for run in runs for ngram in nltk_ngrams(run, n))
    table = ngrams(corpus, n, min_frequency=1)
    assert dict(zip(table["ngram"], table["frequency"], strict=True)) == {
        " ".join(ngram): frequency for ngram, frequency in found.items()
    }


def test_containing(corpus):
    table = ngrams(corpus, containing="in")
    assert table["ngram"].tolist() == ["in the"]
    assert table["per_million"].tolist() == [2e5]
    assert "Of these, 1 of 3 rows have a word that 'in' matches and are listed." in table.attrs["notes"]


def test_marks_alone():
    table = ngrams(from_texts(["— …", ""]), 1)
    assert len(table) == 0
    assert "There are no sequences of this length." in table.attrs["notes"]


def test_of_a_voice_and_by_voice():
    text = "The dam holds, said Orr. The dam will hold."
    quotations = pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [13], "kind": ["direct"]})
    corpus = from_texts([text]).with_quotations(quotations)
    table = ngrams(corpus, by="voice", min_frequency=1)
    assert table[["voice", "ngram"]].to_numpy().tolist() == [
        *[["narration", ngram] for ngram in ["dam will", "said orr", "the dam", "will hold"]],
        *[["direct", ngram] for ngram in ["dam holds", "the dam"]],
    ]
    assert table["per_million"].tolist() == [1e6 / 6] * 4 + [1e6 / 3] * 2


def test_words_that_are_not_counted_part_a_sequence():
    text = "The old dam holds."
    quotations = pd.DataFrame({"doc_id": ["0"], "start": [4], "end": [7], "kind": ["direct"]})
    corpus = from_texts([text]).with_quotations(quotations).select(voices=["narration"])
    assert ngrams(corpus, min_frequency=1)["ngram"].tolist() == ["dam holds"]


def test_the_lines_behind_a_row_can_be_found(corpus):
    assert ngrams(corpus, by="source").attrs["lines"] == {
        "query": "ngram",
        "by": "source",
        "count": "documents",
    }


def test_more_than_is_held_in_memory_at_a_time(corpus, monkeypatch):
    whole = ngrams(corpus, 3, min_frequency=1)
    monkeypatch.setattr("tenor.frequency.sequences._BLOCK", 2)
    pd.testing.assert_frame_equal(ngrams(corpus, 3, min_frequency=1), whole)
