"""Which sequences of words are versions of one another, and in what two versions differ."""

from collections.abc import Iterator
from difflib import SequenceMatcher

import numpy as np

# Versions share at least this much of the shorter one in runs of three words, or of both in runs of two.
MIN_SHARED = 0.5
MIN_SHARED_BOTH = 0.8
MIN_SHARED_WORDS = 5
_RUN = 3
# Up to this many pairs of words are aligned; in longer versions what is common stands in runs of three words.
_MOST_PAIRS = 40_000
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def link(words: np.ndarray, bounds: np.ndarray, is_verbatim: np.ndarray) -> list[tuple[int, int]]:
    """The pairs of sequences that are versions of one another, of those that meet in at least two runs.

    Sequence `s` has the word numbers from `bounds[s]` to `bounds[s + 1]`. Of many that share a run each meets
    the first and the one before it alone: the versions of one quotation hang together all the same, and a
    formula costs no pairs of all with all.

    >>> words = np.array([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 7])
    >>> link(words, np.array([0, 6, 12]), np.array([True, True]))
    [(0, 1)]
    """
    return [
        (one, other)
        for one, other in _meetings(words, bounds)
        if are_versions(
            words[bounds[one] : bounds[one + 1]],
            words[bounds[other] : bounds[other + 1]],
            is_loose=not (is_verbatim[one] and is_verbatim[other]),
        )
    ]


def _meetings(words: np.ndarray, bounds: np.ndarray) -> Iterator[tuple[int, int]]:
    keys = _runs(words, _RUN)
    owner = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    is_inside = owner[: len(keys)] == owner[_RUN - 1 :]
    keys, owner = keys[is_inside], owner[: len(keys)][is_inside]
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    places = np.arange(len(keys))
    is_first = np.append(True, keys[1:] != keys[:-1])[: len(keys)]
    first = owner[np.maximum.accumulate(np.where(is_first, places, 0))]
    before = np.where(is_first, owner, np.roll(owner, 1))
    pairs = np.concatenate([first << 32 | owner, (before << 32 | owner)[before != first]])
    codes, n = np.unique(pairs, return_counts=True)
    codes = codes[(n > 1) & (codes >> 32 != codes & 0xFFFFFFFF)]
    return zip((codes >> 32).tolist(), (codes & 0xFFFFFFFF).tolist(), strict=True)


def are_versions(one: np.ndarray, other: np.ndarray, *, is_loose: bool) -> bool:
    """Whether two sequences share enough words.

    Four fifths of both in common runs of two words, or, unless `is_loose`, half of the shorter one in common
    runs of three; 5 words at least.
    """
    sizes = np.array([len(one), len(other)])
    if _count_shared(one, other, 2).min() < MIN_SHARED_WORDS:
        return False
    if (_count_shared(one, other, 2) >= MIN_SHARED_BOTH * sizes).all():
        return True
    shared = _count_shared(one, other, _RUN)
    is_shorter = int(sizes[1] < sizes[0])
    enough = max(MIN_SHARED_WORDS, MIN_SHARED * sizes.min())
    return bool(not is_loose and shared[is_shorter] >= enough)


def _count_shared(one: np.ndarray, other: np.ndarray, n: int) -> np.ndarray:
    """How many words of each stand in a run of `n` words that both have."""
    return np.array([_in_runs(one, other, n).sum(), _in_runs(other, one, n).sum()])


def shared_words(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whether each word of either version is in the other, too: in order, in long ones in runs of three.

    >>> one, other = shared_words(np.array([1, 9, 2, 3, 4]), np.array([1, 2, 3, 4]))
    >>> one.tolist(), other.tolist()
    ([True, False, True, True, True], [True, True, True, True])
    """
    if len(one) * len(other) > _MOST_PAIRS:
        return _in_runs(one, other), _in_runs(other, one)
    shared = np.zeros(len(one), bool), np.zeros(len(other), bool)
    matcher = SequenceMatcher(None, one.tolist(), other.tolist(), autojunk=False)
    for start, other_start, size in matcher.get_matching_blocks():
        shared[0][start : start + size] = True
        shared[1][other_start : other_start + size] = True
    return shared


def _in_runs(one: np.ndarray, other: np.ndarray, n: int = _RUN) -> np.ndarray:
    """Whether each word of `one` stands in a run of `n` words that `other` has, too."""
    is_shared = np.zeros(len(one), bool)
    found = np.isin(_runs(one, n), _runs(other, n))
    for place in range(n):
        is_shared[place : place + len(found)] |= found
    return is_shared


def _runs(words: np.ndarray, n: int) -> np.ndarray:
    """A number for each run of `n` neighbouring words."""
    size = max(len(words) - n + 1, 0)
    keys = np.zeros(size, np.uint64)
    for place in range(n):
        keys = keys * _FACTOR + words[place : place + size].astype(np.uint64) + np.uint64(1)
    return keys
