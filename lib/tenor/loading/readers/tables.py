"""Tables of any format: their columns under our names."""

from collections.abc import Sequence

from tenor.loading.metadata.columns import Columns


class NoTextsError(Exception):
    """A table without a column of texts: what it has instead."""


# The place of the text's column, and place and name of each of the others.
Places = tuple[int, list[tuple[int, str]]]


def find_columns(names: Sequence[str], columns: Columns) -> Places:
    """Where the text and the other columns of a table stand.

    Raises
    ------
    NoTextsError
        If no column is recognised as the text.
    """
    places = search_columns(names, columns)
    if not places:
        raise NoTextsError(f"it has {', '.join(map(repr, names))}")
    return places


def search_columns(names: Sequence[str], columns: Columns) -> Places | None:
    """Where the text and the other columns stand; None if no column is recognised as the text."""
    ours = columns.rename(tuple(names))
    if "text" not in ours:
        return None
    return ours.index("text"), [(place, name) for place, name in enumerate(ours) if name != "text"]
