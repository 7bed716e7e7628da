import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from plain_counts import corpora, unhurried, words_of
from plain_counts import count_documents as plain_documents
from plain_counts import count_words as plain_words

from tenor.corpus import from_texts
from tenor.frequency import counts as counting
from tenor.frequency import word_list
from tenor.frequency.counts import count_parts, count_terms, cut_terms, word_places


def cells_of(corpus, part_of, n_parts):
    counts = count_parts(corpus, np.array(part_of), n_parts)
    cells, sizes = counts.cells, counts.sizes
    terms = corpus.vocabulary["term"].take(cells.term)
    return sorted(zip(terms, cells.part.tolist(), cells.frequency.tolist(), strict=True)), sizes.tolist()


def test_cells_by_hand():
    corpus = from_texts(["The dam, the port.", "", "...", "The dam"])
    cells, sizes = cells_of(corpus, [0, 1, 2, 3], 4)
    assert cells == [("dam", 0, 1), ("dam", 3, 1), ("port", 0, 1), ("the", 0, 2), ("the", 3, 1)]
    assert sizes == [4, 0, 0, 2]


def test_documents_are_merged_into_parts_and_those_of_none_left_out():
    corpus = from_texts(["the dam", "a dam", "the port"])
    cells, sizes = cells_of(corpus, [1, 1, -1], 2)
    assert cells == [("a", 1, 1), ("dam", 1, 2), ("the", 1, 1)]
    assert sizes == [0, 4]


def test_places_are_among_words():
    [(places, bounds)] = word_places(from_texts(["a, b.", "a"]))
    assert [part.tolist() for part in np.split(places, bounds[1:-1])] == [[], [], [0, 2], [1]]


@unhurried
@given(corpora)
def test_as_counted_in_plain_python(corpus):
    counts = count_terms(corpus)
    terms = corpus.vocabulary["term"].take(counts.term).tolist()
    assert dict(zip(terms, counts.frequency.tolist(), strict=True)) == plain_words(corpus)
    assert dict(zip(terms, counts.document_frequency.tolist(), strict=True)) == plain_documents(corpus)


@unhurried
@given(corpora)
def test_cells_add_up_to_the_words_of_each_document(corpus):
    counts = count_parts(corpus, np.arange(len(corpus.documents)), len(corpus.documents))
    sums = np.bincount(counts.cells.part, counts.cells.frequency, minlength=len(corpus.documents))
    assert sums.tolist() == counts.sizes.tolist() == [len(words) for words in words_of(corpus)]


@pytest.mark.parametrize("bounds", [[0], [0, 0], [0, 3, 3, 9, 10], [0, 1, 2, 3, 40]])
def test_runs_of_terms_hold_each_once_and_in_order(bounds, monkeypatch):
    monkeypatch.setattr(counting, "_RUN", 3)
    runs = cut_terms(np.array(bounds))
    assert np.concatenate(runs).tolist() == list(range(len(bounds) - 1))
    assert len(runs) > 1 or bounds[-1] < 3


def test_what_is_measured_of_some_terms_at_a_time_is_that_of_all_at_once(monkeypatch):
    corpus = from_texts(["The dam, the port.", "Rain on the dam", "... a port, a port"])
    whole, lists = sum_cells(corpus), word_list(corpus)
    monkeypatch.setattr(counting, "_RUN", 1)
    assert sum_cells(corpus).tolist() == whole.tolist()
    pd.testing.assert_frame_equal(word_list(corpus), lists)


def sum_cells(corpus):
    """The frequency of each term id, by the cells."""
    counts = count_parts(corpus, np.arange(len(corpus.documents)), len(corpus.documents))
    return counts.measure(lambda cells, n: {"sum": np.bincount(cells.term, cells.frequency, n)})["sum"]
