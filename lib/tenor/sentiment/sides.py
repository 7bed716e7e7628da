"""The two sides of each comparison of groups, story by story."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from scipy.sparse import csc_array

_DRAWS_AT_ONCE = 2_000_000


@dataclass(frozen=True)
class Sides:
    """What is compared: side number g is group g, and side G + g all other groups together.

    Attributes
    ----------
    rows
        One row a side and document with a score: `side`, `doc`, `story`, `polarity`.
    sums, counts
        A row a story and a column a side: the sum of its documents' scores there, and their number.
    """

    rows: pd.DataFrame
    sums: "csc_array"
    counts: "csc_array"

    def pair(self, first: int, second: int) -> tuple[np.ndarray, np.ndarray]:
        """The sums and counts of two sides, for the stories that are in one of them."""
        sums, counts = (table[:, [first, second]].toarray() for table in (self.sums, self.counts))
        is_there = counts.any(axis=1)
        return sums[is_there], counts[is_there]

    def means_within(self, first: int, second: int) -> pd.DataFrame:
        """One row a document that is on both sides: its `story` and the `difference` of its two means."""
        a, b = (self.rows[self.rows["side"] == side] for side in (first, second))
        both = a.merge(b, on=["doc", "story"]).sort_values("doc", kind="stable")
        return pd.DataFrame({"story": both["story"], "difference": both["polarity_x"] - both["polarity_y"]})


def make_sides(cells: pd.DataFrame, stories: np.ndarray, blocks: np.ndarray, *, with_rest: bool) -> Sides:
    """The sides that the groups of `cells` make; `with_rest` those of all other groups, too.

    `stories` give each document's story, and `blocks` each group's block: the rest of a group is that of its
    block. A document counts on each side once, with the mean of its scored sentences there.
    """
    from scipy.sparse import csc_array

    scored = cells[cells["n_scored_sentences"] > 0]
    rows = scored[["group", "doc", "polarity"]].rename(columns={"group": "side"})
    if with_rest:
        rows = pd.concat([rows, *_rests(scored, blocks, len(stories))], ignore_index=True)
    rows["story"] = stories[rows["doc"].to_numpy(np.int64)]
    shape = (int(stories.max(initial=-1)) + 1, len(blocks) * (2 if with_rest else 1))
    places = (rows["story"].to_numpy(), rows["side"].to_numpy())
    sums = csc_array((rows["polarity"].to_numpy(float), places), shape=shape)
    return Sides(rows, sums, csc_array((np.ones(len(rows)), places), shape=shape))


def _rests(scored: pd.DataFrame, blocks: np.ndarray, n_documents: int) -> list[pd.DataFrame]:
    """For each group the documents of the others in its block, with the mean of their sentences there."""
    group, doc, n = (scored[name].to_numpy(np.int64) for name in ("group", "doc", "n_scored_sentences"))
    total = scored["polarity"].to_numpy() * n
    parts = []
    for number, block in enumerate(blocks):
        others = (blocks[group] == block) & (group != number)
        counts = np.bincount(doc[others], weights=n[others], minlength=n_documents)
        sums = np.bincount(doc[others], weights=total[others], minlength=n_documents)
        docs = np.flatnonzero(counts)
        parts.append(
            pd.DataFrame({"side": len(blocks) + number, "doc": docs, "polarity": sums[docs] / counts[docs]})
        )
    return parts


def resample_means(sides: Sides, *, n_resamples: int, seed: int) -> np.ndarray:
    """The mean of each side, by column, in each of `n_resamples` draws of the stories, by row.

    The stories of all sides are drawn at once, so that one that is on two sides is drawn for both. Missing
    where none of a side's stories is drawn.
    """
    present = np.unique(sides.rows["story"].to_numpy())
    sums, counts = (table.tocsr()[present].T.tocsr() for table in (sides.sums, sides.counts))
    n, random = len(present), np.random.default_rng(seed)
    means = np.full((n_resamples, sums.shape[0]), np.nan)
    step = max(1, _DRAWS_AT_ONCE // max(n, 1))
    for first in range(0, n_resamples if n else 0, step):
        block = means[first : first + step]
        draws = random.integers(n, size=(len(block), n)) + n * np.arange(len(block))[:, None]
        times = np.bincount(draws.ravel(), minlength=n * len(block)).reshape(len(block), n).T.astype(float)
        drawn = counts @ times
        block[:] = np.divide(sums @ times, drawn, out=np.full(drawn.shape, np.nan), where=drawn > 0).T
    return means
