"""The rows of a file of ratings: CSV, TSV or an Excel workbook."""

import csv
import io
import re
import warnings
from pathlib import Path
from typing import NamedTuple

from tenor.errors import UserError
from tenor.project import resolve

_DELIMITERS = ("\t", ";", ",")
_LONGEST_FIELD = 10_000_000
_QUOTED = re.compile('"(?:[^"]|"")*"')


class Sheet(NamedTuple):
    """What a file holds: names of columns in small letters, and the number of each row, 1 for the names."""

    name: str
    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]


def read_sheet(path: str | Path) -> Sheet:
    """Read a file of one table whose first row names the columns; blank rows are none.

    Raises
    ------
    UserError
        If there is no such file, it cannot be read, is empty, or names a column twice.
    """
    path = resolve(path)
    data = _read_bytes(path)
    lines = _read_workbook(data, path) if path.suffix.lower() == ".xlsx" else _read_text(data, path)
    filled = [(number, cells) for number, cells in enumerate(lines, 1) if any(map(str.strip, cells))]
    if not filled:
        raise UserError(f"The ratings {path.name} are empty; the first row must name columns text and rating")
    names = [name.strip().lower() for name in filled[0][1]]
    twice = [name for name in dict.fromkeys(names) if name and names.count(name) > 1]
    if twice:
        raise UserError(f"{path.name} has two columns {twice[0]!r}; name several ratings rating_1, rating_2")
    rows = [(number, dict(zip(names, cells, strict=False))) for number, cells in filled[1:]]
    return Sheet(path.name, names, rows)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"ratings: there is no file {str(path)!r}; give the path of your file") from None
    except OSError as error:
        raise UserError(f"ratings: {str(path)!r} cannot be read: {error.strerror}") from error


def _read_text(data: bytes, path: Path) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"The ratings {path.name} are not in UTF-8; save them as “CSV UTF-8”") from error
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    text = text.replace("\r\n", "\n")
    if delimiter == "\t" and not _is_quoted(text):
        return [line.split("\t") for line in text.split("\n")]
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UserError(f"The ratings {path.name} are no valid CSV ({error}); save them anew") from error


def _is_quoted(text: str) -> bool:
    """Whether quotation marks at the start of fields are those of a spreadsheet, and not of the texts."""
    fields = [field for line in text.split("\n") for field in line.split("\t") if field.startswith('"')]
    return all(_QUOTED.fullmatch(field) for field in fields)


def _read_workbook(data: bytes, path: Path) -> list[list[str]]:
    import openpyxl

    try:
        with warnings.catch_warnings():
            # It warns of what it does not keep of a workbook, such as the rules for input.
            warnings.filterwarnings("ignore", module="openpyxl")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    except Exception as error:  # openpyxl raises what its parts raise
        raise UserError(f"The ratings {path.name} are no readable workbook; save them anew") from error
