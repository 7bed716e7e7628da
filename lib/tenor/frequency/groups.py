"""Groups of documents: what `by` parts a corpus into, and the tables made of them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError


class Group(NamedTuple):
    """Some documents, by number in ascending order, under one label."""

    label: str
    documents: np.ndarray


def split_documents(corpus: Corpus, by: str | None) -> list[Group]:
    """Part the documents by a metadata column or period of time; `None` makes one group of all.

    Documents without a value are in no group. Where no document has one, there is one group without
    documents, so that the tables made of it have their columns.

    Raises
    ------
    UserError
        If there is no such column.
    """
    if by is None:
        return [Group("", np.arange(len(corpus.documents)))]
    codes, labels = corpus.groups(by)
    order = np.argsort(codes, kind="stable")
    bounds = np.searchsorted(codes[order], np.arange(len(labels) + 1))
    groups = [Group(label, order[bounds[i] : bounds[i + 1]]) for i, label in enumerate(labels)]
    return groups or [Group("", np.zeros(0, np.intp))]


def stack_tables(groups: Sequence[Group], tables: Sequence[pd.DataFrame], by: str | None) -> pd.DataFrame:
    """Put the groups' tables under one another, behind a column `by` of their labels.

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
    labels = pd.Series([group.label for group in groups])
    stacked.insert(0, by, labels.repeat([len(table) for table in tables]).reset_index(drop=True))
    return stacked


def note_stories(corpus: Corpus, counted: Corpus, count: str, by: str | None = None) -> list[str]:
    """A footnote on what of `corpus` is counted, if near-copies count once."""
    if count == "documents":
        return []
    n_left, n = len(corpus.documents) - len(counted.documents), len(corpus.documents)
    within = f" of one {by}" if by else ""
    return [f"Counted once a story: {n_left:,} of {n:,} documents, later near-copies{within}, are left out."]


def note_ungrouped(corpus: Corpus, groups: Sequence[Group], by: str | None) -> list[str]:
    """A footnote on the documents without a group, if there are any."""
    n_missing = len(corpus.documents) - sum(len(group.documents) for group in groups)
    if not n_missing:
        return []
    return [f"{n_missing:,} of {len(corpus.documents):,} documents have no value of {by!r} and are left out."]
