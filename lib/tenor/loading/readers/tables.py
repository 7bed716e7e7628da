"""Tables of any format: their columns under our names."""

from collections.abc import Iterable, Sequence

from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import LeftOutError

# The place of the text's column, and place and name of each of the others.
Places = tuple[int, list[tuple[int, str]]]


def find_columns(names: Sequence[str], columns: Columns) -> Places:
    """Where the text and the other columns of a table stand.

    Raises
    ------
    LeftOutError
        If no column is recognised as the text.
    """
    places = search_columns(names, columns)
    if not places:
        raise no_texts(names)
    return places


def search_columns(names: Sequence[str], columns: Columns) -> Places | None:
    """Where the text and the other columns stand; None if no column is recognised as the text."""
    ours = columns.rename(tuple(names))
    if "text" not in ours:
        return None
    return ours.index("text"), [(place, name) for place, name in enumerate(ours) if name != "text"]


def no_texts(names: Iterable[str]) -> LeftOutError:
    """Why a table with these columns is left out; how to name the one of the texts is told as the remedy.

    >>> no_texts(["id", "Copy"]).args
    ('no text', "no column of texts; it has 'id', 'Copy'")
    """
    return LeftOutError("no text", f"no column of texts; it has {', '.join(map(repr, names))}"[:300])
