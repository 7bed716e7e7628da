"""Parquet: one row, one document."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.delimited import distinct
from tenor.loading.outcomes import Document, LedgerRow, LeftOutError, ledger_row
from tenor.loading.readers.records import as_text
from tenor.loading.readers.slices import row_bytes, too_large
from tenor.loading.readers.tables import find_columns
from tenor.loading.texts.decoding import decode

if TYPE_CHECKING:
    import pyarrow as pa

# So few rows at once that the memory holds them, however large they are.
_BATCH_ROWS = 64
_BUFFER_BYTES = 1_000_000
# Structs that lie deeper inside others are written as JSON.
_LEVELS = 3
# As Arrow writes it: "2031-05-03 10:15:00.250000+0200".
_MOMENT = re.compile(r"(\S+) ([\d:]+)(?:\.(\d*?)0*)?(?:(Z)|([+-]\d\d):?(\d\d))?")

# The texts and the fields of a row; texts are bytes, as no one has decoded them yet.
_Row = tuple[bytes | None, dict[str, bytes | str]]


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:
    """The documents in the rows.

    Members of structs become fields with dotted names ("source.name"). Moments of time are written in ISO
    with their zone, lists of strings with commas, other lists and maps as JSON; null and NaN are missing.
    Bytes that are no UTF-8 are told by their number.
    """
    n_read, left = 0, limits.expansion * max(file.size, MB)
    with file.open() as stream:
        try:
            for number, row in enumerate(_rows(stream, columns), 1):
                left -= _size(row)
                if left < 0:
                    times = f"more than {limits.expansion:,} times as large as packed"
                    raise LeftOutError("expands too much", times)
                yield from _outcomes(file.path, number, row, limits)
                n_read = number
        except LeftOutError as fault:
            reason, detail = fault.args
            behind = f"; nothing behind row {n_read:,} was read" if n_read else ""
            yield ledger_row(file.path, None, reason, detail + behind)


def _outcomes(path: str, number: int, row: _Row, limits: Limits) -> Iterator[Document | LedgerRow]:
    data, fields = row
    if _size(row) > row_bytes(limits):
        yield too_large(path, number, limits)
        return
    text, encoding, guessed = decode(data or b"")
    if not encoding:
        yield ledger_row(path, number, "not text" if b"\0" in data else "undecodable")
        return
    if guessed:
        yield ledger_row(path, number, "encoding guessed", f"read as {encoding}")
    found = {name: value if isinstance(value, str) else _as_field(value) for name, value in fields.items()}
    yield Document(path, number, text, encoding, found)


def _size(row: _Row) -> int:
    text, fields = row
    return len(text or b"") + sum(map(len, fields.values()))


def _as_field(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return f"{len(value):,} bytes"


def _rows(stream: BinaryIO, columns: Columns) -> Iterator[_Row]:
    for table in _tables(stream):
        names = distinct(table.column_names)
        text, others = find_columns(names, columns)
        _check_text(names[text], table.column(text).type)
        values = [_values(column) for column in table.columns]
        for row in zip(*values, strict=True):
            yield row[text], {name: row[place] for place, name in others if row[place]}


def _tables(stream: BinaryIO) -> Iterator["pa.Table"]:
    """The rows, few at once, with the members of structs as columns."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        parquet = ParquetFile(
            stream, pre_buffer=False, buffer_size=_BUFFER_BYTES, page_checksum_verification=True
        )
        for group in range(parquet.num_row_groups):
            for batch in parquet.iter_batches(_BATCH_ROWS, row_groups=[group], use_threads=False):
                yield _flatten(pa.Table.from_batches([batch]))
    except Exception as error:
        if isinstance(error, OSError) and error.errno:
            raise
        detail = str(error).strip() or type(error).__name__
        reason = "encrypted" if "crypt" in detail else "broken file"
        raise LeftOutError(reason, detail[:300]) from error


def _flatten(table: "pa.Table") -> "pa.Table":
    for _ in range(_LEVELS):
        table = table.flatten()
    return table


def _check_text(name: str, kind: "pa.DataType") -> None:
    if not _is_textual(kind) and str(kind) != "null":
        detail = f"its column {name!r} is taken for the texts, but holds {kind}, not strings"
        raise LeftOutError("no text", detail[:300])


def _is_textual(kind: "pa.DataType") -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        return _is_textual(kind.value_type)
    return str(kind).startswith(("string", "large_string", "binary", "large_binary", "fixed_size_binary"))


def _values(column: "pa.ChunkedArray") -> list[bytes | str | None]:
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        return _values(column.cast(kind.value_type))
    if isinstance(kind, pa.BaseExtensionType):
        return _values(column.cast(kind.storage_type))
    if _is_textual(kind):
        return column.cast(pa.large_binary()).to_pylist()
    if pa.types.is_nested(kind):
        return [None if value is None else as_text(value) for value in column.to_pylist()]
    written = column.cast(pa.string()).to_pylist()
    if pa.types.is_timestamp(kind):
        return [value and _iso(value) for value in written]
    return [None if value == "nan" else value for value in written]


def _iso(written: str) -> str:
    """A moment in ISO as Arrow writes it.

    >>> _iso("2031-05-03 10:15:00.250000+0200"), _iso("2031-05-03 10:15:00.000Z")
    ('2031-05-03T10:15:00.25+02:00', '2031-05-03T10:15:00Z')
    """
    match = _MOMENT.fullmatch(written)
    if not match:
        return written
    date, time, fraction, utc, hours, minutes = match.groups()
    zone = utc or (f"{hours}:{minutes}" if hours else "")
    return f"{date}T{time}{f'.{fraction}' if fraction else ''}{zone}"
