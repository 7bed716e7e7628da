import numpy as np
from hypothesis import given
from plain_counts import corpora, count_documents, count_words, unhurried, words_of

from tenor.corpus import from_texts
from tenor.frequency.counts import count_cells, count_terms


def test_cells_by_hand():
    corpus = from_texts(["The dam, the port.", "", "...", "The dam"])
    cells = count_cells(corpus, np.array([0, 1, 2, 3]))
    rows = zip(corpus.vocabulary["term"].take(cells.term), cells.document, cells.frequency, strict=True)
    assert list(rows) == [("dam", 0, 1), ("port", 0, 1), ("the", 0, 2), ("dam", 3, 1), ("the", 3, 1)]


def test_documents_count_from_0_among_those_asked_for():
    corpus = from_texts(["The dam.", "The port."])
    assert count_cells(corpus, np.array([1])).document.tolist() == [0, 0]


def test_the_corpus_is_left_as_it_was():
    corpus = from_texts(["the port, a dam"])
    before = corpus.terms.tolist()
    count_cells(corpus, np.array([0]))
    assert corpus.terms.tolist() == before


@unhurried
@given(corpora)
def test_as_counted_in_plain_python(corpus):
    everything = np.arange(len(corpus.documents))
    counts = count_terms(count_cells(corpus, everything))
    terms = corpus.vocabulary["term"].take(counts.term).tolist()
    assert dict(zip(terms, counts.frequency.tolist(), strict=True)) == count_words(corpus)
    assert dict(zip(terms, counts.document_frequency.tolist(), strict=True)) == count_documents(corpus)


@unhurried
@given(corpora)
def test_cells_add_up_to_the_words_of_each_document(corpus):
    cells = count_cells(corpus, np.arange(len(corpus.documents)))
    sums = np.bincount(cells.document, cells.frequency, minlength=len(corpus.documents))
    assert sums.tolist() == [len(words) for words in words_of(corpus)]
