"""Tone of groups of documents: means in which each document counts once, with intervals."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.parameters import check_value
from tenor.sentiment.cells import COPY, By, Cells, lost_note, make_cells, names_of
from tenor.sentiment.documents import counts_and_means
from tenor.sentiment.intervals import MIN_DOCUMENTS, bootstrap_mean
from tenor.sentiment.sentences import analyzers_of, check_scores
from tenor.tables import describe

# Scores of documents and their clusters to the bounds of the mean.
Interval = Callable[[np.ndarray, np.ndarray], tuple[float, float]]
COLUMNS = (
    *("period", "analyzer", "n_documents", "n_scored_documents", "n_sentences", "share_scored"),
    *("polarity", "low", "high", "subjectivity"),
)
# So many names of groups a footnote lists.
_MOST_NAMES = 5


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
        f"low and high bound the mean with {confidence:.4g} confidence: percentile bootstrap over documents, "
        f"{n_resamples:,} resamples, seed {seed}."
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


def unit_note(corpus: Corpus) -> list[str]:
    """What a mean of tone is taken over."""
    notes = [
        "polarity is the mean over documents, each counting once with the mean of its scored sentences; "
        "compare groups within an analyzer, not analyzers: their scales differ."
    ]
    return notes if len(corpus.documents) else [*notes, "No document is selected."]


def shared_notes(corpus: Corpus, cells: Cells) -> list[str]:
    """What every table of tone says of copies, and of documents or sentences without a group."""
    n_documents, n_dropped = len(corpus.documents), int((cells.group == COPY).sum())
    n_copies = n_documents - corpus.documents["cluster"].nunique()
    notes = []
    if n_dropped:
        notes.append(f"Counted once a story: {n_dropped:,} later near-copies are left out.")
    elif n_copies:
        notes.append(
            f"{n_copies:,} of {n_documents:,} documents nearly repeat another; copies are resampled together."
        )
    if cells.unit == "sentence":
        notes.append("A document counts in each group that it has sentences of, with the mean of these.")
    return [*notes, *lost_note(cells)]


def small_groups(table: pd.DataFrame, names: list[str], lacking: str) -> list[str]:
    """What to say of groups without an interval: the first five names, and how many more there are."""
    small = table[table["low"].isna()]
    if small.empty:
        return []
    rule = f"{lacking} where fewer than {MIN_DOCUMENTS} documents with different texts have a score"
    if not names:
        return [f"{rule}."]
    called = small[names].agg(" · ".join, axis=1).unique().tolist()
    n_more = len(called) - _MOST_NAMES
    listed = ", ".join(called[:_MOST_NAMES]) + (f" and {n_more:,} more" if n_more > 0 else "")
    return [f"{rule}: {listed}."]


def phrase_by(names: list[str], *further: str) -> tuple[str, str]:
    """The columns of a table in its title, and in the sentence on what a row is.

    >>> phrase_by(["source", "voice"], "analyzer")
    ('source and voice', 'one row is a source, a voice and an analyzer')
    """
    things = [f"{'an' if name[:1] in 'aeiou' else 'a'} {name}" for name in (*names, *further)]
    listed = " and ".join([", ".join(things[:-1]), things[-1]]) if things[1:] else things[0]
    return " and ".join(names), f"one row is {listed}"


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

    One row a group and analyzer, groups in alphabetical order: the group under the name `by`, `analyzer`,
    `n_documents`, `n_scored_documents` (with a known word; the mean is over these), `n_sentences`,
    `share_scored` (share of the sentences with a known word, 0 to 1), `polarity` (mean over documents, -1 to
    1), `low` and `high` (its bootstrap interval), `subjectivity` (mean over documents, 0 to 1; TextBlob
    only).

    `by` is a column of the documents, "week", "month" or "year", "voice" or "speaker", several of these such
    as ["source", "voice"], or None for the whole corpus, without a column of groups. Voices and speakers are
    those of sentences: a document counts once in each that it has, with the mean of its sentences there.

    `low` and `high` are missing where fewer than 5 documents with different texts have a score, and the notes
    name these groups. What has no value in `by` is left out and counted in the notes.

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
    names = names_of(by, COLUMNS)
    cells = counted_cells(scores, corpus, names, count)
    table = summarise(scores, corpus, cells, interval)
    told, row = phrase_by(names, "analyzer")
    return describe(
        table,
        title=f"Tone by {told}" if names else "Tone of the corpus",
        row=row,
        notes=[
            *unit_note(corpus),
            interval_note,
            *shared_notes(corpus, cells),
            *small_groups(table, names, "No interval"),
        ],
    )
