"""Tables written as text: the rows below a header, each cell a string."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenor.loading.decoding import Lines

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


def read_table(data: bytes, *, rows_before: int = 0) -> tuple[list[str], Iterator[Row]]:
    """The names of the columns, each made distinct, and the rows that are not blank, in order.

    The delimiter is the one of comma, semicolon, tab and bar that parts the header into most cells. Cells may
    hold line breaks in quotation marks and be of any size. A row with mismatched quotation marks or too many
    cells is a "broken row", one with too few a "short row", one that fits no encoding "undecodable".

    Raises
    ------
    UnicodeDecodeError
        If `data` breaks the encoding that its byte-order mark names.
    csv.Error
        If the header's quotation marks do not match.

    >>> names, rows = read_table(b"id;text\\na;The dam holds.\\n")
    >>> names, [row.cells for row in rows]
    (['id', 'text'], [['a', 'The dam holds.']])
    """
    lines = Lines(data)
    records = split_records(lines, find_delimiter(data[:HEAD_BYTES]))
    header = next(records, [])
    if isinstance(header, csv.Error):
        raise header
    lines.take_encoding()
    names = _distinct(header)
    return names, _judge_all(records, lines, rows_before, len(names))


def find_delimiter(head: bytes) -> str:
    """The delimiter that parts the first line of `head` into most cells; the comma if none does."""
    lines = head.removeprefix(codecs.BOM_UTF8).splitlines()
    first = next((line for line in lines if line.strip()), b"").decode("latin-1")
    cells = {mark: len(next(csv.reader([first], delimiter=mark), [])) for mark in _DELIMITERS}
    return max(cells, key=cells.__getitem__)


def split_records(lines: Iterable[str], delimiter: str) -> Iterator[list[str] | csv.Error]:
    """The cells of each record that is not blank, or the error where its quotation marks do not match.

    A record in error ends with its line, and the next line begins a new one.
    """
    csv.field_size_limit(_CELL_CHARACTERS)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = error
        if cells:
            yield cells


def _distinct(names: list[str]) -> list[str]:
    """Names for all columns: those without one are numbered, and repeated ones too."""
    counts, distinct = Counter(), []
    for number, name in enumerate(names, 1):
        name = name.strip() or f"column {number}"
        counts[name] += 1
        distinct.append(name if counts[name] == 1 else f"{name} {counts[name]}")
    return distinct


def _judge_all(
    records: Iterator[list[str] | csv.Error], lines: Lines, rows_before: int, n_columns: int
) -> Iterator[Row]:
    for number, record in enumerate(records, rows_before + 1):
        encoding = lines.take_encoding()
        row = Row(number, [], encoding, lines.is_guess(encoding))
        if not encoding:
            row.reason = "undecodable"
        elif isinstance(record, csv.Error):
            row.reason, row.detail = "broken row", str(record)
        else:
            row.cells = record
            _fit(row, n_columns)
        yield row


def _fit(row: Row, n_columns: int) -> None:
    """Give `row` as many cells as there are columns, or say why that cannot be."""
    while len(row.cells) > n_columns and not row.cells[-1]:
        row.cells.pop()
    n_cells = len(row.cells)
    if n_cells != n_columns:
        row.reason = "broken row" if n_cells > n_columns else "short row"
        row.detail = f"{n_cells} cells under {n_columns} columns"
        row.cells += [""] * (n_columns - n_cells)
