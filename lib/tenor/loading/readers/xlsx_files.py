"""Excel workbooks: one row of a sheet, one document."""

from collections.abc import Iterator, Sequence
from typing import Any

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.delimited import distinct
from tenor.loading.outcomes import Document, LedgerRow, LeftOutError, ledger_row
from tenor.loading.readers.slices import row_bytes, too_large
from tenor.loading.readers.tables import Places, no_texts, search_columns
from tenor.loading.readers.workbooks import read_rows, read_sheets


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:
    """The documents in the rows below the header, which is the first row that is not blank.

    They are those of the first sheet with a column of texts, and of the sheets that have the very same
    columns as that one, whose names stand behind the path. `row` counts every row of the sheet below the
    header, also blank ones. Dates are written in ISO, formulas are what they came to when the workbook was
    saved, and errors (#N/A) are missing.

    Raises
    ------
    LeftOutError
        If it is locked, broken, larger than the limits allow, or no sheet has a column of texts.
    """
    yield from _read_sheets(file.path, read_sheets(file, limits), columns, limits)


def _read_sheets(
    path: str, sheets: Sequence[Any], columns: Columns, limits: Limits
) -> Iterator[Document | LedgerRow]:
    first: list[str] = []
    others: list[tuple[str, list[str]]] = []
    for sheet in sheets:
        rows = read_rows(sheet)
        try:
            top, header = next(rows, (0, []))
            names = distinct(header)
            places = search_columns(names, columns) if first in ([], names) else None
            if places:
                own_path = f"{path}/{sheet.title}" if first else path
                first = names
                for number, cells in rows:
                    yield _read_row(own_path, number - top, cells, places, limits)
            elif names:
                others.append((sheet.title, names))
        except LeftOutError as fault:
            yield ledger_row(f"{path}/{sheet.title}", None, *fault.args)
    if others and not first:
        raise no_texts(dict.fromkeys(name for _, names in others for name in names))
    for title, names in others:
        yield ledger_row(f"{path}/{title}", None, "other sheet", f"its columns: {', '.join(names)}"[:300])


def _read_row(
    path: str, number: int, cells: list[str], places: Places, limits: Limits
) -> Document | LedgerRow:
    if sum(map(len, cells)) > row_bytes(limits):
        return too_large(path, number, limits)
    text, others = places
    n_columns = len(others) + 1
    names = dict(others) | {place: f"column {place + 1}" for place in range(n_columns, len(cells))}
    found = {names[place]: cell for place, cell in enumerate(cells) if cell and place != text}
    return Document(path, number, cells[text] if text < len(cells) else "", "utf-8", found)
