"""Significance: how surely a term's frequency differs between two samples.

In every function `a` and `b` are the frequencies in target and reference, `c` and `d` the words of target and
reference. A result is missing where a sample has no words.
"""

import numpy as np
from numpy.typing import ArrayLike

from tenor.frequency.measures.rates import above_zero


def g2(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Compute the log-likelihood ratio of all four cells, negative where the term is rarer in the target.

    It grows with the size of the samples as well as with the difference: it tells how sure a difference is,
    not how large. Words are taken for independent draws, which words of one document are not. It is 0 for a
    term that neither sample has.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
    Linguistics 19.

    >>> g2([150, 0], [50, 10], 10_000, [20_000, 10_000]).round(2).tolist()
    [146.25, -13.87]
    """
    return _log_likelihood(a, b, c, d, n_cells=4)


def g2_two_cell(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Compute the log-likelihood ratio without the cells of all other words, with the sign of `g2`.

    This widespread short form is to compare with figures of other tools. It comes close to `g2` for rare
    terms, and falls below it for frequent ones.

    References
    ----------
    Rayson, P. & Garside, R. (2000). Comparing corpora using frequency profiling. Workshop on Comparing
    Corpora, ACL.

    >>> g2_two_cell([150, 0], [50, 10], 10_000, [20_000, 10_000]).round(2).tolist()
    [145.2, -13.86]
    """
    return _log_likelihood(a, b, c, d, n_cells=2)


def _log_likelihood(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike, *, n_cells: int) -> np.ndarray:
    a, b, c, d = np.asarray(a, float), np.asarray(b, float), above_zero(c), above_zero(d)
    share = (a + b) / (c + d)
    observed_expected = ((a, c * share), (b, d * share), (c - a, c * (1 - share)), (d - b, d * (1 - share)))
    total = 2 * sum(_surprise(observed, expected) for observed, expected in observed_expected[:n_cells])
    return np.sign(a * d - b * c) * np.maximum(total, 0)


def _surprise(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Observed times the logarithm of observed to expected, which is 0 where nothing was observed."""
    seen = observed > 0
    ratio = np.divide(observed, expected, out=np.ones(np.broadcast(observed, expected).shape), where=seen)
    return observed * np.log(ratio)


def g2_p_value(values: ArrayLike) -> np.ndarray:
    """Compute the probability of a G² at least this far from 0, if target and reference did not differ.

    The chi-squared distribution with one degree of freedom has the tail `erfc(sqrt(x / 2))`. The probability
    of a missing G² is missing.

    >>> g2_p_value([3.8415, -6.6349]).round(4).tolist()
    [0.05, 0.01]
    """
    from scipy.special import erfc

    return erfc(np.sqrt(np.abs(np.asarray(values, float)) / 2))


def adjust_p_values(p_values: ArrayLike) -> np.ndarray:
    """Adjust the p-values of many tests so that a bound on them bounds the share of false discoveries.

    Keeping all tests adjusted to 0.05 or less, one in twenty of those kept is expected to be a false alarm.
    What is missing stays missing and does not count as a test.

    References
    ----------
    Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57, 289-300.

    >>> adjust_p_values([0.01, 0.04, 0.03, 0.5]).round(4).tolist()
    [0.04, 0.0533, 0.0533, 0.5]
    """
    p_values = np.asarray(p_values, float)
    n_tests = np.count_nonzero(~np.isnan(p_values))
    # Missing values come last in the order, and so do not reach the tests.
    order = np.argsort(p_values)[:n_tests][::-1]
    scaled = p_values[order] * n_tests / np.arange(n_tests, 0, -1)
    adjusted = np.full(len(p_values), np.nan)
    adjusted[order] = np.minimum.accumulate(scaled)
    return adjusted


def bic(g2_values: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Weigh the evidence of a G², of four cells or of two, against the size of the samples.

    It approximates the Bayesian Information Criterion by the distance of G² from 0 less the logarithm of all
    words. Below 0 the evidence speaks for no difference, up to 2 it is worth a bare mention, up to 6
    positive, up to 10 strong, and beyond that very strong. It tells nothing of the direction.

    References
    ----------
    Wilson, A. (2013). Embracing Bayes factors for key item analysis in corpus linguistics. In: New approaches
    to the study of linguistic variability. The grades are those of Kass, R. & Raftery, A. (1995). Bayes
    factors. JASA 90.

    >>> bic([145.1961, -13.8629], [10_000, 10_000], [20_000, 10_000]).round(2).tolist()
    [134.89, 3.96]
    """
    return np.abs(g2_values) - np.log(above_zero(c) + above_zero(d))
