"""Objects of JSON: one object, one document."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, ledger_row

# Objects inside objects that lie deeper, or have more members, are kept as JSON.
_LEVELS = 3
_MEMBERS = 50
_KINDS = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "true or false",
    type(None): "null",
    int: "a number",
    float: "a number",
}
# Half of a surrogate pair, which JSON can write and no encoding can hold.
_HALF = re.compile("[\ud800-\udfff]")
_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")


def parse(written: str) -> Any:
    """What is written in JSON: of a name that an object repeats, the later ones are numbered; NaN is None.

    Raises
    ------
    ValueError
        If it is no JSON; the message says why and where.

    >>> parse('{"text": "The dam holds.", "desk": NaN, "text": "Sea."}')
    {'text': 'The dam holds.', 'desk': None, 'text 2': 'Sea.'}
    """
    try:
        return _DECODER.decode(written)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise ValueError(f"{error.msg} at {line}character {error.colno}") from error
    except RecursionError as error:
        raise ValueError("brackets nested too deeply") from error


def kind_of(value: Any) -> str:
    """What a parsed value is, in the words of JSON.

    >>> kind_of([1]), kind_of(1.5)
    ('an array', 'a number')
    """
    return _KINDS[type(value)]


def may_hold_halves(written: str) -> bool:
    """Whether a string in this JSON may hold half a character."""
    return _HALF_WRITTEN.search(written) is not None


def read_record(
    path: str, row: int | None, record: Any, encoding: str, columns: Columns, *, halves: bool
) -> list[Document | LedgerRow]:
    """The document that a parsed object is, or why it is none; with `halves`, half characters may be in it.

    Objects inside it become fields with dotted names ("source.name"), arrays of strings one string with
    commas, other values as JSON writes them; null is missing.
    """
    try:
        return [*_read(path, row, record, encoding, columns, halves)]
    except RecursionError:
        return [ledger_row(path, row, "broken row", "brackets nested too deeply")]


def _read(
    path: str, row: int | None, record: Any, encoding: str, columns: Columns, halves: bool
) -> Iterator[Document | LedgerRow]:
    if not isinstance(record, dict):
        yield ledger_row(path, row, "broken row", f"{kind_of(record)}, not an object in braces")
        return
    if halves and (mended := _mend(record)) != record:
        record = mended
        yield ledger_row(path, row, "characters replaced")
    flat = flatten(record)
    values = dict(zip(columns.rename(tuple(flat)), flat.values(), strict=True))
    if "text" not in values:
        yield ledger_row(path, row, "no text", f"it has {', '.join(flat) or 'nothing'}"[:300])
        return
    text = values.pop("text")
    if not isinstance(text, str | None):
        yield ledger_row(path, row, "no text", f"its text is {kind_of(text)}, not a string")
        return
    fields = {name: as_text(value) for name, value in values.items() if value is not None}
    yield Document(path, row, text or "", encoding, fields)


def flatten(record: dict[str, Any]) -> dict[str, Any]:
    """The members of an object, those of the objects inside it under dotted names.

    >>> flatten({"text": "The dam holds.", "source": {"id": None, "name": "Ledger & Tide"}})
    {'text': 'The dam holds.', 'source.id': None, 'source.name': 'Ledger & Tide'}
    """
    if not any(isinstance(value, dict) for value in record.values()):
        return record
    return _distinct(_members(record, "", _LEVELS))


def _members(record: dict[str, Any], prefix: str, levels: int) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, dict) and levels and len(value) <= _MEMBERS:
            yield from _members(value, f"{prefix}{name}.", levels - 1)
        else:
            yield prefix + name, value


def as_text(value: Any) -> str:
    """A value as one string.

    >>> as_text(["A. Quay", "B. Pier"]), as_text(True), as_text([1, {"desk": "city"}])
    ('A. Quay, B. Pier', 'true', '[1, {"desk": "city"}]')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def replace_halves(text: str) -> str:
    """The text with U+FFFD for each half of a character.

    >>> replace_halves("a\\ud83d") == "a\\ufffd"
    True
    """
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return replace_halves(value)
    if isinstance(value, list):
        return [_mend(part) for part in value]
    if isinstance(value, dict):
        return _distinct((_mend(name), _mend(part)) for name, part in value.items())
    return value


def _distinct(members: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """An object of these members, those of a name that was met before numbered."""
    counts, distinct = Counter(), {}
    for name, value in members:
        free = name
        while free in distinct:
            counts[name] += 1
            free = f"{name} {counts[name] + 1}"
        distinct[free] = value
    return distinct


def _as_object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(members)
    return record if len(record) == len(members) else _distinct(members)


def _as_constant(name: str) -> str | None:
    return None if name == "NaN" else name


_DECODER = json.JSONDecoder(object_pairs_hook=_as_object, parse_constant=_as_constant, strict=False)
