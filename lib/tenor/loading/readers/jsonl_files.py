"""JSON lines: one line, one object, one document."""

import codecs
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.inputs.lines import LINE_ENDS, as_utf8, line_pieces
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.row_ends import Extent
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.readers.records import may_hold_halves, parse, read_record
from tenor.loading.readers.slices import can_be_cut, cut, find_fault, row_bytes, too_large
from tenor.loading.texts.decoding import Lines


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:
    """The documents in the lines that are not blank; `row` is the number of the line."""
    if fault := find_fault(file, limits):
        yield fault
        return
    data = file.read()
    try:
        lines, plain = Lines(data), as_utf8(data)
    except UnicodeDecodeError:
        yield ledger_row(file.path, None, "undecodable")
        return
    extents = _line_extents(BytesIO(plain), row_bytes(limits))
    for number, (line, extent) in enumerate(zip(lines, extents, strict=True), file.rows_before + 1):
        encoding = lines.take_encoding()
        if extent.reason == "too large":
            yield too_large(file.path, number, limits)
        elif not encoding:
            yield ledger_row(file.path, number, "undecodable")
        elif line.strip():
            if lines.is_guess(encoding):
                yield ledger_row(file.path, number, "encoding guessed", f"read as {encoding}")
            yield from _read_line(file.path, number, line, encoding, columns)


def _read_line(
    path: str, number: int, line: str, encoding: str, columns: Columns
) -> list[Document | LedgerRow]:
    try:
        record = parse(line.rstrip())
    except ValueError as error:
        return [ledger_row(path, number, "broken row", str(error))]
    return read_record(path, number, record, encoding, columns, halves=may_hold_halves(line))


def split(file: Input, size: int, columns: Columns, limits: Limits) -> Iterator[Input]:  # noqa: ARG001
    """Slices of about `size` bytes, cut between lines; none of blank lines alone."""
    with file.open() as stream:
        start = stream.read(4)
        if not can_be_cut(start):
            yield file
            return
        mark = codecs.BOM_UTF8 if start.startswith(codecs.BOM_UTF8) else b""
        stream.seek(len(mark))
        lines = _line_extents(stream, row_bytes(limits))
        yield from cut(file, lines, head=mark, start=len(mark), size=size)


def _line_extents(stream: BinaryIO, limit: int) -> Iterator[Extent]:
    """The extents of the lines, "blank" or "too large" where they are so."""
    start = stop = stream.tell()
    is_blank = True
    for piece in line_pieces(stream):
        stop += len(piece)
        is_blank = is_blank and not piece.strip()
        if piece.endswith(LINE_ENDS):
            yield _line_extent(start, stop, is_blank, limit)
            start, is_blank = stop, True
    if stop > start:
        yield _line_extent(start, stop, is_blank, limit)


def _line_extent(start: int, stop: int, is_blank: bool, limit: int) -> Extent:
    return Extent(start, stop, "blank" if is_blank else "too large" if stop - start > limit else "")
