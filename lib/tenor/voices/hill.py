"""Measures of diversity, from how often each kind was counted."""

import numpy as np


def hill_numbers(counts: np.ndarray, order: int) -> np.ndarray:
    """The effective number of kinds in each row of `counts`: as many equally frequent kinds would be as
    diverse.

    Of order 1 it is the exponential of Shannon's entropy, of order 2 the inverse of Simpson's concentration.
    Missing in a row without counts. It is 1 for a single kind and at most the number of kinds.

    References
    ----------
    Hill, M. O. (1973). Diversity and evenness: a unifying notation and its consequences. Ecology 54.
    Jost, L. (2006). Entropy and diversity. Oikos 113.

    >>> counts = np.array([[1, 1, 1, 1], [6, 2, 0, 0], [0, 0, 0, 0]])
    >>> hill_numbers(counts, 1).round(4).tolist(), hill_numbers(counts, 2).tolist()
    ([4.0, 1.7548, nan], [4.0, 1.6, nan])
    """
    totals = counts.sum(axis=1, keepdims=True)
    shares = np.divide(counts, totals, out=np.zeros(counts.shape), where=totals > 0)
    if order == 1:
        logs = np.log(shares, out=np.zeros(shares.shape), where=shares > 0)
        numbers = np.exp(-(shares * logs).sum(axis=1))
    else:
        concentration = (shares**2).sum(axis=1)
        numbers = np.divide(1, concentration, out=np.zeros(len(shares)), where=concentration > 0)
    return np.where(totals[:, 0] > 0, numbers, np.nan)
