"""Tone of groups of documents: means in which each document counts once, with intervals."""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.parameters import check_value
from tenor.sentiment.documents import counts_and_means, document_tone
from tenor.sentiment.intervals import MIN_DOCUMENTS, bootstrap_mean
from tenor.sentiment.sentences import analyzers_of
from tenor.tables import describe

# Scores of documents and their clusters to the bounds of the mean.
Interval = Callable[[np.ndarray, np.ndarray], tuple[float, float]]
# The code of a document that is not counted since an earlier one says nearly the same.
COPY = -2
_COLUMNS = (
    *("period", "analyzer", "n_documents", "n_scored_documents", "n_sentences", "share_scored"),
    *("polarity", "low", "high", "subjectivity"),
)


def group_documents(corpus: Corpus, by: str | None) -> tuple[np.ndarray, pd.DataFrame]:
    """The number of each document's group, and the groups' names as a column `by`; without `by` one group."""
    if by is None:
        return np.zeros(len(corpus.documents), np.int32), pd.DataFrame(index=pd.RangeIndex(1))
    check_free(by, _COLUMNS)
    codes, names = corpus.groups(by)
    return codes, pd.DataFrame({by: pd.array(names, dtype="string")})


def without_copies(corpus: Corpus, codes: np.ndarray, count: str, by: str | None) -> np.ndarray:
    """The groups of the documents, `COPY` where a near-copy is not counted; see `Corpus.stories`."""
    if check_value("count", count) == "documents":
        return codes
    is_story = np.isin(np.arange(len(codes)), corpus.story_numbers(by))
    return np.where(is_story | (codes < 0), codes, COPY)


def check_free(by: str, columns: Iterable[str]) -> None:
    """Check that a result with these columns has room for one named `by`.

    Raises
    ------
    UserError
        If one of them has the name.
    """
    if by in columns:
        raise UserError(
            f"by = {by!r} is also the name of a column of the result; rename the column of the metadata"
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


def _summarise(
    documents: pd.DataFrame, codes: np.ndarray, clusters: np.ndarray, n: int, interval: Interval
) -> pd.DataFrame:
    """One row a group, by number: what `tone` says of it. Documents with a negative code belong to none."""
    inside = codes >= 0
    documents, codes, clusters = documents[inside], codes[inside], clusters[inside]
    values = documents["polarity"].to_numpy()
    n_documents = np.bincount(codes, minlength=n)
    n_scored, polarity = counts_and_means(codes, values, n)
    _, subjectivity = counts_and_means(codes, documents["subjectivity"].to_numpy(), n)
    n_sentences = np.bincount(codes, weights=documents["n_sentences"], minlength=n)
    n_scored_sentences = np.bincount(codes, weights=documents["n_scored_sentences"], minlength=n)
    members = np.split(np.argsort(codes, kind="stable"), np.cumsum(n_documents))[:n]
    bounds = np.array([interval(values[rows], clusters[rows]) for rows in members]).reshape(-1, 2)
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


def summarise(
    scores: pd.DataFrame, corpus: Corpus, codes: np.ndarray, groups: pd.DataFrame, interval: Interval
) -> pd.DataFrame:
    """The rows of `groups`, each repeated for every analyzer, with what `tone` says of them.

    `codes` give each document's row of `groups`, -1 for none.
    """
    documents = document_tone(scores, corpus)
    clusters, _ = corpus.groups("cluster")
    analyzers = analyzers_of(scores)
    parts = []
    for analyzer in analyzers:
        rows = documents[documents["analyzer"] == analyzer]
        label = pd.Categorical([analyzer] * len(groups), categories=analyzers)
        summary = _summarise(rows, codes, clusters, len(groups), interval)
        parts.append(pd.concat([groups.assign(analyzer=label), summary], axis=1))
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)


def shared_notes(corpus: Corpus, codes: np.ndarray, wanted: str, interval_note: str) -> list[str]:
    """What every table of tone says: its unit, its interval, copies, and documents without a group."""
    n_documents, n_lost = len(corpus.documents), int((codes == -1).sum())
    n_dropped = int((codes == COPY).sum())
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
    if n_lost:
        notes.append(f"{n_lost:,} of {n_documents:,} documents are left out: they have no {wanted}.")
    return notes


def _note_small(table: pd.DataFrame, by: str | None) -> list[str]:
    """What to say of groups without an interval: the first five names, and how many more there are."""
    small = table[table["low"].isna()]
    if small.empty:
        return []
    names = small[by].unique().tolist() if by else []
    listed = ", ".join(names[:5]) + (f" and {len(names) - 5:,} more" if len(names) > 5 else "")
    rule = f"No interval where fewer than {MIN_DOCUMENTS} documents with different texts have a score"
    return [f"{rule}: {listed}." if by else f"{rule}."]


def tone(
    scores: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = "source",
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

    `by` is a column of the documents, or None for the whole corpus, without a column of groups. `low` and
    `high` are missing where fewer than 5 documents with different texts have a score, and the notes name
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
    codes, groups = group_documents(corpus, by)
    codes = without_copies(corpus, codes, count, by)
    table = summarise(scores, corpus, codes, groups, interval)
    notes = shared_notes(corpus, codes, str(by), interval_note) + _note_small(table, by)
    return describe(
        table,
        title=f"Tone by {by}" if by else "Tone of the corpus",
        row=f"one row is a {by} and an analyzer" if by else "one row is an analyzer",
        notes=notes,
    )
