"""Adjusted frequencies: how often a term occurs, less where its occurrences crowd."""

import numpy as np
from numpy.typing import ArrayLike


def arf(positions: ArrayLike, bounds: ArrayLike, *, n_words: int) -> np.ndarray:
    """Compute the average reduced frequency, from 1 (all in one place) to the frequency (evenly spread).

    `positions` are the places of the terms' occurrences among the `n_words` words that count, from 0 on: term
    by term, and ascending within each; `bounds[i]` to `bounds[i + 1]` are the entries of term `i`. The result
    has one entry a term, 0 for one that does not occur.

    Cut the words into as many stretches of equal length as the term has occurrences: how many of these hold
    it, on average over all ways to lay the cuts? That needs no parts, but depends on the order of the
    documents: where those of one subject stand together, its words have lower values.

    References
    ----------
    Savický, P. & Hlaváčová, J. (2002). Measures of word commonness. J. of Quantitative Linguistics 9.

    >>> arf([0, 5, 0, 1], [0, 2, 4], n_words=10).tolist()
    [2.0, 1.2]
    """
    positions, bounds = np.asarray(positions, np.int64), np.asarray(bounds, np.int64)
    frequency = np.diff(bounds)
    occurs = frequency > 0
    firsts, ends = bounds[:-1][occurs], bounds[1:][occurs]
    # The first occurrence follows the last one, as if the corpus were written round a ring.
    distances = np.diff(positions, prepend=0)
    distances[firsts] = positions[firsts] - positions[ends - 1] + n_words
    stretch = n_words / frequency[occurs]
    reached = np.minimum(distances, np.repeat(stretch, frequency[occurs]))
    reduced = np.zeros(len(frequency))
    reduced[occurs] = np.add.reduceat(reached, firsts) / stretch
    return reduced
