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
