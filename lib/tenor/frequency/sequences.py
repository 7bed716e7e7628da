"""Sequences of words, side by side or with others between them, that are frequent enough."""

from collections.abc import Iterator
from math import comb
from typing import NamedTuple

import numpy as np

from tenor.corpus import Corpus
from tenor.corpus.indices import index_positions
from tenor.corpus.ranges import gather

# About so many occurrences at a time are held in memory.
_BLOCK = 500_000


class Sequences(NamedTuple):
    """One entry a sequence: a row of the ids of its terms, its frequency and document frequency; and how many
    occurrences there are of any sequence, frequent or not."""

    terms: np.ndarray
    frequency: np.ndarray
    document_frequency: np.ndarray
    n_occurrences: int


class _Grown(NamedTuple):
    """Occurrences, in the order of their first words: the number of their sequence, the place of their last
    word and how many words they skip so far; and the terms of each sequence."""

    number: np.ndarray
    last: np.ndarray
    skipped: np.ndarray
    terms: np.ndarray


def find_sequences(corpus: Corpus, n: int, min_frequency: int, skip: int = 0) -> Sequences:
    """Find the sequences of `n` words, with at most `skip` words left out inside, that are frequent enough.

    None crosses a punctuation mark or the end of a sentence. They are grown a word at a time, those with the
    same first word together. What begins a sequence can be rarer than the sequence by as many times as there
    are ways to go on from it; what is rarer still is dropped early.
    """
    ahead = np.minimum(_words_ahead(corpus), n + skip).astype(np.uint8)
    is_frequent = corpus.frequencies >= _least(min_frequency, n - 1, skip)
    found = [_nothing(n)]
    for grown in _first_words(corpus, ahead, is_frequent, n, skip):
        for n_to_come in range(n - 1, 0, -1):
            grown = _grow(corpus, ahead, is_frequent, grown, n_to_come, skip)
            grown = _drop_rare(grown, _least(min_frequency, n_to_come - 1, skip))
        found.append(_count(corpus, grown))
    columns = map(np.concatenate, zip(*found, strict=True))
    return Sequences(*columns, _count_occurrences(ahead, n, skip))


def _nothing(n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return np.zeros((0, n), np.int32), np.zeros(0, np.int64), np.zeros(0, np.int64)


def _least(min_frequency: int, n_to_come: int, skip: int) -> int:
    """How often at least the beginning of a frequent sequence occurs, or one of its words."""
    return -(-min_frequency // comb(n_to_come + skip, skip))


def _words_ahead(corpus: Corpus) -> np.ndarray:
    """How many words follow one another from each token on, itself included; 0 for a mark."""
    is_break = ~corpus.is_counted
    is_break[corpus.sentence_bounds[:-1]] = True
    breaks = np.append(np.flatnonzero(is_break), len(is_break)).astype(np.int32)
    ends = np.repeat(breaks[1:], np.diff(breaks))
    return np.where(corpus.is_counted, ends - np.arange(len(is_break), dtype=np.int32), 0)


def _first_words(
    corpus: Corpus, ahead: np.ndarray, is_frequent: np.ndarray, n: int, skip: int
) -> Iterator[_Grown]:
    """The first words of sequences, some terms at a time."""
    starts = np.flatnonzero(ahead >= n)
    places, bounds = index_positions(corpus.terms[starts], len(corpus.vocabulary))
    frequent = np.flatnonzero(is_frequent & (np.diff(bounds) > 0))
    block = np.cumsum(np.diff(bounds)[frequent] * comb(n - 1 + skip, skip)) // _BLOCK
    for term_ids in np.split(frequent, np.flatnonzero(np.diff(block)) + 1):
        rows, term_bounds = gather(bounds, term_ids)
        number = np.repeat(np.arange(len(term_ids)), np.diff(term_bounds))
        skipped = np.zeros(len(rows), np.int8)
        yield _Grown(number, starts[places[rows]], skipped, term_ids[:, None].astype(np.int32))


def _grow(
    corpus: Corpus, ahead: np.ndarray, is_frequent: np.ndarray, grown: _Grown, n_to_come: int, skip: int
) -> _Grown:
    """All that the occurrences can become with one word more."""
    rows, steps = _ways_on(ahead, grown, n_to_come, skip)
    last = grown.last[rows] + steps + 1
    is_kept = is_frequent[corpus.terms[last]]
    rows, last, skipped = rows[is_kept], last[is_kept], (grown.skipped[rows] + steps)[is_kept]
    term, number = corpus.terms[last], grown.number[rows]
    order, firsts = group_equal(number * len(corpus.vocabulary) + term)
    first = order[firsts]
    terms = np.column_stack([grown.terms[number[first]], term[first]])
    number = np.empty(len(order), np.int64)
    number[order] = np.repeat(np.arange(len(firsts)), np.diff(firsts, append=len(order)))
    return _Grown(number, last, skipped, terms)


def _ways_on(ahead: np.ndarray, grown: _Grown, n_to_come: int, skip: int) -> tuple[np.ndarray, np.ndarray]:
    """Each pair of an occurrence and how many words can be skipped behind it, so that enough follow."""
    if not skip:
        return np.arange(len(grown.last)), np.zeros(len(grown.last), np.int64)
    steps = np.arange(skip + 1)
    is_way = grown.skipped[:, None] + steps <= skip
    is_way &= steps + n_to_come < ahead[grown.last][:, None]
    return np.nonzero(is_way)


def _drop_rare(grown: _Grown, least: int) -> _Grown:
    is_kept = np.bincount(grown.number, minlength=len(grown.terms)) >= least
    rows = np.flatnonzero(is_kept[grown.number])
    number = (np.cumsum(is_kept) - 1)[grown.number[rows]]
    return _Grown(number, grown.last[rows], grown.skipped[rows], grown.terms[is_kept])


def _count(corpus: Corpus, grown: _Grown) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The terms, frequency and document frequency of each sequence."""
    if not len(grown.number):
        return _nothing(grown.terms.shape[1])
    order, bounds = index_positions(grown.number, len(grown.terms))
    is_new = np.diff(corpus.token_documents[grown.last[order]], prepend=-1) != 0
    is_new[bounds[:-1]] = True
    return grown.terms, np.diff(bounds).astype(np.int64), np.add.reduceat(is_new, bounds[:-1], dtype=np.int64)


def group_equal(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The order that puts equal codes side by side and keeps their own order, and the start of each group."""
    bits = len(codes).bit_length()
    if codes.max(initial=0) >> (63 - bits) == 0:
        # Sorting numbers that carry their place is twice as fast as a stable argsort.
        packed = np.sort(codes << bits | np.arange(len(codes)))
        order, ordered = packed & ((1 << bits) - 1), packed >> bits
    else:
        order = np.argsort(codes, kind="stable")
        ordered = codes[order]
    return order, np.flatnonzero(np.diff(ordered, prepend=-1))


def _count_occurrences(ahead: np.ndarray, n: int, skip: int) -> int:
    """How many sequences there are, by the number of words from each first one on."""
    n_starts = np.bincount(ahead, minlength=n + skip + 1).tolist()
    return sum(n_starts[n + spare] * comb(n - 1 + spare, n - 1) for spare in range(skip + 1))
