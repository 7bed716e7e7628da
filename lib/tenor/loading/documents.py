"""Inputs to documents: every input, and every row of one, ends as a document or in the ledger."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from tenor.loading.inputs.archives import ARCHIVES, members
from tenor.loading.inputs.archives.streams import Tally
from tenor.loading.inputs.files import ChangedWhileReadError, Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, LeftOutError, ledger_row
from tenor.loading.readers import READERS, SPLITTERS, STREAMED
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


def read_file(
    file: Input, columns: Columns, limits: Limits, *, depth: int = 0, tally: Tally | None = None
) -> Iterator[Outcome]:
    """Read one input, or all members of an archive; it lies `depth` archives deep, unpacked under `tally`."""
    if file.suffix in ARCHIVES and not file.fault:
        yield from _read_archive(file, columns, limits, depth, tally or Tally(limits))
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
    if is_empty:
        yield ledger_row(file.path, None, "empty")
    yield from map(_merge, changes.values())


def _read_archive(
    file: Input, columns: Columns, limits: Limits, depth: int, tally: Tally
) -> Iterator[Outcome]:
    if depth >= limits.depth:
        yield ledger_row(file.path, None, "nested too deeply", f"{depth} archives around it")
        return
    is_empty = True
    with closing(members(file, limits, tally)) as unpacked:  # so that its temporary file goes at once
        for member in unpacked:
            is_empty = False
            if type(member) is LedgerRow:
                yield member
            else:
                yield from read_file(member, columns, limits, depth=depth + 1, tally=tally)
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
            for piece in pieces(file, SLICE_BYTES, columns, limits):
                yield from reader(piece, columns, limits)
    except LeftOutError as fault:
        yield ledger_row(file.path, None, *fault.args)
    except ChangedWhileReadError as error:
        yield ledger_row(file.path, None, "changed while read", error.strerror)
    except OSError as error:
        yield ledger_row(file.path, None, "unreadable", error.strerror or str(error))
    except Exception as error:  # a parser that a broken file upsets must not stop the others
        yield ledger_row(file.path, None, "broken file", f"{type(error).__name__}: {error}"[:300])


def pieces(file: Input, size: int, columns: Columns, limits: Limits) -> Iterator[Input]:
    """Slices of about `size` bytes of a large file of rows; any other file as it is."""
    if file.suffix in SPLITTERS and file.size > size and file.stop is None and not file.fault:
        yield from SPLITTERS[file.suffix](file, size, columns, limits)
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
