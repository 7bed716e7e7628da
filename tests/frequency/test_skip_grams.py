from collections import Counter
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk import skipgrams as nltk_skip_grams
from plain_counts import corpora, runs_of, unhurried

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import skip_grams
from tenor.frequency.ngram_lists import ngrams

COLUMNS = [
    "skip_gram",
    "n",
    "frequency",
    "per_million",
    "document_frequency",
    "n_stop_words",
    "only_stop_words",
]


def skip_grams_of(run, n, skip):
    """Every choice of `n` places of a run that leaves out at most `skip` places inside."""
    places = combinations(range(len(run)), n)
    return [" ".join(run[at] for at in chosen) for chosen in places if chosen[-1] - chosen[0] < n + skip]


def test_the_sentence_of_the_paper():
    corpus = from_texts(["Insurgents killed in ongoing fighting."])
    two = skip_grams(corpus, 2, skip=2, min_frequency=1)
    assert set(two["skip_gram"]) == {
        *("insurgents killed", "insurgents in", "insurgents ongoing", "killed in", "killed ongoing"),
        *("killed fighting", "in ongoing", "in fighting", "ongoing fighting"),
    }
    three = skip_grams(corpus, 3, skip=2, min_frequency=1)
    assert set(three["skip_gram"]) == {
        *("insurgents killed in", "insurgents killed ongoing", "insurgents killed fighting"),
        *("insurgents in ongoing", "insurgents in fighting", "insurgents ongoing fighting"),
        *("killed in ongoing", "killed in fighting", "killed ongoing fighting", "in ongoing fighting"),
    }


def test_by_hand():
    corpus = from_texts(["The port strike. The long strike", "the strike, the port"])
    table = skip_grams(corpus)
    assert table.columns.tolist() == COLUMNS
    assert table["skip_gram"].tolist() == ["the strike", "the port"]
    assert table["frequency"].tolist() == [3, 2]
    assert table["per_million"].tolist() == [3e5, 2e5]
    assert table["document_frequency"].tolist() == [2, 2]
    assert table["n_stop_words"].tolist() == [1, 1]
    assert table.attrs["title"] == "Sequences of 2 words with up to 1 skipped, by frequency"
    assert table.attrs["notes"][1] == "Up to 1 word in all skipped inside a sequence."
    assert "min_frequency = 2 leaves out rarer sequences, 3 of 8 occurrences in all." in table.attrs["notes"]


@unhurried
@given(corpora, st.integers(2, 4), st.integers(1, 4), st.integers(1, 4))
def test_as_counted_in_plain_python(corpus, n, skip, min_frequency):
    documents = [[found for run in runs for found in skip_grams_of(run, n, skip)] for runs in runs_of(corpus)]
    frequency = Counter(found for its in documents for found in its)
    document_frequency = Counter(found for its in documents for found in set(its))
    rows = sorted(
        ((found, count) for found, count in frequency.items() if count >= min_frequency),
        key=lambda row: (-row[1], row[0].split(" ")),
    )
    table = skip_grams(corpus, n, skip=skip, min_frequency=min_frequency)
    assert list(zip(table["skip_gram"], table["frequency"], strict=True)) == rows
    assert table["document_frequency"].tolist() == [document_frequency[found] for found, _ in rows]


@unhurried
@given(corpora, st.integers(2, 4), st.integers(1, 4))
def test_as_nltk_finds_them(corpus, n, skip):
    runs = [run for runs in runs_of(corpus) for run in runs]
    found = Counter(" ".join(its) for run in runs for its in nltk_skip_grams(run, n, skip))
    table = skip_grams(corpus, n, skip=skip, min_frequency=1)
    assert dict(zip(table["skip_gram"], table["frequency"], strict=True)) == found


@unhurried
@given(corpora, st.integers(2, 3), st.integers(1, 3))
def test_rare_ones_are_left_out_and_counted(corpus, n, least):
    rows, kept = skip_grams(corpus, n, min_frequency=1), skip_grams(corpus, n, min_frequency=least)
    n_left_out = rows["frequency"].sum() - kept["frequency"].sum()
    told = f"{n_left_out:,} of {rows['frequency'].sum():,} occurrences in all."
    assert [note for note in kept.attrs["notes"] if told in note or "no sequences of this length" in note]


def test_ngrams_are_among_them():
    corpus = from_texts(["The port strike holds in the port. The port strike ends."])
    skipped = skip_grams(corpus, 3, skip=4, min_frequency=1).set_index("skip_gram")["frequency"]
    plain = ngrams(corpus, 3, min_frequency=1).set_index("ngram")["frequency"]
    assert (skipped[plain.index] >= plain).all()


def test_by_group_and_containing():
    corpus = from_texts(["Port or dam", "Port, dam and port"], source=["Lantern", "Courier"])
    table = skip_grams(corpus, by="source", containing="port", min_frequency=1)
    assert table[["source", "skip_gram", "per_million"]].to_numpy().tolist() == [
        *(["Courier", found, 1e6 / 4] for found in ("and port", "dam port")),
        *(["Lantern", found, 1e6 / 3] for found in ("port dam", "port or")),
    ]


@pytest.mark.parametrize("texts", [[], ["— …"], ["dam. port"]])
def test_nothing_to_list(texts):
    table = skip_grams(from_texts(texts))
    assert table.columns.tolist() == COLUMNS
    assert len(table) == 0
    assert "There are no sequences of this length." in table.attrs["notes"]


def test_near_copies_count_once():
    corpus = from_texts(["The port strike", "The port strike"])
    assert skip_grams(corpus, count="stories")["frequency"].tolist() == []
    assert skip_grams(corpus)["frequency"].tolist() == [2, 2, 2]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n": 1}, "n = 1 is not a length of skip-grams; give a number from 2 to 4"),
        ({"n": 5}, "n = 5 is not a length of skip-grams; give a number from 2 to 4"),
        ({"skip": 0}, "skip = 0 is not a number of words to skip; give a number from 1 to 4"),
        ({"skip": 5}, "skip = 5 is not a number of words to skip; give a number from 1 to 4"),
        ({"min_frequency": 0}, "min_frequency = 0 is too small"),
    ],
)
def test_what_is_not_allowed(options, message):
    with pytest.raises(UserError, match=message):
        skip_grams(from_texts(["The dam"]), **options)


def test_of_a_selection():
    corpus = from_texts(["The port strike", "A port strike"], source=["Lantern", "Courier"])
    table = skip_grams(corpus.select(sources=["Courier"]), min_frequency=1)
    pd.testing.assert_frame_equal(table, skip_grams(from_texts(["A port strike"]), min_frequency=1))
