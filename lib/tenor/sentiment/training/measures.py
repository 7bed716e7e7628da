"""How well polarities match ratings."""

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
    wanted, found = signs(ratings, CUT), signs(polarity, CUT / 4)
    scores = []
    for sign in (-1, 0, 1):
        total = (wanted == sign).sum() + (found == sign).sum()
        scores.append(2 * ((wanted == sign) & (found == sign)).sum() / max(total, 1))
    return float(np.mean(scores))


def interval(
    groups: np.ndarray, ratings: np.ndarray, polarity: np.ndarray, *, n: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """The middle 95 % of the correlations in `n` draws of whole articles, with replacement."""
    order = np.argsort(groups, kind="stable")
    rows = np.split(order, np.flatnonzero(np.diff(groups[order])) + 1)
    random = np.random.default_rng(seed)
    draws = []
    for _ in range(n):
        drawn = np.concatenate([rows[i] for i in random.integers(len(rows), size=len(rows))])
        draws.append(pearson(ratings[drawn], polarity[drawn]))
    low, high = np.nanquantile(draws, [0.025, 0.975])
    return float(low), float(high)
