"""Counts: how often each word occurs in a corpus, in how many documents, and in which parts of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tenor.corpus import Corpus
from tenor.corpus.ranges import gather

if TYPE_CHECKING:
    from scipy.sparse import csc_array

# Terms with about this many entries are measured at a time.
_RUN = 500_000


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


def word_places(corpus: Corpus) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The places of each term's occurrences among all counted words, term after term, and their bounds; some
    terms at a time. Marks have none."""
    places, bounds = corpus.index
    rank = np.cumsum(corpus.is_counted, dtype=places.dtype) - 1
    is_word = corpus.vocabulary["is_word"].to_numpy()
    for terms in cut_terms(bounds):
        rows, their_bounds = gather(bounds, terms[is_word[terms]])
        sizes = np.zeros(len(terms), np.int64)
        sizes[is_word[terms]] = np.diff(their_bounds)
        yield rank[places[rows]], np.concatenate([[0], np.cumsum(sizes)])


def cut_terms(bounds: np.ndarray) -> list[np.ndarray]:
    """All term ids in runs of neighbours that have about so many entries in all as fit the memory's caches;
    `bounds` are those of the terms' entries. There is one run at least."""
    run = bounds[:-1] // _RUN
    return np.split(np.arange(len(run)), np.flatnonzero(np.diff(run)) + 1)


@dataclass(frozen=True)
class PartCounts:
    """How often each word occurs in each part.

    `table` has one row a part and one column a term id, marks included; `sizes` are the words of each part.
    """

    table: "csc_array"
    is_word: np.ndarray
    sizes: np.ndarray

    @property
    def cells(self) -> Cells:
        """The entries of all words."""
        return self._cells(np.arange(self.table.shape[1]))

    def measure(self, measure: Callable[[Cells, int], Mapping[str, np.ndarray]]) -> dict[str, np.ndarray]:
        """What `measure` gives of the cells of some terms, numbered from 0 on, and of their number: one entry
        a term id. All cells at once would fill the memory."""
        runs = cut_terms(self.table.indptr)
        found = [measure(self._cells(terms), len(terms)) for terms in runs]
        return {name: np.concatenate([its[name] for its in found]) for name in found[0]}

    def _cells(self, terms: np.ndarray) -> Cells:
        table = self.table[:, slice(terms[0], terms[-1] + 1)] if len(terms) else self.table
        term = np.repeat(np.arange(len(terms)), np.diff(table.indptr))
        is_word = self.is_word[terms][term]
        return Cells(term[is_word], table.indices[is_word], table.data[is_word])


def count_parts(corpus: Corpus, part_of: np.ndarray, n_parts: int) -> PartCounts:
    """The words of each part; `part_of` numbers each document's part, -1 for none, whose words are in no
    cell."""
    table = corpus.counts
    if not np.array_equal(part_of, np.arange(n_parts)):
        table = _sum_documents(table, part_of, n_parts)
    return PartCounts(table, corpus.vocabulary["is_word"].to_numpy(), size_parts(corpus, part_of, n_parts))


def size_parts(corpus: Corpus, part_of: np.ndarray, n_parts: int) -> np.ndarray:
    """The words of each part in all; `part_of` is as for `count_parts`."""
    return np.bincount(part_of + 1, corpus.documents["n_words"], n_parts + 1)[1:].astype(np.int64)


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
