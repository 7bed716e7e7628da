"""Groups: the parts that `by` makes of a corpus, the tables made of them, and the notes on what they lack."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS, Part
from tenor.errors import UserError


def stack_tables(parts: Sequence[Part], tables: Sequence[pd.DataFrame], by: str | None) -> pd.DataFrame:
    """Put the parts' tables under one another, behind a column `by` of their labels.

    Raises
    ------
    UserError
        If the tables have a column of that name already.
    """
    stacked = pd.concat(tables, ignore_index=True)
    if by is None:
        return stacked
    if by in stacked:
        raise UserError(
            f"by = {by!r} is also the name of a column of the result; rename the column of the metadata"
        )
    labels = pd.Series([part.label for part in parts], dtype=str)
    stacked.insert(0, by, labels.repeat([len(table) for table in tables]).reset_index(drop=True))
    return stacked


def note_counted(
    corpus: Corpus, counted: Corpus, count: str, by: str | None, parts: Sequence[Part] = ()
) -> list[str]:
    """Footnotes on what a table leaves out: by the selection, as copies of a story, for want of a group."""
    return [*corpus.notes, *note_stories(corpus, counted, count, by), *note_ungrouped(counted, parts, by)]


def note_stories(corpus: Corpus, counted: Corpus, count: str, by: str | None = None) -> list[str]:
    """A footnote on what of `corpus` is counted, if near-copies count once."""
    if count == "documents":
        return []
    n_left, n = len(corpus.documents) - len(counted.documents), len(corpus.documents)
    within = f" of one {by}" if by and by not in TOKEN_COLUMNS else ""
    return [f"Counted once a story: {n_left:,} of {n:,} documents, later near-copies{within}, are left out."]


def note_ungrouped(corpus: Corpus, parts: Sequence[Part], by: str | None) -> list[str]:
    """A footnote on the documents or words without a group, if there are any."""
    if by is None:
        return []
    things = "words" if by in TOKEN_COLUMNS else "documents"
    n, *sizes = (getattr(part, f"n_{things}") for part in (Part("", corpus), *parts))
    return note_missing(n - sum(sizes), n, things, by)


def note_missing(n_missing: int, n: int, things: str, by: str) -> list[str]:
    """A footnote on how many documents or words have no value of `by`, if there are any."""
    if not n_missing:
        return []
    return [f"{n_missing:,} of {n:,} {things} have no value of {by!r} and are left out."]


def part_numbers(corpus: Corpus, parts: str) -> tuple[np.ndarray, int]:
    """The number of each document's part, -1 for none, and how many parts there are: "document", or what a
    metadata column, "week", "month" or "year" makes.

    Raises
    ------
    UserError
        If there is no such column.
    """
    if parts == "document":
        return np.arange(len(corpus.documents)), len(corpus.documents)
    codes, labels = corpus.groups(parts)
    return codes, len(labels)
