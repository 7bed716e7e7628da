"""Effect sizes: how strongly a term's frequency differs between two samples.

In every function `a` and `b` are the frequencies in target and reference, `c` and `d` the words of target and
reference. A result is missing where a sample has no words.
"""

import numpy as np
from numpy.typing import ArrayLike

from tenor.frequency.measures.rates import above_zero, per_million
from tenor.frequency.measures.significance import g2_two_cell


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
    return np.log2((a / above_zero(c)) / (b / above_zero(d)))


def lrc(
    a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike, *, confidence: float, n_tests: int
) -> np.ndarray:
    """Compute the Log Ratio that is sure: the bound nearer 0 of its interval, and 0 if that includes 0.

    The interval is the exact one of the target's share of the occurrences (Clopper-Pearson), two-sided, at
    the error level `1 - confidence` divided by the number of tests (Bonferroni). So the values depend on
    `n_tests`: compare them within one table. No frequency needs to be made up: a term that one sample lacks
    has a finite value, and one that both lack has 0. One list by this measure ranks size and surety at once.
    Words are taken for independent draws, which words of one document are not.

    References
    ----------
    Evert, S. (2022). Measuring keyness. Digital Humanities Conference, Tokyo; measure LRC of the R package
    corpora. Clopper, C. & Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the
    case of the binomial. Biometrika 26.

    >>> lrc([150, 10], [50, 0], 10_000, [20_000, 10_000], confidence=0.95, n_tests=1).round(4).tolist()
    [2.1143, 1.1645]
    """
    from scipy.special import betaincinv

    a, b, c, d = np.asarray(a, float), np.asarray(b, float), above_zero(c), above_zero(d)
    direction = np.sign(a * d - b * c)
    more, less = np.where(direction < 0, b, a), np.where(direction < 0, a, b)
    error = (1 - confidence) / max(n_tests, 1)
    share = betaincinv(np.maximum(more, 1), less + 1, error / 2)
    ratio = share / (1 - share) * np.where(direction < 0, c / d, d / c)
    # Added to it, 0 turns the -0.0 of an unsure negative difference into 0.
    return direction * np.log2(np.maximum(ratio, 1)) + 0


def percent_difference(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Compute the difference of the rates in per cent of the reference's (%DIFF): 100 is twice as frequent.

    It is -100 for a term that the target lacks, and missing for one that is absent in the reference, of which
    no percentage can be taken.

    References
    ----------
    Gabrielatos, C. & Marchi, A. (2011). Keyness: matching metrics to definitions. Corpus Linguistics in the
    South 1, Portsmouth.

    >>> percent_difference([150, 10, 0], [50, 0, 10], 10_000, [20_000, 10_000, 10_000]).round(4).tolist()
    [500.0, nan, -100.0]
    """
    reference = above_zero(b) / above_zero(d)
    return 100 * (a / above_zero(c) - reference) / reference


def odds_ratio(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Compute the ratio of the odds of meeting the term: 2 is twice the odds in the target, 0.5 half.

    For all but the most frequent terms it is nearly the ratio of the rates. It is 0 for a term that only the
    reference has, and missing where it would divide by 0: for a term that is absent in the reference, and for
    one that is every word of the target.

    References
    ----------
    Pojanapunya, P. & Watson Todd, R. (2018). Log-likelihood and odds ratio. Corpus Linguistics and Linguistic
    Theory 14.

    >>> odds_ratio([150, 10, 0], [50, 0, 10], 10_000, [20_000, 10_000, 10_000]).round(4).tolist()
    [6.0761, nan, 0.0]
    """
    a, b, c, d = np.asarray(a, float), np.asarray(b, float), above_zero(c), above_zero(d)
    return a * (d - b) / above_zero(b * (c - a))


def simple_maths(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike, *, k: float) -> np.ndarray:
    """Compute the ratio of the rates per million words, `k` (above 0) added to each: 1 is no difference.

    With it a term that a sample lacks has a ratio, too. The larger `k`, the more frequent are the terms with
    the largest ratios: 1 brings up rare ones, 1000 common ones.

    References
    ----------
    Kilgarriff, A. (2009). Simple maths for keywords. Corpus Linguistics Conference, Liverpool.

    >>> simple_maths(10, [0, 10], 10_000, 10_000, k=100).tolist()
    [11.0, 1.0]
    """
    return (per_million(a, c) + k) / (per_million(b, d) + k)


def ell(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Compute the effect size of the log-likelihood ratio, which is 0 where the rates are equal.

    It is the distance of `g2_two_cell` from 0, divided by all words and by the logarithm of the least
    expected frequency, which is that of the smaller sample. Where that frequency is 1 or less, the value is
    missing, and just above it is inflated. It tells nothing of the direction.

    References
    ----------
    Johnston, J. E., Berry, K. J. & Mielke, P. W. (2006). Measures of effect size for chi-squared and
    likelihood-ratio goodness-of-fit tests. Perceptual and Motor Skills 103.

    >>> ell(150, 50, 10_000, 20_000).round(6).tolist()
    0.001152
    """
    c, d = above_zero(c), above_zero(d)
    least = np.minimum(c, d) * np.add(a, b, dtype=float) / (c + d)
    return np.abs(g2_two_cell(a, b, c, d)) / ((c + d) * above_zero(np.log(above_zero(least))))
