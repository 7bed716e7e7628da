"""Inputs to documents: every input, and every row of one, ends as a document or in the ledger."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from tenor.errors import TenorError
from tenor.loading.inputs.archives import ARCHIVES, members
from tenor.loading.inputs.archives.streams import Total
from tenor.loading.inputs.files import ChangedWhileReadError, Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.readers import READERS, SPLITTERS, STREAMED
from tenor.loading.readers.tables import NoTextsError
from tenor.loading.texts.health import mend

# Files of rows that are larger than this are read slice by slice.
SLICE_BYTES = 16_000_000

Outcome = Document | LedgerRow


def read(inputs: Iterable[Input], columns: Columns, limits: Limits | None = None) -> Iterator[Outcome]:
    """Read `inputs` one after the other.

    Each input gives at least one document or one ledger row "left out". The same change in many rows of a
    file is one ledger row, behind the file's documents.
    """
    for file in inputs:
        yield from read_file(file, columns, limits or Limits())


def read_file(file: Input, columns: Columns, limits: Limits) -> Iterator[Outcome]:
    """Read one input, or all members of an archive."""
    yield from _read_file(file, columns, limits, 0, Total())


def _read_file(file: Input, columns: Columns, limits: Limits, depth: int, total: Total) -> Iterator[Outcome]:
    """Read one input that lies `depth` archives deep; `total` is what these unpacked to."""
    if file.suffix in ARCHIVES and not file.fault:
        yield from _read_archive(file, columns, limits, depth, total)
        return
    is_empty = True
    changes: dict[tuple[str, str], list[LedgerRow]] = {}
    for outcome in _read_safely(file, columns, limits):
        if type(outcome) is LedgerRow and outcome.outcome == "changed":
            changes.setdefault((outcome.reason, outcome.detail), []).append(outcome)
            continue
        is_empty = False
        judged = _judge(outcome) if type(outcome) is Document else outcome
        yield judged
        for reason, detail in judged.changes if type(judged) is Document else ():
            row = ledger_row(judged.path, judged.row, reason, detail)
            changes.setdefault((reason, ""), []).append(row)
    if is_empty and not file.rows_before:
        yield ledger_row(file.path, None, "empty")
    yield from map(_merge, changes.values())


def _read_archive(
    file: Input, columns: Columns, limits: Limits, depth: int, total: Total
) -> Iterator[Outcome]:
    if depth >= limits.depth:
        yield ledger_row(file.path, None, "nested too deeply", f"{depth} archives around it")
        return
    is_empty = True
    with closing(members(file, limits, total)) as unpacked:  # so that its temporary file goes at once
        for member in unpacked:
            is_empty = False
            if type(member) is LedgerRow:
                yield member
            else:
                yield from _read_file(member, columns, limits, depth + 1, total)
    if is_empty:
        yield ledger_row(file.path, None, "empty")


def _merge(changes: list[LedgerRow]) -> LedgerRow:
    """One ledger row for the same change in many rows of a file, at the first of them."""
    first, *others = changes
    if not others:
        return first
    numbers = ", ".join(str(change.row) for change in changes[:3])
    more = f" and {len(changes) - 3:,} more" if len(changes) > 3 else ""
    return replace(first, detail=f"rows {numbers}{more}: {first.detail or first.reason}")


def _read_safely(file: Input, columns: Columns, limits: Limits) -> Iterator[Outcome]:
    """What the file's reader gives; whatever stops it ends in the ledger."""
    reader = READERS.get(file.suffix)
    try:
        if file.fault:
            raise OSError(None, file.fault)
        if not reader:
            detail = file.suffix or "its name has no suffix"
            yield ledger_row(file.path, None, "unsupported format", detail)
        elif file.suffix not in STREAMED and file.stop is None and file.size > limits.file_mb * MB:
            detail = f"{file.size / MB:,.0f} MB; the limit is {limits.file_mb:,} MB"
            yield ledger_row(file.path, None, "too large", detail)
        else:
            for piece in pieces(file, SLICE_BYTES, limits):
                yield from reader(piece, columns, limits)
    except NoTextsError as error:
        if not file.rows_before:  # of a table cut into slices the first tells
            yield ledger_row(file.path, None, "no column of texts", str(error)[:300])
    except ChangedWhileReadError as error:
        yield ledger_row(file.path, None, "changed while read", error.strerror)
    except OSError as error:
        yield ledger_row(file.path, None, "unreadable", error.strerror or str(error))
    except TenorError:
        raise
    except Exception as error:  # a parser that a broken file upsets must not stop the others
        yield ledger_row(file.path, None, "broken file", f"{type(error).__name__}: {error}"[:300])


def pieces(file: Input, size: int, limits: Limits) -> Iterator[Input]:
    """Slices of about `size` bytes of a large file of rows; any other file as it is."""
    if file.suffix in SPLITTERS and file.size > size and file.stop is None and not file.fault:
        yield from SPLITTERS[file.suffix](file, size, limits)
    else:
        yield file


def _judge(document: Document) -> Outcome:
    """The document, its text mended, or the ledger row that says why its text is none."""
    text, changes = mend(document.text)
    if not text or text.isspace():
        return ledger_row(document.path, document.row, "empty")
    if "\0" in text:
        return ledger_row(document.path, document.row, "not text")
    document.text = text
    document.changes += changes
    return document
