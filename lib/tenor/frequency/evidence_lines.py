"""Evidence: the lines behind a number of a table."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.periods import UNITS
from tenor.errors import UserError
from tenor.frequency.concordances import cut_lines
from tenor.frequency.queries.matches import Matches, find, find_any, find_pieces
from tenor.frequency.queries.patterns import read_terms
from tenor.frequency.windows import find_neighbours
from tenor.tables import describe


def evidence(
    corpus: Corpus,
    table: pd.DataFrame,
    row: int = 0,
    *,
    context: int = 8,
    limit: int | None = 100,
    seed: int = 1,
) -> pd.DataFrame:
    """Show the lines that a row of a table counts, from the corpus that the table was made of.

    `table` comes from a function of `tenor.frequency`, whole or some of its rows; `row` is the place of the
    row in it, 0 for the first. One row of the result is an occurrence, with the columns of `concordance`;
    there are as many as the row's `frequency` says, of which at most `limit` are shown. Of a collocate, an
    occurrence is a node with it in the window: one line where it stands there twice.

    Raises
    ------
    UserError
        If the table is of another kind, or has no such row.

    >>> from tenor.corpus import from_texts
    >>> from tenor.frequency import word_list
    >>> corpus = from_texts(["The dam holds.", "The dam broke."])
    >>> evidence(corpus, word_list(corpus), 0)[["left", "node", "right"]].values.tolist()
    [['The ', 'dam', ' holds.'], ['The ', 'dam', ' broke.']]
    """
    how = table.attrs.get("lines")
    if how is None:
        raise UserError(
            "table has no lines behind its rows; give a table made by tenor.frequency from this corpus"
        )
    if not 0 <= row < len(table):
        raise UserError(f"row = {row!r} is not in the table, which has {len(table):,} rows, from 0 on")
    wanted = table.iloc[row]
    part = _part_of(corpus.counted_by(how["count"], how["by"]), how, wanted)
    told = cut_lines(part, _find(part, how, wanted), context=context, limit=limit, seed=seed)
    return describe(
        told,
        title=f"Lines of “{wanted[how['query']]}”",
        row="one row is an occurrence",
        notes=told.attrs["notes"],
    )


def _part_of(corpus: Corpus, how: dict, row: pd.Series) -> Corpus:
    """The part of the corpus that the row counts."""
    if row.get("frequency") == 0:
        return corpus.take(np.zeros(0, np.int64))
    for by in filter(None, [how["by"], how.get("period")]):
        label = row["period"] if by in UNITS and by not in row else row[by]
        corpus = next((part.corpus for part in corpus.split(by) if part.label == label), None)
        if corpus is None:
            raise UserError(f"the corpus has no {by} {label!r}; give the corpus that the table was made of")
    return corpus


def _find(corpus: Corpus, how: dict, row: pd.Series) -> Matches:
    """What the row counts: words that a user asked for, meetings of two words, or terms."""
    if "period" in how:
        return find(corpus, row[how["query"]])
    if "left" in how:
        return _near(corpus, how, row)
    return find_pieces(corpus, read_terms(corpus, row[how["query"]]))


def _near(corpus: Corpus, how: dict, row: pd.Series) -> Matches:
    """The nodes that have the collocate in their window."""
    nodes = find_any(corpus, how["nodes"] or [row["node"]], parameter="node")
    near = find_neighbours(corpus, nodes.positions, nodes.sizes, how["left"], how["right"])
    term = np.flatnonzero(corpus.vocabulary["term"] == row[how["query"]])
    kept = np.unique(near.node[np.isin(corpus.terms[near.position], term)])
    return Matches(nodes.positions[kept], nodes.sizes[kept])
