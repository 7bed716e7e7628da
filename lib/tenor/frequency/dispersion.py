"""Dispersion: how evenly a term is spread over the parts of a corpus, such as its documents."""

import numpy as np
from numpy.typing import ArrayLike


def dp(
    term: ArrayLike, part: ArrayLike, frequency: ArrayLike, part_sizes: ArrayLike, *, n_terms: int
) -> np.ndarray:
    """Compute the deviation of proportions of each term, from 0 (spread as the parts' sizes are) to near 1.

    `term`, `part` and `frequency` are the cells above 0 of the table of terms by parts, in any order;
    `part_sizes` are the words of each part. The result has one entry a term id below `n_terms`, missing for a
    term that does not occur. It is half the sum, over all parts, of the distance between the part's share of
    the words and its share of the term's occurrences. It says little where the parts outnumber the
    occurrences, which then cannot be spread evenly.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. Int. J. of Corpus Linguistics 13.

    >>> dp([0] * 5, range(5), [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], n_terms=1).round(4).tolist()
    [0.18]
    """
    term, part_sizes = np.asarray(term, np.intp), np.asarray(part_sizes, float)
    totals = np.bincount(term, weights=frequency, minlength=n_terms)
    expected = (part_sizes / max(part_sizes.sum(), 1))[np.asarray(part, np.intp)]
    observed = np.asarray(frequency) / totals[term]
    # Parts without the term add their own share: all shares add up to 1, less those of the parts with it.
    beyond = np.bincount(term, weights=np.abs(observed - expected) - expected, minlength=n_terms)
    return np.where(totals > 0, (1 + beyond) / 2, np.nan)


def dp_norm(values: ArrayLike, part_sizes: ArrayLike) -> np.ndarray:
    """Stretch DP so that its greatest possible value is 1, whatever the parts; missing for a single part.

    References
    ----------
    Lijffijt, J. & Gries, S. Th. (2012). Correction to "Dispersions and adjusted frequencies in corpora".
    Int. J. of Corpus Linguistics 17.

    >>> dp_norm([0.18], [9, 10, 10, 10, 11]).round(4).tolist()
    [0.2195]
    """
    part_sizes = np.asarray(part_sizes, float)
    if len(part_sizes) < 2:
        return np.full(np.shape(values), np.nan)
    return np.asarray(values) / (1 - part_sizes.min() / part_sizes.sum())
