"""Tone of groups of documents: means in which each document counts once, with intervals."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS
from tenor.parameters import check_value
from tenor.sentiment.documents import counts_and_means
from tenor.sentiment.intervals import MIN_DOCUMENTS, bootstrap_mean
from tenor.sentiment.sentences import analyzers_of, check_scores, scores_by
from tenor.sentiment.units import COPY, By, Units, check_free, columns_of, find_units, without_copies
from tenor.tables import describe

# Scores of documents and their clusters to the bounds of the mean.
Interval = Callable[[np.ndarray, np.ndarray], tuple[float, float]]
COLUMNS = (
    *("period", "analyzer", "n_documents", "n_scored_documents", "n_sentences", "share_scored"),
    *("polarity", "low", "high", "subjectivity"),
)


def make_interval(confidence: float, n_resamples: int, seed: int) -> tuple[Interval, str]:
    """The function that gives an interval, and the note that explains it."""
    confidence = check_value("confidence", confidence)
    n_resamples, seed = check_value("n_resamples", n_resamples), check_value("seed", seed)
    note = (
        f"low and high bound the mean with {confidence:.4g} confidence: percentile bootstrap over documents, "
        f"{n_resamples:,} resamples, seed {seed}."
    )
    return partial(bootstrap_mean, confidence=confidence, n_resamples=n_resamples, seed=seed), note


def _rows_of(scores: pd.DataFrame, units: Units, analyzer: str) -> pd.DataFrame:
    """One row a unit: its numbers of sentences and of scored ones, and the means of the latter."""
    rows = scores_by(scores, analyzer)
    its = units.sentences[rows.index.to_numpy(np.int64)]
    rows, its, n = rows[its >= 0], its[its >= 0], len(units.documents)
    n_scored, polarity = counts_and_means(its, rows["polarity"].to_numpy(), n)
    _, subjectivity = counts_and_means(its, rows["subjectivity"].to_numpy(), n)
    return pd.DataFrame(
        {
            "n_sentences": np.bincount(its, minlength=n),
            "n_scored_sentences": n_scored,
            "polarity": polarity,
            "subjectivity": subjectivity,
        }
    )


def _summarise(
    rows: pd.DataFrame, codes: np.ndarray, clusters: np.ndarray, n: int, interval: Interval
) -> pd.DataFrame:
    """One row a group, by number: what `tone` says of it. Units with a negative code belong to none."""
    inside = codes >= 0
    rows, codes, clusters = rows[inside], codes[inside], clusters[inside]
    values = rows["polarity"].to_numpy()
    n_documents = np.bincount(codes, minlength=n)
    n_scored, polarity = counts_and_means(codes, values, n)
    _, subjectivity = counts_and_means(codes, rows["subjectivity"].to_numpy(), n)
    n_sentences = np.bincount(codes, weights=rows["n_sentences"], minlength=n)
    n_scored_sentences = np.bincount(codes, weights=rows["n_scored_sentences"], minlength=n)
    members = np.split(np.argsort(codes, kind="stable"), np.cumsum(n_documents))[:n]
    bounds = np.array([interval(values[its], clusters[its]) for its in members]).reshape(-1, 2)
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


def summarise(scores: pd.DataFrame, corpus: Corpus, units: Units, interval: Interval) -> pd.DataFrame:
    """The names of the groups, each repeated for every analyzer, with what `tone` says of them."""
    check_scores(scores, corpus)
    clusters = corpus.groups("cluster")[0][units.documents]
    analyzers, groups = analyzers_of(scores), units.names
    parts = []
    for analyzer in analyzers:
        rows = _rows_of(scores, units, analyzer)
        label = pd.Categorical([analyzer] * len(groups), categories=analyzers)
        summary = _summarise(rows, units.groups, clusters, len(groups), interval)
        parts.append(pd.concat([groups.assign(analyzer=label), summary], axis=1))
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)


def shared_notes(corpus: Corpus, units: Units, by: By, wanted: str, interval_note: str) -> list[str]:
    """What every table of tone says: its unit, its interval, copies, and what has no group."""
    n_documents = len(corpus.documents)
    n_dropped = len(np.unique(units.documents[units.groups == COPY]))
    n_copies = n_documents - corpus.documents["cluster"].nunique()
    notes = [
        "polarity is the mean over documents, each counting once with the mean of its scored sentences; "
        "compare groups within an analyzer, not analyzers: their scales differ.",
        interval_note,
    ]
    if not n_documents:
        notes.append("No document is selected.")
    if n_dropped:
        notes.append(f"Counted once a story: {n_dropped:,} later near-copies are left out.")
    elif n_copies:
        notes.append(
            f"{n_copies:,} of {n_documents:,} documents nearly repeat another; copies are resampled together."
        )
    return [*notes, *_note_lost(corpus, units, by, wanted)]


def _note_lost(corpus: Corpus, units: Units, by: By, wanted: str) -> list[str]:
    if not set(columns_of(by)) & set(TOKEN_COLUMNS):
        n_lost, n, things = int((units.groups == -1).sum()), len(corpus.documents), "documents"
    else:
        is_lost = (units.groups == -1)[units.sentences] & (units.sentences >= 0)
        n_lost, n, things = int(is_lost.sum()), int((units.sentences >= 0).sum()), "sentences"
    return [f"{n_lost:,} of {n:,} {things} are left out: they have no {wanted}."] if n_lost else []


def _note_small(table: pd.DataFrame, by: list[str]) -> list[str]:
    """What to say of groups without an interval: the first five names, and how many more there are."""
    small = table[table["low"].isna()]
    if small.empty:
        return []
    names = [", ".join(row) for row in small[by].drop_duplicates().itertuples(index=False)] if by else []
    listed = ", ".join(names[:5]) + (f" and {len(names) - 5:,} more" if len(names) > 5 else "")
    rule = f"No interval where fewer than {MIN_DOCUMENTS} documents with different texts have a score"
    return [f"{rule}: {listed}." if by else f"{rule}."]


def tone(
    scores: pd.DataFrame,
    corpus: Corpus,
    *,
    by: By = "source",
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Average the tone of documents within groups, with intervals.

    One row a group and analyzer, groups in alphabetical order: the group under the name `by` (two columns
    for two of them), `analyzer`,
    `n_documents`, `n_scored_documents` (with a known word; the mean is over these), `n_sentences`,
    `share_scored` (share of the sentences with a known word, 0 to 1), `polarity` (mean over documents, -1 to
    1), `low` and `high` (its bootstrap interval), `subjectivity` (mean over documents, 0 to 1; TextBlob
    only).

    `by` is a column of the documents, "week", "month", "year", "voice" or "speaker", a list of several, such
    as ["source", "voice"], or None for the whole corpus, without a column of groups. By voice or speaker a
    document counts once in each of its voices or speakers, with the sentences there. `low` and `high` are
    missing where fewer than 5 documents with different texts have a score, and the notes name
    these groups. Documents without a value in `by` are left out and counted in the notes.

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    Groups differ in topics before they differ in stance: a source that writes about a flood scores lower than
    one that writes about a concert. Read the sentences behind a difference with `evidence`.

    Raises
    ------
    UserError
        If `scores` were made from another corpus, there is no column `by` or the result has one of that name,
        or a setting is out of range.

    References
    ----------
    Efron 1979; Field & Welsh 2007: see `tenor.sentiment.intervals`.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A great day. It rains.", "A bad day."], source=["Courier", "Lantern"])
    >>> table = tone(score_sentences(corpus, analyzers=["vader"]), corpus)
    >>> table[["source", "n_documents", "share_scored", "polarity", "low"]]
        source  n_documents  share_scored  polarity  low
    0  Courier            1           0.5    0.6249  NaN
    1  Lantern            1           1.0   -0.5423  NaN
    """
    interval, interval_note = make_interval(confidence, n_resamples, seed)
    columns = columns_of(by)
    for column in columns:
        check_free(column, COLUMNS)
    units = without_copies(corpus, find_units(corpus, by), count, by)
    table = summarise(scores, corpus, units, interval)
    named = " and ".join(columns)
    notes = shared_notes(corpus, units, by, " or no ".join(columns), interval_note)
    return describe(
        table,
        title=f"Tone by {named}" if columns else "Tone of the corpus",
        row=f"one row is a {', a '.join(columns)} and an analyzer" if columns else "one row is an analyzer",
        notes=[*notes, *_note_small(table, columns)],
    )
