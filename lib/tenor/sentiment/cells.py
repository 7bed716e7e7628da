"""Cells: the documents in each of the groups that sentences fall into."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS
from tenor.corpus.selections import order_of_publication
from tenor.errors import UserError
from tenor.sentiment.documents import sentence_means
from tenor.sentiment.sentences import scores_by

# What parts the documents or their sentences: one column, several, or none.
By = str | Sequence[str] | None
# The group of a cell that is not counted, since an earlier document of the group says nearly the same.
COPY = -2


@dataclass(frozen=True)
class Cells:
    """The documents in each group; a document is in several groups if its sentences are.

    Attributes
    ----------
    groups
        One row a group, its number as index, with a column for each name that parts them.
    group, doc
        One entry a cell: the numbers of its group (-1 for none, or `COPY`) and of its document.
    unit, of_unit
        The column of the scores by which a sentence finds its cell, "doc" or "sentence", and the cell of each
        document or sentence of the corpus, -1 for none.
    n_lost, n_units
        How many of how many documents or sentences have no group.
    """

    groups: pd.DataFrame
    group: np.ndarray
    doc: np.ndarray
    unit: str
    of_unit: np.ndarray
    n_lost: int
    n_units: int

    def groups_of(self, rows: pd.DataFrame) -> np.ndarray:
        """The number of the group of each row of scores, negative for none."""
        return np.append(self.group, -1)[self._cells_of(rows)]

    def means(self, scores: pd.DataFrame, analyzer: str) -> pd.DataFrame:
        """One row a cell that belongs to a group: `group`, `doc`, and the means of its sentences."""
        rows = scores_by(scores, analyzer).reset_index()
        means = sentence_means(rows, self._cells_of(rows), len(self.doc))
        cells = pd.concat([pd.DataFrame({"group": self.group, "doc": self.doc}), means], axis=1)
        return cells[self.group >= 0].reset_index(drop=True)

    def once_a_story(self, corpus: Corpus) -> "Cells":
        """These cells, where of near-copies in a group only the earliest belongs to it."""
        rank = np.argsort(order_of_publication(corpus.documents))
        order = np.argsort(rank[self.doc], kind="stable")
        clusters, _ = corpus.groups("cluster")
        story = pd.DataFrame({"group": self.group, "cluster": clusters[self.doc]}).iloc[order]
        is_copy = story.duplicated().sort_index().to_numpy() & (self.group >= 0)
        return replace(self, group=np.where(is_copy, COPY, self.group))

    def _cells_of(self, rows: pd.DataFrame) -> np.ndarray:
        return self.of_unit[rows[self.unit].to_numpy()]


def names_of(by: By, columns: Iterable[str]) -> list[str]:
    """The names in `by`, for a result with these `columns`.

    Raises
    ------
    UserError
        If a name stands twice, or the result has a column of that name.

    >>> names_of("source", ["analyzer"]), names_of(None, [])
    (['source'], [])
    """
    names = [by] if isinstance(by, str) else list(by or ())
    for name in names:
        check_free(name, columns)
    if len(set(names)) < len(names):
        raise UserError(f"by = {names!r} names a column twice; name each once")
    return names


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


def make_cells(scores: pd.DataFrame, corpus: Corpus, by: Sequence[str]) -> Cells:
    """The documents in the groups that the columns `by` make; without any, all in one.

    Metadata columns, "week", "month" and "year" part the documents, and each is in a group even if none of
    its sentences is scored. "voice" and "speaker" part their sentences: a document is in the group of each of
    its sentences in `scores`. Groups are in the order of the columns' values, voices in that of `VOICES`.

    Raises
    ------
    UserError
        If there is no such column.
    """
    if set(by) & set(TOKEN_COLUMNS):
        units = np.unique(scores["sentence"].to_numpy(np.int64))
        unit, docs, n_units = "sentence", corpus.sentence_documents[units], len(corpus.sentences)
    else:
        unit, n_units = "doc", len(corpus.documents)
        units = docs = np.arange(n_units)
    group, groups = _combine([_part(corpus, name, units, docs) for name in by], by, len(units))
    return fill_cells(groups, group, docs, unit, units, n_units)


def fill_cells(
    groups: pd.DataFrame, group: np.ndarray, docs: np.ndarray, unit: str, units: np.ndarray, n_units: int
) -> Cells:
    """The cells of these documents or sentences, by the number of group (negative for none) and document."""
    known = group >= 0
    n_documents = int(docs.max(initial=0)) + 1
    keys = group[known].astype(np.int64) * n_documents + docs[known]
    found, cell = np.unique(keys, return_inverse=True)
    of_unit = np.full(n_units, -1)
    of_unit[units[known]] = cell
    of_group, doc = np.divmod(found, n_documents)
    return Cells(groups, of_group, doc, unit, of_unit, int((~known).sum()), len(units))


def _part(corpus: Corpus, name: str, units: np.ndarray, docs: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """The place of each unit's value of one column, -1 for none, and the values."""
    if name not in TOKEN_COLUMNS:
        codes, labels = corpus.groups(name)
        return codes[docs], labels
    values = corpus.sentences[name].cat
    return values.codes.to_numpy()[units], list(values.categories)


def _combine(
    parts: list[tuple[np.ndarray, list[str]]], names: Sequence[str], n: int
) -> tuple[np.ndarray, pd.DataFrame]:
    """The number of each unit's group, -1 for none, and the groups: the combinations of values that occur."""
    keys, known = np.zeros(n, np.int64), np.ones(n, bool)
    for codes, labels in parts:
        keys, known = keys * max(len(labels), 1) + codes, known & (codes >= 0)
    if not parts:
        return keys, pd.DataFrame(index=pd.RangeIndex(1))
    found, group = np.unique(keys[known], return_inverse=True)
    columns = {}
    for name, (_, labels) in reversed(list(zip(names, parts, strict=True))):
        found, places = np.divmod(found, max(len(labels), 1))
        columns[name] = pd.array(np.array(labels, object)[places] if labels else [], dtype="string")
    numbers = np.full(n, -1)
    numbers[known] = group
    return numbers, pd.DataFrame({name: columns[name] for name in names})
