"""Dispersion: how evenly a term is spread over the parts of a corpus, such as its documents.

In every function `term`, `part` and `frequency` are the cells above 0 of the table of terms by parts, in any
order; `part_sizes` are the words of each part. A part without words is no part. The result has one entry a
term id below `n_terms`, missing for a term that does not occur.

All of these values depend on the number and the sizes of the parts, so compare them only within one table,
and beside the frequency: a term that occurs less often than there are parts cannot be spread evenly.
"""

import numpy as np
from numpy.typing import ArrayLike


def part_range(term: ArrayLike, *, n_terms: int) -> np.ndarray:
    """Count the parts that hold each term, which is 0 for a term that does not occur.

    The cells' other columns do not matter. Frequent terms reach all parts of a size, evenly spread or not.

    >>> part_range([0, 0, 2], n_terms=3).tolist()
    [2, 0, 1]
    """
    return np.bincount(np.asarray(term, np.intp), minlength=n_terms)


def dp(
    term: ArrayLike, part: ArrayLike, frequency: ArrayLike, part_sizes: ArrayLike, *, n_terms: int
) -> np.ndarray:
    """Compute the deviation of proportions, from 0 (spread as the parts' sizes are) to near 1 (in one part).

    It is half the sum, over all parts, of the distance between the part's share of the words and its share of
    the term's occurrences.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. Int. J. of Corpus Linguistics 13.

    >>> dp([0] * 5, range(5), [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], n_terms=1).round(4).tolist()
    [0.18]
    """
    term = np.asarray(term, np.intp)
    observed = _share_in_cells(term, frequency, n_terms)
    expected = _shares(part_sizes)[np.asarray(part, np.intp)]
    # Parts without the term add their own share: all shares add up to 1, less those of the parts with it.
    return (1 + _sum_cells(term, np.abs(observed - expected) - expected, n_terms)) / 2


def dp_norm(values: ArrayLike, part_sizes: ArrayLike) -> np.ndarray:
    """Stretch DP so that its greatest possible value is 1, whatever the parts; missing for a single part.

    The greatest value is that of a term that occurs in the smallest part only.

    References
    ----------
    Lijffijt, J. & Gries, S. Th. (2012). Correction to "Dispersions and adjusted frequencies in corpora".
    Int. J. of Corpus Linguistics 17.

    >>> dp_norm([0.18], [9, 10, 10, 10, 11]).round(4).tolist()
    [0.2195]
    """
    shares = _shares(part_sizes)
    shares = shares[shares > 0]
    return np.asarray(values) / (1 - shares.min() if len(shares) > 1 else np.nan)


def kl_divergence(
    term: ArrayLike, part: ArrayLike, frequency: ArrayLike, part_sizes: ArrayLike, *, n_terms: int
) -> np.ndarray:
    """Compute the Kullback-Leibler divergence in bits, from 0 (spread as the parts' sizes are) upwards.

    It is how far the parts' shares of the term's occurrences are from their shares of the words, and at most
    the binary logarithm of all words to those of the smallest part.

    References
    ----------
    Gries, S. Th. (2020). Analyzing dispersion. In: A practical handbook of corpus linguistics.

    >>> kl_divergence([0] * 5, range(5), [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], n_terms=1).round(4).tolist()
    [0.137]
    """
    term = np.asarray(term, np.intp)
    observed = _share_in_cells(term, frequency, n_terms)
    expected = _shares(part_sizes)[np.asarray(part, np.intp)]
    return np.maximum(_sum_cells(term, observed * np.log2(observed / expected), n_terms), 0)


def dkl(divergence: ArrayLike) -> np.ndarray:
    """Bring the divergence, in bits, to a scale from 0 (spread as the parts' sizes are) to near 1.

    It is 1 less e to the power of the negative divergence. Tools that take the divergence in nats, or 2 for
    e, have smaller values: 0.0906 in the example.

    References
    ----------
    Gries, S. Th. (2024). Frequency, dispersion, association, and keyness. Benjamins.

    >>> dkl([0.1370]).round(4).tolist()
    [0.128]
    """
    return -np.expm1(-np.asarray(divergence, float))


def juilland_d(
    term: ArrayLike, part: ArrayLike, frequency: ArrayLike, part_sizes: ArrayLike, *, n_terms: int
) -> np.ndarray:
    """Compute Juilland's D of the rates in the parts, from 1 (the same in all parts) to 0 (in one part).

    The rates are relative frequencies, and their standard deviation is that of the population. Missing for a
    single part. Not for parts by the hundred, of which every frequent term comes near 1 (Biber et al. 2016).

    References
    ----------
    Juilland, A., Brodin, D. & Davidovitch, C. (1970). Frequency dictionary of French words. Mouton.

    >>> juilland_d([0] * 5, range(5), [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], n_terms=1).round(4).tolist()
    [0.7852]
    """
    term, n_parts = np.asarray(term, np.intp), np.count_nonzero(part_sizes)
    rates = frequency / np.asarray(part_sizes, float)[np.asarray(part, np.intp)]
    means = _sum_cells(term, rates, n_terms) / max(n_parts, 1)
    squares = _sum_cells(term, (rates - means[term]) ** 2, n_terms)
    squares += (n_parts - part_range(term, n_terms=n_terms)) * means**2
    variation = np.sqrt(squares / max(n_parts, 1)) / means
    return np.maximum(1 - variation / (np.sqrt(n_parts - 1) if n_parts > 1 else np.nan), 0)


def carroll_d2(
    term: ArrayLike, part: ArrayLike, frequency: ArrayLike, part_sizes: ArrayLike, *, n_terms: int
) -> np.ndarray:
    """Compute Carroll's D2 of the rates in the parts, from 1 (the same in all parts) to 0 (in one part).

    It is the entropy of the relative frequencies, divided by that of equal ones. Missing for a single part. A
    rare term in short parts has high rates there, which weigh as much as those of long parts.

    References
    ----------
    Carroll, J. B. (1970). An alternative to Juilland's usage coefficient for lexical frequencies. ETS
    Research Bulletin.

    >>> carroll_d2([0] * 5, range(5), [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], n_terms=1).round(4).tolist()
    [0.9379]
    """
    term, n_parts = np.asarray(term, np.intp), np.count_nonzero(part_sizes)
    rates = frequency / np.asarray(part_sizes, float)[np.asarray(part, np.intp)]
    shares = _share_in_cells(term, rates, n_terms)
    entropy = _sum_cells(term, -shares * np.log(shares), n_terms)
    return np.clip(entropy / (np.log(n_parts) if n_parts > 1 else np.nan), 0, 1)


def rosengren_s(
    term: ArrayLike, part: ArrayLike, frequency: ArrayLike, part_sizes: ArrayLike, *, n_terms: int
) -> np.ndarray:
    """Compute Rosengren's S, from 1 (spread as the parts' sizes are) down to the smallest part's share.

    So its least value depends on the parts: with n of equal size it is 1 / n.

    References
    ----------
    Rosengren, I. (1971). The quantitative concept of language and its relation to the structure of frequency
    dictionaries. Études de linguistique appliquée 1.

    >>> rosengren_s([0] * 5, range(5), [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], n_terms=1).round(4).tolist()
    [0.9498]
    """
    term = np.asarray(term, np.intp)
    expected = _shares(part_sizes)[np.asarray(part, np.intp)]
    roots = _sum_cells(term, np.sqrt(expected * np.asarray(frequency)), n_terms)
    return np.minimum(roots**2 / _sum_cells(term, frequency, n_terms), 1)


def _shares(part_sizes: ArrayLike) -> np.ndarray:
    """The share of all words that each part holds."""
    part_sizes = np.asarray(part_sizes, float)
    return part_sizes / max(part_sizes.sum(), 1)


def _sum_cells(term: np.ndarray, values: ArrayLike, n_terms: int) -> np.ndarray:
    """The sum of the values of each term's cells, missing for a term without any."""
    sums = np.bincount(term, weights=values, minlength=n_terms)
    return np.where(part_range(term, n_terms=n_terms) > 0, sums, np.nan)


def _share_in_cells(term: np.ndarray, values: ArrayLike, n_terms: int) -> np.ndarray:
    """The share of each cell in the sum of its term's cells."""
    return values / _sum_cells(term, values, n_terms)[term]
