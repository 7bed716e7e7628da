"""Units: what counts once in a mean of tone. A document in each of its groups."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS
from tenor.errors import UserError
from tenor.parameters import check_value

# The group of a unit that is not counted since an earlier document says nearly the same.
COPY = -2
By = str | Sequence[str] | None


class Units(NamedTuple):
    """The documents of each group: one entry each in `documents` (its number) and in `groups` (the number of
    its group, -1 for none, `COPY` where a near-copy is not counted).

    `sentences` has for each sentence of the corpus the unit that it is in, -1 for none. `names` has one row a
    group: its names, in columns like those that part them.
    """

    documents: np.ndarray
    groups: np.ndarray
    sentences: np.ndarray
    names: pd.DataFrame


def columns_of(by: By) -> list[str]:
    """The columns that part a table.

    >>> columns_of(None), columns_of("source"), columns_of(["source", "voice"])
    ([], ['source'], ['source', 'voice'])
    """
    return [] if by is None else [by] if isinstance(by, str) else list(by)


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


def find_units(corpus: Corpus, by: By) -> Units:
    """The units of groups by columns of the documents, periods, "voice" and "speaker".

    Where words are parted, by voice or speaker, a document is in each group of which it has a sentence.
    Groups are in the order of their names, voices in that of `VOICES`.

    Raises
    ------
    UserError
        If there is no such column, or one is named twice.
    """
    columns = columns_of(by)
    if len(set(columns)) < len(columns):
        raise UserError(f"by = {columns!r} names a column twice; name each once")
    if set(columns) & set(TOKEN_COLUMNS):
        return _units_of_sentences(corpus, columns)
    codes, names = _combine([corpus.groups(column) for column in columns], len(corpus.documents), columns)
    return Units(np.arange(len(codes)), codes, corpus.sentence_documents, names)


def _units_of_sentences(corpus: Corpus, columns: list[str]) -> Units:
    counted = np.flatnonzero(corpus.sentences["is_counted"])
    parts = [_group_sentences(corpus, column) for column in columns]
    codes, names = _combine([(its[counted], labels) for its, labels in parts], len(counted), columns)
    pairs = np.stack([codes, corpus.sentence_documents[counted]])
    (groups, documents), places = np.unique(pairs, axis=1, return_inverse=True)
    sentences = np.full(len(corpus.sentences), -1)
    sentences[counted] = places.ravel()
    return Units(documents, groups, sentences, names)


def _group_sentences(corpus: Corpus, column: str) -> tuple[np.ndarray, list[str]]:
    if column not in TOKEN_COLUMNS:
        codes, names = corpus.groups(column)
        return codes[corpus.sentence_documents], names
    values = corpus.sentences[column].cat
    return values.codes.to_numpy(), [str(name) for name in values.categories]


def _combine(
    parts: Sequence[tuple[np.ndarray, list[str]]], n: int, columns: list[str]
) -> tuple[np.ndarray, pd.DataFrame]:
    """The number of the combined group of each of `n` rows, and the names of those that occur, in order."""
    if not parts:
        return np.zeros(n, np.int64), pd.DataFrame(index=pd.RangeIndex(1))
    codes = np.stack([part.astype(np.int64) for part, _ in parts])
    is_in = (codes >= 0).all(axis=0)
    found, places = np.unique(codes[:, is_in], axis=1, return_inverse=True)
    groups = np.full(n, -1)
    groups[is_in] = places.ravel()
    names = {
        column: pd.array([labels[code] for code in its], dtype="string")
        for column, (_, labels), its in zip(columns, parts, found.tolist(), strict=True)
    }
    return groups, pd.DataFrame(names, columns=columns)


def without_copies(corpus: Corpus, units: Units, count: str, by: By) -> Units:
    """The units, with `COPY` as group where a near-copy is not counted; see `Corpus.stories`.

    Raises
    ------
    UserError
        If `count` is neither "documents" nor "stories".
    """
    if check_value("count", count) == "documents":
        return units
    parting = [column for column in columns_of(by) if column not in TOKEN_COLUMNS]
    is_story = np.isin(units.documents, corpus.story_numbers(parting[0] if parting else None))
    return units._replace(groups=np.where(is_story | (units.groups < 0), units.groups, COPY))
