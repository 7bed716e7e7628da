"""Intervals of tables of voices, by resampling documents."""

from dataclasses import dataclass

import numpy as np

from tenor.intervals import MIN_DOCUMENTS, bounds_of, resample_sums
from tenor.parameters import check_value


@dataclass(frozen=True)
class Bootstrap:
    """How intervals are drawn: over documents, near-copies together."""

    confidence: float
    n_resamples: int
    seed: int

    def __post_init__(self) -> None:
        for name in ("confidence", "n_resamples", "seed"):
            check_value(name, getattr(self, name))

    def note(self, what: str) -> str:
        """What the bounds of a table bound, for its footnotes."""
        return (
            f"low and high bound {what} with {self.confidence:.4g} confidence: bootstrap over documents, "
            f"near-copies drawn together, {self.n_resamples:,} resamples, seed {self.seed}; none with fewer "
            f"than {MIN_DOCUMENTS} stories."
        )

    def draw(
        self, doc: np.ndarray, column: np.ndarray, weight: np.ndarray, stories: np.ndarray, n_columns: int
    ) -> tuple[np.ndarray, int]:
        """The columns' sums of weights in each resample, and how many stories they are drawn from.

        `doc`, `column` and `weight` are one entry a thing that is counted; `stories` is the story of each
        document. Documents without any entry are no part of the sample.
        """
        from scipy.sparse import csr_array

        docs, place = np.unique(doc, return_inverse=True)
        table = csr_array((weight.astype(float), (place, column)), shape=(len(docs), n_columns))
        return resample_sums(table, stories[docs], n_resamples=self.n_resamples, seed=self.seed)

    def bound_shares(self, draws: np.ndarray, totals: np.ndarray, n: int) -> np.ndarray:
        """`low` and `high` of the share of each column of `draws` in `totals`, missing for few stories."""
        if n < MIN_DOCUMENTS or not draws.shape[1]:
            return np.full((draws.shape[1], 2), np.nan)
        shares = np.divide(draws, totals, out=np.full(draws.shape, np.nan), where=totals > 0)
        return np.array([bounds_of(column, n, self.confidence) for column in shares.T])

    def shares(
        self, doc: np.ndarray, column: np.ndarray, weight: np.ndarray, stories: np.ndarray, n_columns: int
    ) -> np.ndarray:
        """`low` and `high` of each column's share of all weights; see `draw`."""
        draws, n = self.draw(doc, column, weight, stories, n_columns)
        return self.bound_shares(draws, draws.sum(axis=1, keepdims=True), n)

    def bound_logarithm(self, value: float, draws: np.ndarray, n: int) -> tuple[float, float]:
        """`low` and `high` of a number of at least 1, from the spread of its logarithm over resamples and
        Student's t; missing for few stories."""
        if n < MIN_DOCUMENTS:
            return np.nan, np.nan
        from scipy.special import stdtrit

        reach = stdtrit(n - 1, (1 + self.confidence) / 2) * np.log(draws).std()
        return max(1.0, value * np.exp(-reach)), value * np.exp(reach)
