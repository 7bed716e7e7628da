"""JSON lines: one line, one object, one document."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tenor.loading.columns import Columns
from tenor.loading.decoding import Lines, marked_encoding
from tenor.loading.files import Input
from tenor.loading.outcomes import Document, LedgerRow, ledger_row

# Half of a surrogate pair, which JSON can write and no encoding can hold.
_HALF = re.compile("[\ud800-\udfff]")
_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")


def read(file: Input, data: bytes, columns: Columns) -> Iterator[Document | LedgerRow]:
    """The documents in the lines that are not blank; `row` is the number of the line."""
    try:
        lines = Lines(data)
    except UnicodeDecodeError:
        yield ledger_row(file.path, None, "undecodable")
        return
    for number, line in enumerate(lines, file.rows_before + 1):
        encoding = lines.take_encoding()
        if not encoding:
            yield ledger_row(file.path, number, "undecodable")
        elif line.strip():
            if lines.is_guess(encoding):
                yield ledger_row(file.path, number, "encoding guessed", f"read as {encoding}")
            yield from _read_line(file.path, number, line, encoding, columns)


def _read_line(
    path: str, number: int, line: str, encoding: str, columns: Columns
) -> Iterator[Document | LedgerRow]:
    try:
        record = _parse(line)
    except ValueError as error:
        yield ledger_row(path, number, "broken row", str(error))
        return
    mended = _mend(record) if _HALF_WRITTEN.search(line) else record
    if mended != record:
        record = mended
        yield ledger_row(path, number, "characters replaced")
    values = dict(zip(columns.rename(tuple(record)), record.values(), strict=True))
    if "text" not in values:
        yield ledger_row(path, number, "no text", f"it has {', '.join(record) or 'nothing'}")
        return
    text = values.pop("text")
    if not isinstance(text, str | None):
        yield ledger_row(path, number, "no text", f"its text is a {type(text).__name__}, not a string")
        return
    fields = {name: _as_text(value) for name, value in values.items() if value is not None}
    yield Document(path, number, text or "", encoding, fields)


def _parse(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("brackets nested too deeply") from error
    if not isinstance(record, dict):
        raise ValueError(f"a {type(record).__name__}, not an object in braces")
    return record


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _mend(record: dict[str, Any]) -> dict[str, Any]:
    return json.loads(_HALF.sub("\ufffd", json.dumps(record, ensure_ascii=False)))


def split(file: Input, size: int) -> Iterator[Input]:
    """Slices of about `size` bytes, cut between lines; none of blank lines alone."""
    start = n_lines = 0
    with open(file.location, "rb") as stream:
        marked = marked_encoding(stream.peek())
        while block := stream.read(size) + stream.readline():
            if marked not in ("", "utf-8-sig"):
                yield file
                return
            if block.strip():
                yield file.slice(start, start + len(block), head=b"", rows_before=n_lines)
            start += len(block)
            n_lines += len(block.splitlines())
