"""Tone towards targets in groups: means in which each document counts once, with intervals."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS
from tenor.errors import UserError
from tenor.intervals import MIN_DOCUMENTS
from tenor.parameters import check_value
from tenor.sentiment.cells import check_free
from tenor.sentiment.summaries import Interval, make_interval
from tenor.sentiment.targets.model import LABELS
from tenor.tables import describe

_MEASURES = (*LABELS, "polarity", "low", "high")
_COLUMNS = ("target", "n_documents", "n_mentions", *_MEASURES)


def tone_towards(
    mentions: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Average the tone towards each target, with intervals.

    One row a target and group, groups in alphabetical order: `target`, the group under the name `by`,
    `n_documents` and `n_mentions` (sentences) with a score, `negative`, `neutral` and `positive` (shares of
    sentences with this label), `polarity` (mean of sentences, -1 to 1), `low` and `high` (its bootstrap
    interval). In shares and means each document counts once, with the mean of its sentences.

    `by` is a column of the documents, "week", "month" or "year", "voice" or "speaker" of the sentence, or
    None. Shares and means are missing where fewer than 5 stories have a score, and the notes name these
    groups. With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    A low mean may be bad news about the target as well as dislike of it.

    Raises
    ------
    UserError
        If `mentions` were made from another corpus, there is no column `by` or the result has one of that
        name, or a setting is out of range.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import towards
    >>> texts = [f"Voters praised Orr for work number {n} of hers." for n in range(5)]
    >>> corpus = from_texts(texts)
    >>> tone_towards(towards(corpus, "Orr"), corpus)[["target", "n_documents", "positive"]]
      target  n_documents  positive
    0    Orr            5       1.0
    """
    check_mentions(mentions, corpus)
    interval, interval_note = make_interval(confidence, n_resamples, seed)
    scored = mentions[mentions["polarity"].notna()]
    scored, copies = _without_copies(scored, corpus, count, by)
    scored, lost = _with_group(scored, corpus, by)
    keys = ["target", *([by] if by else [])]
    grouped = scored.groupby(keys, observed=True, sort=True)
    rows = [
        (*key, *_summarise(part, interval)) for key, part in ((_as_tuple(key), part) for key, part in grouped)
    ]
    table = pd.DataFrame(rows, columns=[*keys, *(name for name in _COLUMNS if name != "target")])
    return describe(
        table.astype(dict.fromkeys(keys, "string")),
        title=f"Tone towards targets by {by}" if by else "Tone towards targets",
        row=f"one row is a target and a {by}" if by else "one row is a target",
        notes=[
            "Shares and polarity are means over documents, each counting once with that of its sentences.",
            interval_note,
            *_notes(len(mentions), copies, lost, by),
            *_small(table, keys),
        ],
    )


def check_mentions(mentions: pd.DataFrame, corpus: Corpus) -> None:
    """Check that `mentions` were made from this corpus, or are some rows of such a table.

    Raises
    ------
    UserError
        If they were made from another one.
    """
    there = corpus.sentences.reindex(mentions["sentence"])
    ids = corpus.documents["doc_id"].reindex(mentions["doc"])
    fits = np.array_equal(there["doc"].to_numpy(float), mentions["doc"].to_numpy(float))
    fits = fits and ids.tolist() == mentions["doc_id"].tolist()
    if not (fits and (there["end"].to_numpy() >= mentions["end"].to_numpy()).all()):
        raise UserError(
            f"mentions hold {len(mentions):,} sentences that are not those of {corpus!r}; make them with "
            "towards(corpus, target) from the corpus that you give with them"
        )


def _as_tuple(key: object) -> tuple:
    return key if isinstance(key, tuple) else (key,)


def _without_copies(
    scored: pd.DataFrame, corpus: Corpus, count: str, by: str | None
) -> tuple[pd.DataFrame, int]:
    if check_value("count", count) == "documents":
        return scored, 0
    is_story = scored["doc"].isin(corpus.story_numbers(by))
    return scored[is_story], int((~is_story).sum())


def _with_group(scored: pd.DataFrame, corpus: Corpus, by: str | None) -> tuple[pd.DataFrame, int]:
    """The rows that belong to a group, with its name in the column `by`, and how many belong to none."""
    if by is None:
        return scored, 0
    if by not in TOKEN_COLUMNS:
        check_free(by, _COLUMNS)
        codes, names = corpus.groups(by)
        labels = np.array([*names, None], object)[codes]
        scored = scored.assign(**{by: labels[scored["doc"].to_numpy(np.int64)]})
    has_group = scored[by].notna()
    return scored[has_group], int((~has_group).sum())


def _summarise(part: pd.DataFrame, interval: Interval) -> list[float]:
    """What stands in a row of `tone_towards` behind the names of the group."""
    flags = pd.DataFrame({label: (part["label"] == label).astype(float) for label in LABELS})
    documents = flags.assign(polarity=part["polarity"]).groupby(part["doc"]).mean()
    clusters = part.groupby("doc")["cluster"].first().to_numpy()
    low, high = interval(documents["polarity"].to_numpy(), clusters)
    counts = [len(documents), len(part)]
    if np.isnan(low):
        return [*counts, *[np.nan] * len(_MEASURES)]
    return [*counts, *documents.mean().tolist(), low, high]


def _notes(n: int, copies: int, lost: int, by: str | None) -> list[str]:
    notes = []
    if copies:
        notes.append(
            f"Counted once a story: {copies:,} of {n:,} sentences, in later near-copies, are left out."
        )
    if lost:
        notes.append(f"{lost:,} of {n:,} sentences are left out: they have no {by}.")
    return notes


def _small(table: pd.DataFrame, keys: list[str]) -> list[str]:
    small = table[table["low"].isna()]
    if small.empty:
        return []
    names = [", ".join(map(str, row)) for row in small[keys].itertuples(index=False)]
    more = f" and {len(names) - 5:,} more" if len(names) > 5 else ""
    return [f"No mean where fewer than {MIN_DOCUMENTS} stories have a score: {'; '.join(names[:5])}{more}."]
