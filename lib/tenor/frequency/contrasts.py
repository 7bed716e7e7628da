"""Contrasts: how strongly, and how surely, a term's frequency differs between two samples.

In every function `a` and `b` are the frequencies in target and reference, `c` and `d` the words of target and
reference, both above 0.
"""

import math

import numpy as np
from numpy.typing import ArrayLike


def g2(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Compute the log-likelihood ratio of all four cells, negative where the term is rarer in the target.

    It grows with the size of the samples as well as with the difference: it tells how sure a difference is,
    not how large. Words are taken for independent draws, which words of one document are not.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
    Linguistics 19. The widespread two-cell form leaves out the cells of all other words.

    >>> g2([150, 0], [50, 10], 10_000, [20_000, 10_000]).round(2).tolist()
    [146.25, -13.87]
    """
    a, b, c, d = (np.asarray(values, float) for values in (a, b, c, d))
    share = (a + b) / (c + d)
    observed_expected = ((a, c * share), (b, d * share), (c - a, c * (1 - share)), (d - b, d * (1 - share)))
    total = 2 * sum(_surprise(observed, expected) for observed, expected in observed_expected)
    return np.sign(a * d - b * c) * np.maximum(total, 0)


def _surprise(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Observed times the logarithm of observed to expected, which is 0 where nothing was observed."""
    seen = observed > 0
    ratio = np.divide(observed, expected, out=np.ones(np.broadcast(observed, expected).shape), where=seen)
    return observed * np.log(ratio)


def log_ratio(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Compute the binary logarithm of the ratio of the rates: 1 is twice as frequent in the target, -1 half.

    A frequency of 0, and only that, counts as 0.5. So the ratio of a term that one sample lacks is a
    convention rather than a measurement, and where the lack says little even its sign is.

    References
    ----------
    Hardie, A. (2014). Log Ratio: an informal introduction. CASS, Lancaster University.

    >>> log_ratio([150, 10], [50, 0], 10_000, [20_000, 10_000]).round(4).tolist()
    [2.585, 4.3219]
    """
    a, b = (np.where(np.asarray(values) == 0, 0.5, values) for values in (a, b))
    return np.log2((a / c) / (b / d))


def g2_p_value(values: ArrayLike) -> np.ndarray:
    """Compute the probability of a G² at least this far from 0, if target and reference did not differ.

    The chi-squared distribution with one degree of freedom has the tail `erfc(sqrt(x / 2))`.

    >>> g2_p_value([3.8415, -6.6349]).round(4).tolist()
    [0.05, 0.01]
    """
    roots = np.sqrt(np.abs(np.asarray(values, float)) / 2)
    return np.fromiter(map(math.erfc, roots.tolist()), float, len(roots))


def adjust_p_values(p_values: ArrayLike) -> np.ndarray:
    """Adjust the p-values of many tests so that a bound on them bounds the share of false discoveries.

    Keeping all tests adjusted to 0.05 or less, one in twenty of those kept is expected to be a false alarm.

    References
    ----------
    Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57, 289-300.

    >>> adjust_p_values([0.01, 0.04, 0.03, 0.5]).round(4).tolist()
    [0.04, 0.0533, 0.0533, 0.5]
    """
    p_values = np.asarray(p_values, float)
    order = np.argsort(p_values)[::-1]
    n_tests = len(p_values)
    scaled = p_values[order] * n_tests / np.arange(n_tests, 0, -1)
    adjusted = np.empty(n_tests)
    adjusted[order] = np.minimum.accumulate(scaled)
    return adjusted
