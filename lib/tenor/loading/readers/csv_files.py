"""Tables (CSV and its kin): one row, one document."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.delimited import HEAD_BYTES, Row, find_delimiter, read_table
from tenor.loading.metadata.row_ends import RowEnds
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.readers.slices import can_be_cut, cut, find_fault, row_bytes, too_large
from tenor.loading.readers.tables import find_columns, search_columns
from tenor.loading.texts.decoding import marked_encoding

# Zeros in this many bytes at the start of a file mean that it is no text.
_BINARY_BYTES = 4096


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:
    """The documents in the rows below the header.

    Raises
    ------
    LeftOutError
        If no column is recognised as the text.
    """
    if fault := find_fault(file, limits):
        yield fault
        return
    data = file.read()
    if not file.start and _is_binary(data):
        yield ledger_row(file.path, None, "not text")
        return
    try:
        names, rows = read_table(data, rows_before=file.rows_before, row_bytes=row_bytes(limits))
    except UnicodeDecodeError:
        yield ledger_row(file.path, None, "undecodable")
        return
    except csv.Error as error:
        yield ledger_row(file.path, None, "broken row", f"the header: {error}")
        return
    if names:
        text, fields = find_columns(names, columns)
        for row in rows:
            if row.reason == "too large":
                yield too_large(file.path, row.number, limits)
            else:
                yield from _read_row(file.path, row, text, fields)


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


def split(file: Input, size: int, columns: Columns, limits: Limits) -> Iterator[Input]:
    """Slices of about `size` bytes, cut between rows, each with the header before it.

    Of a table without a column of texts, there is one slice with the header alone.
    """
    with file.open() as stream:
        start = stream.read(HEAD_BYTES)
        if not can_be_cut(start):
            yield file
        elif _is_binary(start):
            yield file.slice(0, _BINARY_BYTES, head=b"", rows_before=0)
        else:
            yield from _slices(file, stream, start, size, columns, row_bytes(limits))


def _slices(
    file: Input, stream: BinaryIO, start: bytes, size: int, columns: Columns, limit: int
) -> Iterator[Input]:
    mark = codecs.BOM_UTF8 if start.startswith(codecs.BOM_UTF8) else b""
    stream.seek(len(mark))
    rows = iter(RowEnds(stream, find_delimiter(start), limit))
    header = next(rows, None)
    if not header or header.reason:
        stop = min(header.stop, header.start + limit + 1) if header else len(start)
        yield file.slice(0, stop, head=b"", rows_before=0)
        return
    head = mark + replace(file, start=header.start, stop=header.stop).read()
    if not search_columns(read_table(head)[0], columns):
        yield file.slice(0, header.stop, head=b"", rows_before=0)
        return
    yield from cut(file, rows, head=head, start=header.stop, size=size)


def _is_binary(data: bytes) -> bool:
    return not marked_encoding(data) and b"\0" in data[:_BINARY_BYTES]
