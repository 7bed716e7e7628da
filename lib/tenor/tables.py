"""Tables that carry their footnotes."""

from collections.abc import Iterable

import pandas as pd


def describe(table: pd.DataFrame, *, title: str, row: str, notes: Iterable[str] = ()) -> pd.DataFrame:
    """Give `table` its title, what one row of it is, and its footnotes, in `table.attrs`; return it.

    >>> describe(pd.DataFrame({"term": ["dam"]}), title="Terms", row="one row is a term").attrs["row"]
    'one row is a term'
    """
    table.attrs.update(title=title, row=row, notes=list(notes))
    return table


def remember_lines(table: pd.DataFrame, **how: object) -> None:
    """Keep in `table.attrs` how the lines behind a row are found: see `tenor.frequency.evidence`."""
    table.attrs["lines"] = how


def first_of_each(table: pd.DataFrame, column: str, n: int) -> pd.DataFrame:
    """The first `n` rows of each value of `column`, with the table's title and footnotes.

    >>> first_of_each(pd.DataFrame({"source": ["a", "a", "b"], "term": ["x", "y", "z"]}), "source", 1)
      source term
    0      a    x
    1      b    z
    """
    first = table.groupby(column, sort=False, dropna=False).head(n).reset_index(drop=True)
    first.attrs = dict(table.attrs)
    if len(first) < len(table):
        notes = [*table.attrs.get("notes", ()), f"The first {n} of each {column}, of {len(table):,} in all."]
        first.attrs["notes"] = notes
    return first
