"""Tables (CSV and its kin): one row, one document."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from tenor.errors import UserError
from tenor.loading.columns import Columns
from tenor.loading.decoding import marked_encoding
from tenor.loading.delimited import HEAD_BYTES, Row, find_delimiter, read_table, split_records
from tenor.loading.files import Input
from tenor.loading.outcomes import Document, LedgerRow, ledger_row


def read(file: Input, data: bytes, columns: Columns) -> Iterator[Document | LedgerRow]:
    """The documents in the rows below the header.

    Raises
    ------
    UserError
        If no column is recognised as the text.
    """
    if not marked_encoding(data) and b"\0" in data[:4096]:
        yield ledger_row(file.path, None, "not text")
        return
    try:
        names, rows = read_table(data, rows_before=file.rows_before)
    except UnicodeDecodeError:
        yield ledger_row(file.path, None, "undecodable")
        return
    except csv.Error as error:
        yield ledger_row(file.path, None, "broken row", f"the header: {error}")
        return
    if names:
        text, fields = _find_columns(file, names, columns)
        for row in rows:
            yield from _read_row(file.path, row, text, fields)


def _find_columns(file: Input, names: list[str], columns: Columns) -> tuple[int, list[tuple[int, str]]]:
    """The place of the text's column, and place and name of the others."""
    ours = columns.rename(tuple(names))
    if "text" not in ours:
        raise UserError(
            f"{file.path} has no column of texts; it has {', '.join(map(repr, names))}. Name the one that "
            "holds them: columns: {text: NAME} in a recipe, --column text=NAME on the command line"
        )
    return ours.index("text"), [(place, name) for place, name in enumerate(ours) if name != "text"]


def _read_row(
    path: str, row: Row, text: int, fields: Sequence[tuple[int, str]]
) -> Iterator[Document | LedgerRow]:
    if not row.cells or row.reason == "broken row":
        yield ledger_row(path, row.number, row.reason, row.detail)
    elif row.reason and not row.cells[text]:
        yield ledger_row(path, row.number, "broken row", row.detail)
    else:
        if row.reason:
            yield ledger_row(path, row.number, row.reason, row.detail)
        if row.guessed:
            yield ledger_row(path, row.number, "encoding guessed", f"read as {row.encoding}")
        found = {name: row.cells[place] for place, name in fields if row.cells[place]}
        yield Document(path, row.number, row.cells[text], row.encoding, found)


def split(file: Input, size: int) -> Iterator[Input]:
    """Slices of about `size` bytes, cut between rows, each with the header before it."""
    with open(file.location, "rb") as stream:
        head = stream.read(HEAD_BYTES)
        stream.seek(0)
        if marked_encoding(head) in ("", "utf-8-sig"):
            yield from _slices(file, stream, find_delimiter(head), size)
        else:
            yield file


def _slices(file: Input, stream: BinaryIO, delimiter: str, size: int) -> Iterator[Input]:
    lines = _CountedLines(stream)
    records = split_records(lines, delimiter)
    next(records, None)
    start = lines.offset
    head = replace(file, stop=start).read()
    n_before = n_rows = 0
    for n_rows, _ in enumerate(records, 1):
        if lines.offset - start >= size:
            yield file.slice(start, lines.offset, head=head, rows_before=n_before)
            start, n_before = lines.offset, n_rows
    if n_rows > n_before or not n_rows:
        yield file.slice(start, lines.offset, head=head, rows_before=n_before)


class _CountedLines:
    """The lines of a stream, and the bytes they took so far.

    Decoded as Latin-1, which keeps delimiters, quotation marks and line ends in their places.
    """

    def __init__(self, stream: BinaryIO):
        self.offset = 0
        self._stream = stream

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            for piece in line.splitlines(keepends=True):
                self.offset += len(piece)
                yield piece.decode("latin-1")
