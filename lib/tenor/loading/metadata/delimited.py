"""Tables written as text: the rows below a header, each cell a string."""

import codecs
import csv
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import NamedTuple

from tenor.loading.inputs.lines import as_utf8
from tenor.loading.metadata.row_ends import RowEnds
from tenor.loading.texts.decoding import Lines

_DELIMITERS = ",;\t|"
HEAD_BYTES = 65_536
# As large as the csv module allows on every system; its own limit is 128 kB.
_CELL_CHARACTERS = 2**31 - 1


@dataclass(slots=True)
class Row:
    """A row of a table: its number below the header, its cells, how it was decoded.

    `reason` and `detail` tell its fault as the ledger does, "" if it has none.
    """

    number: int
    cells: list[str]
    encoding: str
    guessed: bool
    reason: str = ""
    detail: str = ""


def read_table(
    data: bytes, *, rows_before: int = 0, row_bytes: float = math.inf
) -> tuple[list[str], Iterator[Row]]:
    """The names of the columns, each made distinct, and the rows that are not blank, in order.

    The delimiter is the one of comma, semicolon, tab and bar that parts the header into most cells. Cells may
    hold line breaks in quotation marks and be of any size. A row whose quotation marks do not match ends with
    its first line, and is a "broken row" as one with too many cells; one with too few is a "short row", one
    that fits no encoding "undecodable", one of more than `row_bytes` "too large".

    Raises
    ------
    UnicodeDecodeError
        If `data` breaks the encoding that its byte-order mark names.
    csv.Error
        If the header's quotation marks do not match, or it is too large.

    >>> names, rows = read_table(b"id;text\\na;The dam holds.\\n")
    >>> names, [row.cells for row in rows]
    (['id', 'text'], [['a', 'The dam holds.']])
    """
    delimiter = find_delimiter(data[:HEAD_BYTES])
    records = _records(data, delimiter, row_bytes)
    header = next(records, None)
    if not header:
        return [], iter(())
    if header.fault == "too large":
        raise csv.Error("it is too large")
    names = distinct(_cells(header.lines, delimiter))
    return names, _judge_all(records, delimiter, rows_before, len(names))


def find_delimiter(head: bytes) -> str:
    """The delimiter that parts the first line of `head` into most cells; the comma if none does."""
    lines = head.removeprefix(codecs.BOM_UTF8).splitlines()
    first = next((line for line in lines if line.strip()), b"").decode("latin-1")
    cells = {mark: len(next(csv.reader([first], delimiter=mark), [])) for mark in _DELIMITERS}
    return max(cells, key=cells.__getitem__)


class _Record(NamedTuple):
    """A row that is not blank as it is written; `fault` is the reason of its extent."""

    lines: list[str]
    encoding: str
    guessed: bool
    fault: str


def _records(data: bytes, delimiter: str, row_bytes: float) -> Iterator[_Record]:
    lines, plain = Lines(data), as_utf8(data)
    texts, place = iter(lines), 0
    for extent in RowEnds(BytesIO(plain), delimiter, row_bytes):
        n_lines = len(plain[place : extent.stop].splitlines())
        place = extent.stop
        taken = list(islice(texts, n_lines))
        encoding = lines.take_encoding()
        yield _Record(taken, encoding, lines.is_guess(encoding), extent.reason)


def _cells(lines: list[str], delimiter: str) -> list[str]:
    """The cells of the row that these lines are.

    Raises
    ------
    csv.Error
        If its quotation marks do not match.
    """
    csv.field_size_limit(_CELL_CHARACTERS)
    rows = [cells for cells in csv.reader(lines, delimiter=delimiter, strict=True) if cells]
    if len(rows) != 1:
        raise csv.Error("its quotation marks do not match")
    return rows[0]


def distinct(names: list[str]) -> list[str]:
    """Names for all columns: those without one are numbered, and repeated ones too.

    >>> distinct(["text", " ", "text", "text 2"])
    ['text', 'column 2', 'text 2', 'text 2 2']
    """
    counts: Counter[str] = Counter()
    found: dict[str, None] = {}
    for number, name in enumerate(names, 1):
        free = name = name.strip() or f"column {number}"
        while free in found:
            counts[name] += 1
            free = f"{name} {counts[name] + 1}"
        found[free] = None
    return list(found)


def _judge_all(records: Iterator[_Record], delimiter: str, rows_before: int, n_columns: int) -> Iterator[Row]:
    for number, record in enumerate(records, rows_before + 1):
        row = Row(number, [], record.encoding, record.guessed)
        if record.fault == "too large":
            row.reason = record.fault
        elif not record.encoding:
            row.reason = "undecodable"
        else:
            _fill(row, record.lines, delimiter, n_columns)
        yield row


def _fill(row: Row, lines: list[str], delimiter: str, n_columns: int) -> None:
    try:
        row.cells = _cells(lines, delimiter)
    except csv.Error as error:
        row.reason, row.detail = "broken row", str(error)
    else:
        _fit(row, n_columns)


def _fit(row: Row, n_columns: int) -> None:
    """Give `row` as many cells as there are columns, or say why that cannot be."""
    while len(row.cells) > n_columns and not row.cells[-1]:
        row.cells.pop()
    n_cells = len(row.cells)
    if n_cells != n_columns:
        row.reason = "broken row" if n_cells > n_columns else "short row"
        row.detail = f"{n_cells} cells under {n_columns} columns"
        row.cells += [""] * (n_columns - n_cells)
