"""Shares of labels in groups, each compared with the share in all other groups."""

import numpy as np
import pandas as pd

from tenor.intervals import MIN_DOCUMENTS, bounds_of
from tenor.voices.resampling import Bootstrap

MEASURES = ("n_cues", "n_documents", "share", "share_elsewhere", "difference", "low", "high")


def compare_groups(
    rows: pd.DataFrame, shown: pd.DataFrame, stories: np.ndarray, bootstrap: Bootstrap
) -> pd.DataFrame:
    """Compare the share of each label in a group with that in all other groups.

    `rows` has one row a thing with `group`, `label` (numbers) and `doc`; `shown` the pairs of `group` and
    `label` that the result is of, row by row.

    >>> rows = pd.DataFrame({"group": [0, 0, 1], "label": [0, 1, 1], "doc": [0, 0, 1]})
    >>> shown = pd.DataFrame({"group": [0], "label": [1]})
    >>> compare_groups(rows, shown, np.arange(2), Bootstrap(0.95, 100, 1)).iloc[0].tolist()
    [1.0, 1.0, 0.5, 1.0, -0.5, nan, nan]
    """
    rows = rows.assign(
        group=_places(rows["group"], shown["group"]), label=_places(rows["label"], shown["label"])
    )
    places = [_places(shown[name], shown[name]) for name in ("group", "label")]
    shape = (shown["group"].nunique() + 1, shown["label"].nunique() + 1)
    cells = (rows["group"] * shape[1] + rows["label"]).to_numpy()
    size = shape[0] * shape[1]
    counts = np.bincount(cells, minlength=size).reshape(1, *shape)
    n_documents = np.bincount(cells[~rows.duplicated(["doc", "group", "label"])], minlength=size)
    share, elsewhere = (values[0] for values in _shares(counts, *places))
    bounds = _bounds(rows, cells, shape, places, stories, bootstrap)
    values = (
        counts[0][*places],
        n_documents.reshape(shape)[*places],
        share,
        elsewhere,
        share - elsewhere,
        *bounds.T,
    )
    return pd.DataFrame(dict(zip(MEASURES, values, strict=True)))


def _places(numbers: pd.Series, shown: pd.Series) -> np.ndarray:
    """The place of each number among those shown, and behind them all for the others."""
    found = np.unique(shown)
    places = pd.Index(found).get_indexer(numbers)
    return np.where(places < 0, len(found), places)


def _shares(counts: np.ndarray, group: np.ndarray, label: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The shares of each pair of a group and label, in the group and elsewhere, in each table of `counts`."""
    of_group, of_label = counts.sum(axis=2)[:, group], counts.sum(axis=1)[:, label]
    here, n = counts[:, group, label], counts.sum(axis=(1, 2))[:, None]
    return _ratio(here, of_group), _ratio(of_label - here, n - of_group)


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def _bounds(
    rows: pd.DataFrame,
    cells: np.ndarray,
    shape: tuple[int, int],
    places: list[np.ndarray],
    stories: np.ndarray,
    bootstrap: Bootstrap,
) -> np.ndarray:
    """`low` and `high` of the differences, missing where either side has few stories."""
    doc, ones = rows["doc"].to_numpy(), np.ones(len(rows))
    draws, _ = bootstrap.draw(doc, cells, ones, stories, shape[0] * shape[1])
    share, elsewhere = _shares(draws.reshape(-1, *shape), *places)
    story = pd.Series(stories[doc], index=rows.index)
    n_stories = [
        min(story[is_here].nunique(), story[~is_here].nunique())
        for is_here in (rows["group"] == group for group in range(shape[0]))
    ]
    bounds = np.full((len(places[0]), 2), np.nan)
    for at, group in enumerate(places[0]):
        if n_stories[group] >= MIN_DOCUMENTS:
            bounds[at] = bounds_of(share[:, at] - elsewhere[:, at], n_stories[group], bootstrap.confidence)
    return bounds
