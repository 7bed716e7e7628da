import numpy as np
from hypothesis import given
from plain_counts import corpora, unhurried, words_of
from plain_counts import count_documents as plain_documents
from plain_counts import count_words as plain_words

from tenor.corpus import from_texts
from tenor.frequency.counts import count_parts, count_terms, word_places


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
