"""Differences in tone between groups, with their intervals and permutation tests."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.intervals import MIN_DOCUMENTS, bootstrap_mean, bounds_of
from tenor.parameters import check_value
from tenor.sentiment.cells import By, Cells, names_of
from tenor.sentiment.notes import phrase_by, shared_notes
from tenor.sentiment.pairs import REST, blocks_of, label_pairs, pairs_of
from tenor.sentiment.permutations import holm, p_of_exchange, p_of_flips
from tenor.sentiment.sentences import analyzers_of
from tenor.sentiment.sides import Sides, make_sides, resample_means
from tenor.sentiment.summaries import counted_cells
from tenor.tables import describe

_MEASURES = ("difference", "low", "high", "p_permutation")
_COLUMNS = ("other", "analyzer", "n_documents", "n_documents_other", *_MEASURES, "p_adjusted")
_PAIRED = (
    "Voices are compared within documents: the mean of differences in the documents that have both; "
    "p_permutation draws their signs at random, story by story."
)
_UNPAIRED = (
    "difference is that of the means over documents, each counting once; p_permutation deals the stories out "
    "anew and compares differences over their standard error."
)


class _Settings(NamedTuple):
    confidence: float
    n_resamples: int
    seed: int


def differences(
    scores: pd.DataFrame,
    corpus: Corpus,
    *,
    by: By = "source",
    reference: str | None = None,
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Compare the tone of groups, two by two.

    One row a pair of groups and analyzer: the group under the name `by`, `other` (the group that it is
    compared with), `analyzer`, `n_documents` and `n_documents_other` (with a score), `difference` (of the
    means over documents, group less other, -2 to 2), `low` and `high` (its bootstrap interval),
    `p_permutation` (how often stories dealt out at random lie as far apart) and `p_adjusted` (the same, for
    all pairs of an analyzer together, by Holm's method).

    `by` is what `tone` takes. Of several columns the groups of the last are compared, within each group of
    the others. `reference` is a group that all others are compared with, "rest" to compare each group with
    all others together, or None for every pair.

    Voices are compared within documents: quoted less narrated tone of the same document, over the documents
    that have both, which keeps apart what is written about from who speaks. Other groups are compared as they
    are, and differ in topics before they differ in stance.

    Copies of one text, a story, are drawn and dealt out together, and a story that is in both groups for
    both. All measures are missing where either group has fewer than 5 stories with a score (of voices: the
    pair has); the notes count these rows. A difference that is not sure is not shown to be none.

    Raises
    ------
    UserError
        As `tone` does, if `by` is None, or `reference` is no group.

    References
    ----------
    Field & Welsh 2007, "Bootstrapping clustered data"; Chung & Romano 2013 and Holm 1979: see
    `tenor.sentiment.permutations`.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A great day."] + ["A bad day."], source=["Courier", "Lantern"])
    >>> table = differences(score_sentences(corpus, analyzers=["vader"]), corpus)
    >>> table[["source", "other", "n_documents", "difference"]]
        source    other  n_documents  difference
    0  Courier  Lantern            1         NaN
    """
    values = {"confidence": confidence, "n_resamples": n_resamples, "seed": seed}
    settings = _Settings(**{name: check_value(name, value) for name, value in values.items()})
    names = names_of(by, _COLUMNS)
    if not names:
        raise UserError(f"by = {by!r} makes no groups to compare; name a column, such as 'source'")
    cells = counted_cells(scores, corpus, names, count)
    table = _measure(scores, corpus, cells, reference, settings)
    table.attrs["alpha"] = 1 - settings.confidence
    return describe(
        table,
        title=f"Differences in tone by {phrase_by(names)[0]}",
        row="one row is a pair of groups and an analyzer",
        notes=[*_notes(table, settings, names[-1]), *shared_notes(corpus, cells)],
    )


def _measure(
    scores: pd.DataFrame, corpus: Corpus, cells: Cells, reference: str | None, settings: _Settings
) -> pd.DataFrame:
    """The rows of `differences`."""
    blocks, stories = blocks_of(cells.groups), corpus.groups("cluster")[0]
    pairs = list(pairs_of(cells.groups.iloc[:, -1], blocks, reference))
    labels, analyzers = label_pairs(cells.groups, pairs), analyzers_of(scores)
    compare = _compare_within if cells.groups.columns[-1] == "voice" else _compare
    parts = []
    for analyzer in analyzers:
        means = cells.means(scores, analyzer)
        sides = make_sides(means, stories, blocks, with_rest=reference == REST)
        rows = compare(sides, pairs, settings)
        rows["p_adjusted"] = holm(rows["p_permutation"])
        label = pd.Categorical([analyzer] * len(pairs), categories=analyzers)
        parts.append(pd.concat([labels.assign(analyzer=label), rows], axis=1))
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)


def _compare(sides: Sides, pairs: list[tuple[int, int]], settings: _Settings) -> pd.DataFrame:
    """One row a pair: the measures of groups that are compared as they are."""
    means = resample_means(sides, n_resamples=settings.n_resamples, seed=settings.seed)
    rows = []
    for first, second in pairs:
        sums, counts = sides.pair(first, second)
        n_stories = int((counts > 0).sum(axis=0).min())
        measures = [np.nan] * len(_MEASURES)
        if n_stories >= MIN_DOCUMENTS:
            of_first, of_second = sums.sum(axis=0) / counts.sum(axis=0)
            bounds = bounds_of(means[:, first] - means[:, second], n_stories, settings.confidence)
            p = p_of_exchange(sums, counts, n_permutations=settings.n_resamples, seed=settings.seed)
            measures = [of_first - of_second, *bounds, p]
        rows.append([*counts.sum(axis=0).astype(int), *measures])
    return pd.DataFrame(rows, columns=["n_documents", "n_documents_other", *_MEASURES])


def _compare_within(sides: Sides, pairs: list[tuple[int, int]], settings: _Settings) -> pd.DataFrame:
    """One row a pair: the measures of groups that are compared within documents."""
    rows = []
    for first, second in pairs:
        both = sides.means_within(first, second)
        values, stories = both["difference"].to_numpy(float), both["story"].to_numpy()
        low, high = bootstrap_mean(values, stories, **settings._asdict())
        mean = p = np.nan
        if not np.isnan(low):
            mean = values.mean()
            sums = both.groupby("story")["difference"].sum().to_numpy()
            p = p_of_flips(sums, n_permutations=settings.n_resamples, seed=settings.seed)
        rows.append([len(both), len(both), mean, low, high, p])
    return pd.DataFrame(rows, columns=["n_documents", "n_documents_other", *_MEASURES])


def _notes(table: pd.DataFrame, settings: _Settings, compared: str) -> list[str]:
    n_small = int(table["low"].isna().sum())
    small = f"Nothing is said in {n_small:,} of {len(table):,} rows: a group has fewer than {MIN_DOCUMENTS} "
    notes = [
        _PAIRED if compared == "voice" else _UNPAIRED,
        f"low and high bound the difference with {settings.confidence:.4g} confidence: bootstrap over "
        f"stories, {settings.n_resamples:,} resamples and permutations, seed {settings.seed}.",
        "p_adjusted holds for all pairs of an analyzer together (Holm 1979).",
        *(["There are no two groups to compare."] if table.empty else []),
        *([f"{small}stories with a score."] if n_small else []),
    ]
    n_tests = int(table.groupby("analyzer", observed=False)["p_permutation"].count().max())
    least = n_tests / (settings.n_resamples + 1)
    if least > 1 - settings.confidence:
        notes.append(
            f"With {n_tests:,} pairs and {settings.n_resamples:,} permutations p_adjusted cannot fall below "
            f"{least:.2f}: name a reference, or raise n_resamples."
        )
    return notes
