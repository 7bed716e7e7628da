"""Tables of any format: their columns under our names."""

from collections.abc import Sequence

from tenor.errors import UserError
from tenor.loading.metadata.columns import Columns

# The place of the text's column, and place and name of each of the others.
Places = tuple[int, list[tuple[int, str]]]


def find_columns(path: str, names: Sequence[str], columns: Columns) -> Places:
    """Where the text and the other columns of a table stand.

    Raises
    ------
    UserError
        If no column is recognised as the text.
    """
    places = search_columns(names, columns)
    if not places:
        raise UserError(
            f"{path} has no column of texts; it has {', '.join(map(repr, names))}. Name the one that holds "
            "them: columns: {text: NAME} in a recipe, --column text=NAME on the command line"
        )
    return places


def search_columns(names: Sequence[str], columns: Columns) -> Places | None:
    """Where the text and the other columns stand; None if no column is recognised as the text."""
    ours = columns.rename(tuple(names))
    if "text" not in ours:
        return None
    return ours.index("text"), [(place, name) for place, name in enumerate(ours) if name != "text"]
