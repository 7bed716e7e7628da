"""Permutation tests of a difference in tone, with stories as what is exchanged."""

import numpy as np
from numpy.typing import ArrayLike

# Differences and spreads below this are those of rounding.
_ROUNDING = 1e-9


def p_of_exchange(sums: np.ndarray, counts: np.ndarray, *, n_permutations: int, seed: int) -> float:
    """How often stories dealt out anew to two groups lie as far apart in their means as they do.

    `sums` and `counts` have a row a story and a column for each of the two groups: the sum of the scores of
    its documents there, and their number. Stories of one group only are dealt out to as many places in each
    group; a story in both keeps its place in both, and its two sides are exchanged or not. What is compared
    is the difference of means over its standard error, so that groups of different spread and size give no
    false alarms. Two-sided; the arrangement as observed counts as one of them.

    References
    ----------
    Chung & Romano 2013, "Exact and asymptotically robust permutation tests"; Phipson & Smyth 2010,
    "Permutation p-values should never be zero".

    >>> low, high = [-0.4, -0.3, -0.2, -0.1, 0.0], [0.1, 0.2, 0.3, 0.4, 0.5]
    >>> sums = np.array([[x, 0] for x in low] + [[0, x] for x in high])
    >>> p_of_exchange(sums, np.repeat(np.eye(2), 5, axis=0), n_permutations=999, seed=1) < 0.03
    True
    """
    random = np.random.default_rng(seed)
    # Scores are taken from their mean, or rounding would part scores that are all equal.
    parts = _moments(sums - counts * (sums.sum() / counts.sum()), counts)
    in_first, in_second = counts.T > 0
    single, both = parts[in_first ^ in_second].sum(axis=1), parts[in_first & in_second]
    n_first = int((in_first & ~in_second).sum())
    # Which of the groups gets fewer stories does not matter to a two-sided test.
    small = min(n_first, len(single) - n_first)
    dealt = np.array([single[_some(random, len(single), small)].sum(axis=0) for _ in range(n_permutations)])
    swapped = random.integers(2, size=(n_permutations, len(both))) @ (both[:, 1] - both[:, 0])
    firsts = dealt + both[:, 0].sum(axis=0) + swapped
    total = parts.sum(axis=(0, 1))
    observed = _studentised(parts[:, 0].sum(axis=0), total)
    return _p_value(_studentised(firsts, total), observed)


def _some(random: np.random.Generator, n: int, size: int) -> np.ndarray:
    return random.choice(n, size, replace=False, shuffle=False)


def _moments(sums: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """What the mean of a group and its standard error are made of, for each story and group."""
    return np.stack([counts, sums, counts * counts, counts * sums, sums * sums], axis=-1)


def _studentised(first: np.ndarray, total: np.ndarray) -> np.ndarray:
    """The difference of means over its standard error, from sums of moments in the first group and in all."""
    difference, variance = 0.0, 0.0
    for sign, moments in ((1, first), (-1, total - first)):
        n, s, nn, ns, ss = np.moveaxis(moments, -1, 0)
        mean = s / n
        difference = difference + sign * mean
        variance = variance + (ss - 2 * mean * ns + mean * mean * nn) / n**2
    error = np.sqrt(np.maximum(variance, 0))
    exact = np.where(np.abs(difference) > _ROUNDING, np.inf, 0.0)
    return np.where(error > _ROUNDING, difference / np.maximum(error, _ROUNDING), exact)


def p_of_flips(sums: np.ndarray, *, n_permutations: int, seed: int) -> float:
    """How often sums of differences within stories lie as far from 0, with signs drawn at random, as they do.

    Two-sided; the signs as observed count as one of the draws.

    References
    ----------
    Fisher 1935, "The design of experiments", section 21; Phipson & Smyth 2010, "Permutation p-values should
    never be zero".

    >>> p_of_flips(np.array([0.1, 0.2, 0.1, 0.3, 0.2, 0.1]), n_permutations=999, seed=1) < 0.05
    True
    """
    random = np.random.default_rng(seed)
    signs = random.choice([-1.0, 1.0], size=(n_permutations, len(sums)))
    return _p_value(signs @ sums, sums.sum())


def _p_value(drawn: np.ndarray, observed: float) -> float:
    bound = abs(observed) * (1 - _ROUNDING) - _ROUNDING
    return float((np.count_nonzero(np.abs(drawn) >= bound) + 1) / (len(drawn) + 1))


def holm(p_values: ArrayLike) -> np.ndarray:
    """Adjust p-values so that keeping those of at most 0.05 raises even one false alarm in a twentieth of
    cases at most, however the tests depend on one another. Missing ones stay missing and count as no test.

    References
    ----------
    Holm 1979, "A simple sequentially rejective multiple test procedure".

    >>> holm([0.01, 0.04, 0.03, np.nan]).round(2).tolist()
    [0.03, 0.06, 0.06, nan]
    """
    p_values = np.asarray(p_values, float)
    order = np.argsort(p_values)[: np.count_nonzero(~np.isnan(p_values))]
    scaled = p_values[order] * np.arange(len(order), 0, -1)
    adjusted = np.full(len(p_values), np.nan)
    adjusted[order] = np.minimum(np.maximum.accumulate(scaled), 1)
    return adjusted
