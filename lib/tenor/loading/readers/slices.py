"""Slices of large files of rows, each small enough to be read whole."""

from collections.abc import Iterable, Iterator

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.row_ends import Extent
from tenor.loading.outcomes import LedgerRow, ledger_row
from tenor.loading.texts.decoding import marked_encoding

# The longest byte-order mark.
_MARK_BYTES = 4


def can_be_cut(start: bytes) -> bool:
    """Whether a file that starts so can be cut without decoding it."""
    return marked_encoding(start) in ("", "utf-8-sig")


def row_bytes(limits: Limits) -> int:
    """The most bytes that a row may have."""
    return round(limits.row_mb * MB)


def cut(file: Input, rows: Iterable[Extent], *, head: bytes, start: int, size: int) -> Iterator[Input]:
    """Slices of about `size` bytes from byte `start` on, cut between `rows`, each behind `head`.

    Blank rows count, but make no slice. Rows that are too large to be read are in none: a slice without any
    bytes stands for each. There is always one slice at least.
    """
    stop, n_before = start, 0
    is_blank = is_first = True
    for number, row in enumerate(rows, 1):
        is_large = row.reason == "too large"
        if not is_large:
            stop = row.stop
            is_blank = is_blank and row.reason == "blank"
        if not is_large and stop - start < size:
            continue
        if not is_blank:
            yield file.slice(start, stop, head=head, rows_before=n_before)
        if is_large:
            yield file.slice(row.stop, row.stop, head=b"", rows_before=number - 1)
        is_first = is_first and is_blank and not is_large
        start, n_before, is_blank = row.stop, number, True
    if is_first or not is_blank:
        yield file.slice(start, max(stop, start + 1), head=head, rows_before=n_before)


def find_fault(file: Input, limits: Limits) -> LedgerRow | None:
    """Why the input cannot be read: it stands for a row that is too large, or is so and cannot be cut."""
    if file.start == file.stop and not file.head:
        return too_large(file.path, file.rows_before + 1, limits)
    if file.stop is not None or file.size <= limits.file_mb * MB:
        return None
    with file.open() as stream:
        start = stream.read(_MARK_BYTES)
    if can_be_cut(start):
        return None
    detail = f"{file.size / MB:,.0f} MB of {marked_encoding(start)}; the limit is {limits.file_mb:,} MB"
    return ledger_row(file.path, None, "too large", detail)


def too_large(path: str, row: int, limits: Limits) -> LedgerRow:
    """The ledger row for a row that is too large to be read."""
    return ledger_row(path, row, "too large", f"more than {limits.row_mb:,} MB")
