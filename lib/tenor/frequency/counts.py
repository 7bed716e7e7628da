"""Counts: how often each word occurs in a corpus, in how many documents, and in which parts of it."""

from typing import NamedTuple

import numpy as np

from tenor.corpus import Corpus
from tenor.corpus.indices import index_positions


class Cells(NamedTuple):
    """The table of terms by parts, without its zeros: one entry a word and part in which it occurs."""

    term: np.ndarray
    part: np.ndarray
    frequency: np.ndarray


class TermCounts(NamedTuple):
    """One entry a word that occurs, in ascending order of its term id."""

    term: np.ndarray
    frequency: np.ndarray
    document_frequency: np.ndarray


def count_words(corpus: Corpus) -> np.ndarray:
    """The frequency of each term id of the vocabulary; 0 for marks."""
    return np.where(corpus.vocabulary["is_word"], corpus.frequencies, 0)


def count_documents(corpus: Corpus) -> np.ndarray:
    """The document frequency of each term id of the vocabulary; 0 for marks."""
    return np.where(corpus.vocabulary["is_word"], np.diff(corpus.counts.indptr), 0)


def count_terms(corpus: Corpus) -> TermCounts:
    """The words that occur, with their frequency and document frequency."""
    counts = corpus.counts
    term = np.flatnonzero(count_documents(corpus))
    return TermCounts(term, counts.sum(axis=0)[term], np.diff(counts.indptr)[term])


def word_places(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """The places of each term's occurrences among all counted words, term after term, and their bounds."""
    words = corpus.counted_terms[corpus.is_counted]
    return index_positions(words, len(corpus.vocabulary))


def count_parts(corpus: Corpus, part_of: np.ndarray, n_parts: int) -> tuple[Cells, np.ndarray]:
    """The words of each part, and the parts' sizes in words; `part_of` numbers each document's part, -1 for
    none, whose words are in no cell."""
    counts = corpus.counts
    if not np.array_equal(part_of, np.arange(n_parts)):
        counts = (_membership(part_of, n_parts) @ counts).tocsc()
        counts.sort_indices()
    term = np.repeat(np.arange(counts.shape[1]), np.diff(counts.indptr))
    is_word = corpus.vocabulary["is_word"].to_numpy()[term]
    sizes = np.bincount(part_of + 1, corpus.documents["n_words"], n_parts + 1)[1:].astype(np.int64)
    return Cells(term[is_word], counts.indices[is_word], counts.data[is_word]), sizes


def _membership(part_of: np.ndarray, n_parts: int):
    """The table of parts by documents, 1 where the document is in the part."""
    from scipy.sparse import csr_array

    inside = np.flatnonzero(part_of >= 0)
    cells = (np.ones(len(inside), np.int32), (part_of[inside], inside))
    return csr_array(cells, shape=(n_parts, len(part_of)))
