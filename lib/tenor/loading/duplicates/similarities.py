"""How much of their shingles two documents share, counted in full."""

from typing import NamedTuple

import numpy as np

from tenor.loading.duplicates.shingles import distinct, shingle_hashes

# The shingles of so many pairs are held in memory at a time.
_BLOCK_PAIRS = 4096


class Similarities(NamedTuple):
    """One entry a pair in each array, 0 to 1.

    `resemblance` is the share of the different shingles of both that both have (Jaccard's index);
    `containment` the share of those of the document with fewer that the other has, too. Both are 0 where a
    document has no words.
    """

    resemblance: np.ndarray
    containment: np.ndarray


def similarities(words: np.ndarray, bounds: np.ndarray, pairs: np.ndarray) -> Similarities:
    """Compare the documents of each row of `pairs`.

    `words` holds a hash for each word (`shingles.word_hashes`); document `d` has those from `bounds[d]` to
    `bounds[d + 1]`. Only the words of the documents in `pairs` are read.

    References
    ----------
    Broder (1997), On the resemblance and containment of documents.

    >>> from tenor.loading.duplicates.shingles import word_hashes
    >>> import pyarrow as pa
    >>> words = word_hashes(pa.array("the dam at High Hathe holds the dam at High Hathe".split()))
    >>> similarities(words, np.array([0, 6, 11]), np.array([[0, 1]]))
    Similarities(resemblance=array([0.75]), containment=array([1.]))
    """
    counts = [np.zeros((0, 3), np.int64)]
    for start in range(0, len(pairs), _BLOCK_PAIRS):
        counts.append(_count(words, bounds, pairs[start : start + _BLOCK_PAIRS]))
    one, other, shared = np.concatenate(counts).T
    either, fewer = one + other - shared, np.minimum(one, other)
    return Similarities(shared / np.maximum(either, 1), shared / np.maximum(fewer, 1))


def _count(words: np.ndarray, bounds: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """How many different shingles the one has, the other, and both."""
    sets = _shingle_sets(words, bounds, distinct(pairs.ravel()))
    counts = np.empty((len(pairs), 3), np.int64)
    for row, (one, other) in enumerate(pairs.tolist()):
        counts[row] = len(sets[one]), len(sets[other]), _count_shared(sets[one], sets[other])
    return counts


def _shingle_sets(words: np.ndarray, bounds: np.ndarray, numbers: np.ndarray) -> dict[int, np.ndarray]:
    """The different shingles of each document of `numbers`, sorted."""
    own = np.concatenate([words[bounds[number] : bounds[number + 1]] for number in numbers])
    sizes = bounds[numbers + 1] - bounds[numbers]
    hashes, starts = shingle_hashes(own, np.append(0, np.cumsum(sizes)))
    sets = map(distinct, np.split(hashes, starts[1:-1]))
    return dict(zip(numbers.tolist(), sets, strict=True))


def _count_shared(one: np.ndarray, other: np.ndarray) -> int:
    """How many of `one` are in `other`; both are sorted."""
    if not len(other):
        return 0
    return np.count_nonzero(other.take(np.searchsorted(other, one), mode="clip") == one)
