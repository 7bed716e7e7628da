"""JSON: an array of objects, each a document; or one object that is a document or holds such an array."""

from collections.abc import Iterator
from typing import Any

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, LeftOutError, ledger_row
from tenor.loading.readers import jsonl_files
from tenor.loading.readers.records import flatten, kind_of, may_hold_halves, parse, read_record
from tenor.loading.readers.slices import row_bytes
from tenor.loading.readers.texts import read_text
from tenor.loading.texts.decoding import decode

# Objects around the array of documents, as in {"response": {"docs": [...]}}.
_LEVELS = 3


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:
    """The documents in the objects; `row` is the place in the array, None for a file that is one document.

    In an object without a text, the documents are the objects of the array in it, as in `{"articles": [...]}`
    or `{"response": {"docs": [...]}}`; of several arrays, the one whose first object has a text. What stands
    beside the array is not read. A file whose first line is an object of its own is read as JSON lines.
    """
    if file.stop is not None:
        yield from jsonl_files.read(file, columns, limits)
        return
    if file.size > limits.file_mb * MB:
        detail = f"{file.size / MB:,.0f} MB in one piece; the limit is {limits.file_mb:,} MB"
        yield ledger_row(file.path, None, "too large", detail)
        return
    text, encoding, guessed = read_text(file.read())
    if text.strip():
        yield from _read_text(file, text, encoding, guessed, columns, limits)


def _read_text(
    file: Input, text: str, encoding: str, guessed: bool, columns: Columns, limits: Limits
) -> Iterator[Document | LedgerRow]:
    try:
        value = parse(text)
    except ValueError as error:
        if _is_object(text.lstrip().partition("\n")[0]):
            yield from jsonl_files.read(file, columns, limits)
        else:
            yield ledger_row(file.path, None, "broken file", str(error))
        return
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    halves = may_hold_halves(text)
    for row, record in _objects(value, columns):
        yield from read_record(file.path, row, record, encoding, columns, halves=halves)


def _objects(value: Any, columns: Columns) -> list[tuple[int | None, Any]]:
    """The objects that are documents, with their places in their array."""
    if isinstance(value, list):
        return [*enumerate(value, 1)]
    if not isinstance(value, dict):
        raise LeftOutError("no text", f"{kind_of(value)}, neither an object nor an array of objects")
    arrays = {} if _has_text(value, columns) else dict(_arrays(value, "", _LEVELS))
    if not arrays:
        return [(None, value)]
    likely = [array for array in arrays.values() if len(arrays) == 1 or _has_text(array[0], columns)]
    if len(likely) != 1:
        texts = "more than one of them" if likely else "none of them"
        names = ", ".join(arrays)[:200]
        raise LeftOutError("no text", f"it holds several arrays of objects, {texts} with a text: {names}")
    return [*enumerate(likely[0], 1)]


def _has_text(record: dict[str, Any], columns: Columns) -> bool:
    flat = flatten(record)
    names = Columns(columns.mapping).rename(tuple(flat))  # so that it is not shown as met
    return isinstance(dict(zip(names, flat.values(), strict=True)).get("text"), str)


def _arrays(record: dict[str, Any], prefix: str, levels: int) -> Iterator[tuple[str, list]]:
    """The arrays of objects inside an object, under dotted names."""
    for name, value in record.items():
        if isinstance(value, dict) and levels:
            yield from _arrays(value, f"{prefix}{name}.", levels - 1)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield prefix + name, value


def _is_object(written: str) -> bool:
    try:
        return isinstance(parse(written), dict)
    except ValueError:
        return False


def split(file: Input, size: int, columns: Columns, limits: Limits) -> Iterator[Input]:
    """Slices of about `size` bytes where the first line is an object; else the file as it is."""
    with file.open() as stream:
        first, more = stream.readline(row_bytes(limits)), stream.read(1)
    if more and _is_object(decode(first).text):
        yield from jsonl_files.split(file, size, columns, limits)
    else:
        yield file
