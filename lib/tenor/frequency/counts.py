"""Counts: how often each word occurs in a corpus, in how many documents, and in which parts of it."""

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tenor.corpus import Corpus
from tenor.corpus.indices import index_positions

if TYPE_CHECKING:
    from scipy.sparse import csc_array


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
        counts = _sum_documents(counts, part_of, n_parts)
    term = np.repeat(np.arange(counts.shape[1]), np.diff(counts.indptr))
    is_word = corpus.vocabulary["is_word"].to_numpy()[term]
    sizes = np.bincount(part_of + 1, corpus.documents["n_words"], n_parts + 1)[1:].astype(np.int64)
    return Cells(term[is_word], counts.indices[is_word], counts.data[is_word]), sizes


def count_terms_of_parts(corpus: Corpus, part_of: np.ndarray, n_parts: int) -> list[TermCounts]:
    """The words that occur in each part, in how many of its documents; `part_of` is as for `count_parts`."""
    from scipy.sparse import csc_array

    counts, is_word = corpus.counts, corpus.vocabulary["is_word"].to_numpy()
    cells = (np.ones(len(counts.data), np.int32), counts.indices, counts.indptr)
    tables = (counts, csc_array(cells, shape=counts.shape))
    frequencies, documents = (_sum_documents(table, part_of, n_parts).tocsr() for table in tables)
    # Both have entries in the same places.
    columns = (frequencies.indices, frequencies.data, documents.data)
    rows = [[column[first:end] for column in columns] for first, end in pairwise(frequencies.indptr)]
    return [TermCounts(*(column[is_word[row[0]]] for column in row)) for row in rows]


def _sum_documents(counts: "csc_array", part_of: np.ndarray, n_parts: int) -> "csc_array":
    """The table of documents by terms, with the documents of each part as one row."""
    from scipy.sparse import csr_array

    inside = np.flatnonzero(part_of >= 0)
    cells = (np.ones(len(inside), np.int32), (inside, part_of[inside]))
    summed = (counts.T @ csr_array(cells, shape=(len(part_of), n_parts))).T
    summed.sort_indices()
    return summed
