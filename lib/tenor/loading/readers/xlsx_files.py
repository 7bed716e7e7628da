"""Excel workbooks: one row of a sheet, one document."""

import datetime
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.delimited import distinct
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.readers.records import as_text
from tenor.loading.readers.slices import row_bytes, too_large
from tenor.loading.readers.tables import Places, find_columns, search_columns

# As Excel counts them.
_MOST_ROWS = 1_048_576
# What older workbooks begin with, and those behind a password, which name their content so.
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BLOCK_BYTES = 1_000_000
_DOCTYPES = [b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be")]
_DOCTYPE_BYTES = max(map(len, _DOCTYPES))
# Characters that XML cannot hold, as Excel writes them; never half of a pair.
_ESCAPE = re.compile("_x((?![dD][89a-fA-F])[0-9a-fA-F]{4})_")

# The number of a row in its sheet, and what its cells hold, "" for nothing.
_Row = tuple[int, list[str]]


class _BrokenError(Exception):
    """Why the workbook or the rest of a sheet cannot be read: the reason of the ledger and the detail."""


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:
    """The documents in the rows below the header, which is the first row that is not blank.

    They are those of the first sheet with a column of texts, and of the sheets that have the very same
    columns as that one, whose names stand behind the path. `row` counts every row of the sheet below the
    header, also blank ones. Dates are written in ISO, formulas are what they came to when the workbook was
    saved, and errors (#N/A) are missing.

    Raises
    ------
    UserError
        If no sheet has a column that is recognised as the text.
    """
    with file.open() as stream:
        try:
            _check(stream, file.size, limits)
            workbook = _open(stream)
        except _BrokenError as fault:
            yield ledger_row(file.path, None, *fault.args)
            return
        yield from _read_sheets(file.path, workbook.worksheets, columns, limits)


def _check(stream: BinaryIO, size: int, limits: Limits) -> None:
    """Check the zip archive that a workbook is, by what it says of its parts: no more is unpacked than that.

    Raises
    ------
    _BrokenError
        If it is none, or its parts are locked, too large or not plain.
    """
    if stream.read(len(_OLD)) == _OLD:
        if _ENCRYPTED in stream.read():
            raise _BrokenError("encrypted", "a workbook with a password")
        raise _BrokenError("unsupported format", "a workbook of Excel 97 to 2003; save it as .xlsx")
    archive = zipfile.ZipFile(stream)
    parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
    n_bytes = sum(part.file_size for part in parts)
    if sum(part.compress_size for part in parts) > size:
        raise _BrokenError("broken file", "its parts overlap")
    if any(part.file_size > max(MB, limits.expansion * part.compress_size) for part in parts):
        times = f"a part of it is more than {limits.expansion:,} times as large as packed"
        raise _BrokenError("expands too much", times)
    if n_bytes > limits.file_mb * MB:
        detail = f"{n_bytes / MB:,.0f} MB unpacked; the limit is {limits.file_mb:,} MB"
        raise _BrokenError("too large", detail)
    if any(_has_doctype(archive, part) for part in parts):
        raise _BrokenError("broken file", "it declares a document type, which no workbook does")


def _has_doctype(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether the part may declare entities, which grow without end or fetch files."""
    block = b""
    with archive.open(part) as stream:
        while more := stream.read(_BLOCK_BYTES):
            block = block[-_DOCTYPE_BYTES:] + more
            if any(doctype in block for doctype in _DOCTYPES):
                return True
    return False


def _open(stream: BinaryIO):
    import openpyxl

    # It warns of what it does not keep of a workbook, such as the rules for input.
    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        return openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise _broken(error) from error


def _broken(error: Exception) -> _BrokenError:
    lines = str(error).splitlines() or [type(error).__name__]
    return _BrokenError("broken file", lines[0][:300])


def _read_sheets(
    path: str, sheets: Sequence[Any], columns: Columns, limits: Limits
) -> Iterator[Document | LedgerRow]:
    first: list[str] = []
    others: list[tuple[str, list[str]]] = []
    for sheet in sheets:
        rows = _rows(sheet)
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
        except _BrokenError as fault:
            yield ledger_row(f"{path}/{sheet.title}", None, *fault.args)
    if others and not first:
        find_columns(path, others[0][1], columns)
    for title, names in others:
        yield ledger_row(f"{path}/{title}", None, "other sheet", f"its columns: {', '.join(names)}"[:300])


def _rows(sheet) -> Iterator[_Row]:
    """The rows that are not blank."""
    sheet.reset_dimensions()  # not every program that writes workbooks tells them right
    try:
        for number, cells in enumerate(sheet.iter_rows(), 1):
            if number > _MOST_ROWS:
                raise ValueError(f"a row behind row {_MOST_ROWS:,}, where sheets end")
            written = [_as_text(cell) for cell in cells]
            if any(map(str.strip, written)):
                yield number, written
    except Exception as error:
        raise _broken(error) from error


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


def _as_text(cell) -> str:
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, str):
        return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, datetime.datetime):
        is_date = value.time() == datetime.time() and "h" not in cell.number_format.lower()
        return (value.date() if is_date else value).isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value)
    return as_text(int(value) if isinstance(value, float) and value.is_integer() else value)
