"""Groups of documents that tables of voices are made by."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError


class Groups(NamedTuple):
    """The group of each document, -1 for none, the groups' names, the column that they stand in (None for a
    single group without a column), and what to say of documents without one."""

    of_document: np.ndarray
    names: list[str]
    by: str | None
    notes: list[str]

    def members(self, docs: np.ndarray) -> list[np.ndarray]:
        """The places in `docs`, numbers of documents, that belong to each group, ascending."""
        numbers = self.of_document[docs]
        order = np.argsort(numbers, kind="stable")
        bounds = np.searchsorted(numbers[order], np.arange(len(self.names) + 1))
        return [order[first:end] for first, end in pairwise(bounds)]

    def label(self, table: pd.DataFrame, numbers: np.ndarray) -> pd.DataFrame:
        """`table` with the names of the groups `numbers` as its first column, if they stand in one."""
        if self.by is not None:
            names = np.array([*self.names, ""], object)[np.asarray(numbers, np.int64)]
            table.insert(0, self.by, pd.array(names, dtype="string"))
        return table


def document_groups(corpus: Corpus, by: str | None, columns: Iterable[str]) -> Groups:
    """Part the documents by a column, or by "week", "month" or "year", for a result with these columns.

    Raises
    ------
    UserError
        If there is no such column, it parts words and not documents, or the result has one of that name.

    >>> from tenor.corpus import from_texts
    >>> document_groups(from_texts(["It rains."] * 2, source=["Lantern", "Courier"]), "source", []).names
    ['Courier', 'Lantern']
    """
    n = len(corpus.documents)
    if by is None:
        return Groups(np.zeros(n, np.int64), ["all"], None, [])
    if by in columns:
        raise UserError(
            f"by = {by!r} is also the name of a column of the result; rename the column of the metadata"
        )
    codes, names = corpus.groups(by)
    n_lost = int((codes < 0).sum())
    notes = [f"{n_lost:,} of {n:,} documents have no value of {by!r} and are left out."] if n_lost else []
    return Groups(codes.astype(np.int64), names, by, notes)


def stories_note(corpus: Corpus, counted: Corpus) -> list[str]:
    """A footnote on the near-copies that are counted once, if any are."""
    n = len(corpus.documents)
    n_left = n - len(counted.documents)
    return [f"Counted once a story: {n_left:,} of {n:,} documents are left out."] if n_left else []
