"""How well polarities match ratings."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

# Ratings further than this from 0 are negative or positive, those within it neutral; likewise polarities
# further than a quarter of it, as their scale is a quarter as wide.
CUT = 0.5


def pearson(a: np.ndarray, b: np.ndarray) -> float:
    """The correlation; missing where one side is constant."""
    return float(np.corrcoef(a, b)[0, 1]) if np.ptp(a) and np.ptp(b) else np.nan


def spearman(a: np.ndarray, b: np.ndarray) -> float:
    """The correlation of the ranks, ties at their mean."""
    return pearson(pd.Series(a).rank().to_numpy(), pd.Series(b).rank().to_numpy())


def signs(values: np.ndarray, cut: float) -> np.ndarray:
    """-1, 0 or 1: below, within or above the cut.

    >>> signs(np.array([-0.6, 0.5, 0.6]), 0.5).tolist()
    [-1, 0, 1]
    """
    return (values > cut).astype(int) - (values < -cut)


def macro_f1(ratings: np.ndarray, polarity: np.ndarray) -> float:
    """The mean of the F1 scores of negative, neutral and positive; 0 for one that neither side holds.

    >>> macro_f1(np.array([-1.0, 0.0, 1.0, 1.0]), np.array([-0.3, 0.0, 0.3, 0.0]))
    0.7777777777777777
    """
    return float(np.mean(f1_scores(signs(ratings, CUT), signs(polarity, CUT / 4), (-1, 0, 1))))


def f1_scores(wanted: np.ndarray, found: np.ndarray, classes: Iterable[int]) -> list[float]:
    """The F1 score of each class; 0 for one that neither side holds.

    >>> f1_scores(np.array([0, 1, 1]), np.array([0, 1, 0]), range(3))
    [0.6666666666666666, 0.6666666666666666, 0.0]
    """
    hits = [int(((wanted == number) & (found == number)).sum()) for number in classes]
    sizes = [int((wanted == number).sum() + (found == number).sum()) for number in classes]
    return [2 * hit / max(size, 1) for hit, size in zip(hits, sizes, strict=True)]


def interval(
    groups: np.ndarray,
    ratings: np.ndarray,
    polarity: np.ndarray,
    *,
    confidence: float = 0.95,
    n: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """The middle `confidence` of the correlations in `n` draws of whole groups, with replacement.

    Draws without spread have no correlation and are left out; both bounds are missing where all are so.
    """
    codes = np.unique(groups, return_inverse=True)[1]
    a, b = ratings - ratings.mean(), polarity - polarity.mean()
    sums = np.column_stack(
        [np.bincount(codes, weights=values) for values in (np.ones(len(a)), a, b, a * a, b * b, a * b)]
    )
    random = np.random.default_rng(seed)
    draws = np.array([sums[random.integers(len(sums), size=len(sums))].sum(axis=0) for _ in range(n)])
    correlations = _correlations(draws)
    known = correlations[~np.isnan(correlations)]
    if not len(known):
        return np.nan, np.nan
    low, high = np.quantile(known, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)


def _correlations(sums: np.ndarray) -> np.ndarray:
    """Pearson's r of each row: how many, the sums of a and b, of their squares, and of their products."""
    n, a, b, aa, bb, ab = sums.T
    spread_a, spread_b = aa / n - (a / n) ** 2, bb / n - (b / n) ** 2
    has_spread = (spread_a > 1e-12 * (aa / n)) & (spread_b > 1e-12 * (bb / n))
    scale = np.sqrt(np.where(has_spread, spread_a * spread_b, 1))
    return np.where(has_spread, np.clip((ab / n - a * b / n**2) / scale, -1, 1), np.nan)
