"""Intervals of means, by resampling documents."""

import numpy as np

# With fewer documents a percentile interval says more about chance than about the group.
MIN_DOCUMENTS = 5
_DRAWS_AT_ONCE = 2_000_000


def bootstrap_mean(
    values: np.ndarray, clusters: np.ndarray, *, confidence: float, n_resamples: int, seed: int
) -> tuple[float, float]:
    """Bounds of the mean of `values`, by a percentile bootstrap over clusters of documents.

    `values` are the documents' scores, missing ones left out; `clusters` say which documents are copies of
    one another: they are drawn together, since a text printed three times is one observation. Each document
    of a resample counts once in its mean. Both bounds are missing with fewer than `MIN_DOCUMENTS` clusters;
    with fewer than about 20 the interval is somewhat too narrow.

    References
    ----------
    Efron 1979, "Bootstrap methods: another look at the jackknife"; Field & Welsh 2007, "Bootstrapping
    clustered data".

    >>> low, high = bootstrap_mean(
    ...     np.array([0.1, 0.2, 0.3, 0.4, 0.5]), np.arange(5), confidence=0.95, n_resamples=1000, seed=1
    ... )
    >>> 0.1 < low < 0.3 < high < 0.5
    True
    """
    known = ~np.isnan(values)
    _, codes = np.unique(clusters[known], return_inverse=True)
    sizes = np.bincount(codes)
    if len(sizes) < MIN_DOCUMENTS:
        return np.nan, np.nan
    sums = np.bincount(codes, weights=values[known])
    # A generator of its own for each call, so that a group's interval does not depend on the other groups.
    random = np.random.default_rng(seed)
    means = np.empty(n_resamples)
    step = max(1, _DRAWS_AT_ONCE // len(sizes))
    for first in range(0, n_resamples, step):
        block = means[first : first + step]
        draws = random.integers(len(sizes), size=(len(block), len(sizes)))
        block[:] = sums[draws].sum(axis=1) / sizes[draws].sum(axis=1)
    low, high = np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)
