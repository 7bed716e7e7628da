"""Stretches: the neighbouring periods that differ most from all others, and whether chance does as well.

In every function `k` and `n` have one entry a period: how many of its `n` documents hold a word.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

# A stretch, and what is left on each side of it, are this many periods long; less is an outlier, no change.
LEAST_PERIODS = 3
N_SHUFFLES = 1999
# So many shuffles as different as the series itself settle that it is nothing unusual.
_ENOUGH = 100
# How many stretches of shuffles to measure at a time: what stays in the processor's cache.
_BLOCK = 50_000


class Stretch(NamedTuple):
    """The periods from `start` up to, not with, `end`, and the probability of one as different by chance."""

    start: int
    end: int
    p_value: float


def most_different_stretch(k: ArrayLike, n: ArrayLike, *, seed: int) -> Stretch:
    """Find the stretch of periods whose documents differ most from those of all other periods.

    It is the one of greatest G², the log-likelihood ratio of the table of documents inside and outside the
    stretch, with and without the word; the first of equals. A stretch may start the series, which makes its
    end a step from one level to another. It, and what is left before and behind it, have 3 periods or more:
    the series needs 6.

    The p-value is the share of shuffles of the periods whose best stretch is at least as different, of 1,999
    or of those until 100 are. Whole periods are shuffled, so that it holds however much more than coins they
    go up and down; it is too small where one period resembles the next, which shuffling undoes.

    References
    ----------
    Olshen, A. B., Venkatraman, E. S., Lucito, R. & Wigler, M. (2004). Circular binary segmentation for the
    analysis of array-based DNA copy number data. Biostatistics 5, 557-572.

    >>> most_different_stretch([1, 0, 1, 1, 5, 6, 5, 6, 1, 1, 0, 1], [9] * 12, seed=1)[:2]
    (4, 8)
    """
    k, n = np.asarray(k, np.int64), np.asarray(n, np.int64)
    start, end = _stretches(len(k))
    surprise = np.arange(n.sum() + 1.0)
    surprise *= np.log(np.maximum(surprise, 1))
    # Rounded, so that equals are equal on every machine.
    observed = _differences(k[None], n[None], start, end, surprise)[0].round(9)
    orders = np.random.default_rng(seed).permuted(np.tile(np.arange(len(k)), (N_SHUFFLES, 1)), axis=1)
    size = max(1, _BLOCK // len(start))
    n_as_great = n_done = 0
    while n_done < N_SHUFFLES and n_as_great < _ENOUGH:
        order = orders[n_done : n_done + size]
        best = _differences(k[order], n[order], start, end, surprise).max(axis=1).round(9)
        n_as_great += int((best >= observed.max()).sum())
        n_done += len(order)
    first = int(observed.argmax())
    return Stretch(int(start[first]), int(end[first]), (n_as_great + 1) / (n_done + 1))


def _stretches(n_periods: int) -> tuple[np.ndarray, np.ndarray]:
    """Where the stretches of a series start and end."""
    start, end = np.triu_indices(n_periods + 1, LEAST_PERIODS)
    # One that ends the series is left out: the rest, which starts it, makes the same two groups of periods.
    allowed = ((start == 0) | (start >= LEAST_PERIODS)) & (n_periods - end >= LEAST_PERIODS)
    return start[allowed], end[allowed]


def _differences(
    k: np.ndarray, n: np.ndarray, start: np.ndarray, end: np.ndarray, surprise: np.ndarray
) -> np.ndarray:
    """G² of each stretch in each row of `k` and `n`, apart from what is the same for all orders of a row.

    `surprise` holds x·log(x) at the place x.
    """
    k, n = (np.pad(np.cumsum(counts, axis=1), ((0, 0), (1, 0))) for counts in (k, n))
    a, c = k[:, end] - k[:, start], n[:, end] - n[:, start]
    b, d = k[:, -1:] - a, n[:, -1:] - c
    inside = surprise[a] + surprise[c - a] - surprise[c]
    return 2 * (inside + surprise[b] + surprise[d - b] - surprise[d])
