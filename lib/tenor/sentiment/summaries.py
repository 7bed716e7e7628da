"""Means of groups of documents, in which each document counts once, with their intervals."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.intervals import bootstrap_mean
from tenor.parameters import check_value
from tenor.sentiment.cells import Cells, make_cells
from tenor.sentiment.documents import counts_and_means
from tenor.sentiment.sentences import analyzers_of, check_scores

# Scores of documents and their clusters to the bounds of the mean.
Interval = Callable[[np.ndarray, np.ndarray], tuple[float, float]]
COLUMNS = (
    *("period", "analyzer", "n_documents", "n_scored_documents", "n_sentences", "share_scored"),
    *("polarity", "low", "high", "subjectivity"),
)


def counted_cells(scores: pd.DataFrame, corpus: Corpus, by: list[str], count: str) -> Cells:
    """The documents that count in each group that `by` makes; see `make_cells` and `Cells.once_a_story`.

    Raises
    ------
    UserError
        If `scores` were made from another corpus, there is no column `by`, or `count` is unknown.
    """
    check_scores(scores, corpus)
    cells = make_cells(scores, corpus, by)
    return cells.once_a_story(corpus) if check_value("count", count) == "stories" else cells


def make_interval(confidence: float, n_resamples: int, seed: int) -> tuple[Interval, str]:
    """The function that gives an interval, and the note that explains it."""
    confidence = check_value("confidence", confidence)
    n_resamples, seed = check_value("n_resamples", n_resamples), check_value("seed", seed)
    note = (
        f"low and high bound the mean with {confidence:.4g} confidence: bootstrap over documents, "
        f"percentiles widened where they are few, {n_resamples:,} resamples, seed {seed}."
    )
    return partial(bootstrap_mean, confidence=confidence, n_resamples=n_resamples, seed=seed), note


def _summarise(cells: pd.DataFrame, clusters: np.ndarray, n: int, interval: Interval) -> pd.DataFrame:
    """One row each of `n` groups, by number: what `tone` says of it."""
    codes, values = cells["group"].to_numpy(), cells["polarity"].to_numpy()
    n_documents = np.bincount(codes, minlength=n)
    n_scored, polarity = counts_and_means(codes, values, n)
    _, subjectivity = counts_and_means(codes, cells["subjectivity"].to_numpy(), n)
    n_sentences = np.bincount(codes, weights=cells["n_sentences"], minlength=n)
    n_scored_sentences = np.bincount(codes, weights=cells["n_scored_sentences"], minlength=n)
    stories = clusters[cells["doc"].to_numpy()]
    members = np.split(np.argsort(codes, kind="stable"), np.cumsum(n_documents))[:n]
    bounds = np.array([interval(values[rows], stories[rows]) for rows in members]).reshape(-1, 2)
    return pd.DataFrame(
        {
            "n_documents": n_documents,
            "n_scored_documents": n_scored,
            "n_sentences": n_sentences.astype(int),
            "share_scored": np.divide(
                n_scored_sentences, n_sentences, out=np.full(n, np.nan), where=n_sentences > 0
            ),
            "polarity": polarity,
            "low": bounds[:, 0],
            "high": bounds[:, 1],
            "subjectivity": subjectivity,
        }
    )


def summarise(scores: pd.DataFrame, corpus: Corpus, cells: Cells, interval: Interval) -> pd.DataFrame:
    """The groups of `cells`, each repeated for every analyzer, with what `tone` says of them."""
    clusters, _ = corpus.groups("cluster")
    analyzers, n = analyzers_of(scores), len(cells.groups)
    parts = []
    for analyzer in analyzers:
        label = pd.Categorical([analyzer] * n, categories=analyzers)
        summary = _summarise(cells.means(scores, analyzer), clusters, n, interval)
        parts.append(pd.concat([cells.groups.assign(analyzer=label), summary], axis=1))
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)
