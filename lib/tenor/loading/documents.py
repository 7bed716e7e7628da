"""Inputs to documents: every input, and every row of one, ends as a document or in the ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from tenor.loading.columns import Columns
from tenor.loading.files import Input
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.readers import READERS

__all__ = ["Document", "LedgerRow", "read"]


def read(
    inputs: Iterable[Input], columns: Columns, *, digests: list[str] | None = None
) -> Iterator[Document | LedgerRow]:
    """Read `inputs` one after the other; `digests`, if given, gets one for the bytes of each.

    Each input gives at least one document or one ledger row "left out". The same change in many rows of a
    file is one ledger row, behind the file's documents.

    Raises
    ------
    UserError
        If a table has no column that is recognised as the text.
    """
    for file in inputs:
        is_empty = True
        changes: dict[tuple[str, str], list[LedgerRow]] = {}
        for outcome in _read_file(file, columns, digests):
            if type(outcome) is LedgerRow and outcome.outcome == "changed":
                changes.setdefault((outcome.reason, outcome.detail), []).append(outcome)
            else:
                is_empty = False
                yield _judge(outcome) if type(outcome) is Document else outcome
        if is_empty:
            yield ledger_row(file.path, None, "empty")
        yield from map(_merge, changes.values())


def _merge(changes: list[LedgerRow]) -> LedgerRow:
    """One ledger row for the same change in many rows of a file, at the first of them."""
    first, *others = changes
    if not others:
        return first
    numbers = ", ".join(str(change.row) for change in changes[:3])
    more = f" and {len(changes) - 3:,} more" if len(changes) > 3 else ""
    return replace(first, detail=f"rows {numbers}{more}: {first.detail or first.reason}")


def _read_file(file: Input, columns: Columns, digests: list[str] | None) -> Iterator[Document | LedgerRow]:
    reader = READERS.get(file.suffix)
    try:
        data = file.read() if reader or file.fault else b""
    except OSError as error:
        data, reader = b"", None
        yield ledger_row(file.path, None, "unreadable", error.strerror)
    else:
        if not reader:
            yield ledger_row(file.path, None, "unsupported format", file.suffix or "its name has no suffix")
    if digests is not None:
        digests.append(blake2b(data, digest_size=16).hexdigest())
    if reader:
        yield from reader(file, data, columns)


def _judge(document: Document) -> Document | LedgerRow:
    """The document, or the ledger row that says why its text is none."""
    text = document.text
    if not text or text.isspace():
        return ledger_row(document.path, document.row, "empty")
    if "\0" in text:
        return ledger_row(document.path, document.row, "not text")
    return document
