"""Rates: frequencies made comparable between samples of different size."""

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike


def above_zero(values: ArrayLike) -> np.ndarray:
    """Make missing what is not above 0, so that what is divided by it, or its logarithm, is missing, too.

    >>> above_zero([2, 0]).tolist()
    [2.0, nan]
    """
    values = np.asarray(values, float)
    return np.where(values > 0, values, np.nan)


def per_million(frequency: ArrayLike, n_words: ArrayLike) -> np.ndarray:
    """Turn frequencies into occurrences in a million words; missing where `n_words` is 0.

    >>> float(per_million(3, 2000))
    1500.0
    """
    return 1e6 * np.asarray(frequency) / above_zero(n_words)


def wilson_interval(
    frequency: ArrayLike, n_words: ArrayLike, *, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Compute the lower and upper bound of the share `frequency / n_words`; missing where `n_words` is 0.

    The bounds stay inside 0 to 1 and have a width even where the frequency is 0. They take the words for
    independent draws, which words of one document are not: the true uncertainty is greater.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.

    >>> low, high = wilson_interval(10, 100, confidence=0.95)
    >>> print(f"{low:.4f} to {high:.4f}")
    0.0552 to 0.1744
    """
    n_words = above_zero(n_words)
    share = np.asarray(frequency) / n_words
    z2 = NormalDist().inv_cdf(0.5 + confidence / 2) ** 2
    centre = share + z2 / (2 * n_words)
    spread = np.sqrt(z2 / n_words * (share * (1 - share) + z2 / (4 * n_words)))
    scale = 1 + z2 / n_words
    # Rounding must not put the share itself, when it is 0 or 1, outside its interval.
    low, high = (centre - spread) / scale, (centre + spread) / scale
    return np.clip(low, 0, share), np.clip(high, share, 1)
