"""Pairs of documents whose sketches are near enough that their shingles are worth comparing."""

from collections.abc import Iterator

import numpy as np

from tenor.loading.duplicates.shingles import distinct
from tenor.loading.duplicates.sketches import EMPTY, N_BINS

# Two sketches meet where two neighbouring bins are equal, and are a pair if this share of all bins is.
MIN_AGREEMENT = 0.1
# Of more documents than this that meet in one place each is paired with the first and with its next ones
# alone, so that a notice printed a thousand times does not cost a million pairs.
WINDOW = 8

_FACTORS = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_ROW_FACTORS = np.multiply.accumulate(np.full(N_BINS // 2, 0x9E3779B97F4A7C15, np.uint64))
_SLOT_SHIFT = np.uint32(16)
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_BLOCK_PAIRS = 1 << 14
_BINS_AT_ONCE = 8


def candidate_pairs(sketches: np.ndarray, *, fresh: np.ndarray | None = None) -> np.ndarray:
    """The pairs of documents that may be near-duplicates: an array of two columns, document numbers.

    The lower number stands first; pairs are in ascending order, and none comes twice. With `fresh`, one truth
    value a document, only the pairs that have a fresh document: the same as in a search over all, in a
    fraction of the time where few are fresh. Documents without words are in no pair.

    Of documents with equal sketches the first stands for all against the others, and each further one is
    paired with it. Texts that share a quarter of their shingles become a pair in 99.6 % of cases or more,
    those of 12 words in 95 %.

    References
    ----------
    Indyk & Motwani (1998), Approximate nearest neighbors: the locality-sensitive hashing that this is.

    >>> sketches = np.arange(3 * N_BINS, dtype=np.uint32).reshape(3, N_BINS)
    >>> sketches[2, :40] = sketches[0, :40]
    >>> candidate_pairs(sketches).tolist()
    [[0, 2]]
    """
    fresh = np.ones(len(sketches), bool) if fresh is None else fresh
    documents = np.flatnonzero((sketches != EMPTY).any(axis=1))
    first = documents[_first_equal(sketches[documents])]
    again = first != documents
    equal = np.column_stack([first[again], documents[again]])
    pairs = np.concatenate([equal, _similar_pairs(sketches, documents[~again], fresh)])
    pairs = pairs[fresh[pairs].any(axis=1)]
    codes = distinct(pairs[:, 0] << 32 | pairs[:, 1])
    return np.column_stack([codes >> 32, codes & 0xFFFFFFFF])


def _first_equal(sketches: np.ndarray) -> np.ndarray:
    """For each sketch the place of the first that equals it."""
    digests = np.einsum("ij,j->i", sketches.view(np.uint64), _ROW_FACTORS)
    _, first, group = np.unique(digests, return_index=True, return_inverse=True)
    return first[group]


def _similar_pairs(sketches: np.ndarray, documents: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """The pairs of `documents` that are equal in two neighbouring bins, in a ring, and in enough of all."""
    columns = np.ascontiguousarray(sketches[documents].T)
    fresh_places = np.flatnonzero(fresh[documents])
    similar = [np.zeros((0, 2), np.int64)]
    for start in range(0, N_BINS, _BINS_AT_ONCE):
        met = [np.zeros(0, np.uint64)]
        for bin_ in range(start, start + _BINS_AT_ONCE):
            keys = columns[bin_] * _FACTORS[0] + columns[(bin_ + 1) % N_BINS] * _FACTORS[1]
            met += _pairs_of_equal(keys, fresh_places)
        met = distinct(np.concatenate(met))
        pairs = documents[np.column_stack([met >> _HALF, met & _LOW]).astype(np.int64)]
        similar.append(pairs[_agree(sketches, pairs)])
    return np.concatenate(similar)


def _pairs_of_equal(keys: np.ndarray, fresh: np.ndarray) -> Iterator[np.ndarray]:
    """Pairs of places where `keys` are equal, the lower in the upper half of a number, the higher below it.

    Of places that do not share a key with one of `fresh` only some are looked at.
    """
    slots = keys >> _SLOT_SHIFT
    marked = np.zeros(1 << 16, bool)
    marked[slots[fresh]] = True
    places = np.flatnonzero(marked[slots])
    packed = np.sort(keys[places].astype(np.uint64) << _HALF | places.astype(np.uint64))
    key, place = packed >> _HALF, packed & _LOW
    ahead, at = 1, np.flatnonzero(key[1:] == key[:-1])
    while len(at) and ahead <= WINDOW:
        yield place[at] << _HALF | place[at + ahead]
        ahead += 1
        at = at[at + ahead < len(key)]
        at = at[key[at + ahead] == key[at]]
    if len(at):
        first = np.searchsorted(key, key[at])
        yield place[first] << _HALF | place[at + ahead]


def _agree(sketches: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Whether the sketches of each pair are equal in enough bins."""
    enough = [np.zeros(0, bool)]
    for start in range(0, len(pairs), _BLOCK_PAIRS):
        one, other = pairs[start : start + _BLOCK_PAIRS].T
        enough.append((sketches[one] == sketches[other]).mean(axis=1) >= MIN_AGREEMENT)
    return np.concatenate(enough)
