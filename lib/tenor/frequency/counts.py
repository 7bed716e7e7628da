"""Counts: how often each term occurs in each document, and in some documents together."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from tenor.corpus import Corpus


class Cells(NamedTuple):
    """The table of terms by documents, without its zeros: one entry a document and word that occurs in it.

    `document` counts from 0 among the documents asked for.
    """

    term: np.ndarray
    document: np.ndarray
    frequency: np.ndarray


class TermCounts(NamedTuple):
    """One entry a term that occurs, in ascending order of its id."""

    term: np.ndarray
    frequency: np.ndarray
    document_frequency: np.ndarray


def count_cells(corpus: Corpus, documents: np.ndarray) -> Cells:
    """Count the words of each of `documents`; punctuation and boilerplate are left out."""
    terms, bounds = _terms_of(corpus, documents)
    # Sorting one document at a time stays in the processor's cache: ten times faster than one sort of all.
    for start, end in pairwise(bounds.tolist()):
        terms[start:end].sort()
    is_first = np.ones(len(terms), bool)
    np.not_equal(terms[1:], terms[:-1], out=is_first[1:])
    is_first[bounds[:-1][np.diff(bounds) > 0]] = True
    firsts = np.flatnonzero(is_first)
    document = np.repeat(np.arange(len(documents)), np.diff(np.searchsorted(firsts, bounds)))
    cells = Cells(terms[firsts], document, np.diff(firsts, append=len(terms)))
    # Boilerplate has an id of its own behind the vocabulary's.
    is_word = np.append(corpus.vocabulary["is_word"].to_numpy(), False)[cells.term]
    return Cells(*(column[is_word] for column in cells))


def _terms_of(corpus: Corpus, documents: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A copy of the term ids of `documents`, one document after the other, and the bounds of each."""
    starts, ends = corpus.document_bounds[:-1][documents], corpus.document_bounds[1:][documents]
    parts = [
        corpus.counted_terms[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]
    terms = np.concatenate([np.zeros(0, np.int32), *parts])
    return terms, np.concatenate([[0], np.cumsum(ends - starts)])


def count_terms(cells: Cells) -> TermCounts:
    """Add up the cells of each term."""
    frequency = np.bincount(cells.term, weights=cells.frequency).astype(np.int64)
    document_frequency = np.bincount(cells.term)
    term = np.flatnonzero(document_frequency)
    return TermCounts(term, frequency[term], document_frequency[term])
