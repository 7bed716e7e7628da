"""Diversity at a size of one's choice, so that groups of different sizes can be compared."""

import numpy as np

from tenor.voices.hill import hill_numbers


def rarefied_hill(kinds: np.ndarray, stories: np.ndarray, m: int, *, n_draws: int, seed: int) -> float:
    """The effective number of kinds (Hill number of order 1) to be expected in `m` things drawn by stories.

    `kinds` and `stories` are one code from 0 on a thing, of at least `m` things. A draw takes whole stories
    at random, none twice, until it has `m` things, of the last story its first ones; the number is the mean
    over `n_draws`. Things of one story are drawn together since they are often of one kind: drawn one by one,
    a large group would seem more diverse than a small one of the same speakers.

    References
    ----------
    Gotelli & Colwell 2001, "Quantifying biodiversity" (sample-based rarefaction); Chao et al. 2014,
    "Rarefaction and extrapolation with Hill numbers".

    >>> kinds, stories = np.array([0, 0, 1, 1]), np.array([0, 0, 1, 1])
    >>> [rarefied_hill(kinds, stories, m, n_draws=100, seed=1) for m in (2, 4)]
    [1.0, 2.0]
    """
    order = np.argsort(stories, kind="stable")
    sizes = np.bincount(stories)
    members = np.split(kinds[order], np.cumsum(sizes)[:-1])
    random = np.random.default_rng(seed)
    counts = np.zeros((n_draws, kinds.max() + 1))
    for row in counts:
        drawn = random.permutation(len(sizes))
        last = np.searchsorted(np.cumsum(sizes[drawn]), m) + 1
        things = np.concatenate([members[story] for story in drawn[:last]])[:m]
        row += np.bincount(things, minlength=len(row))
    return float(hill_numbers(counts, 1).mean())
