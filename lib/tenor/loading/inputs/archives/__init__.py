"""Archives: their members, each an input of its own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tenor.loading.inputs.archives import compressed, tars, zips
from tenor.loading.inputs.archives.entries import Entry, Names, find_unsafe, is_hidden
from tenor.loading.inputs.archives.streams import LimitError, PackedStream, Tally
from tenor.loading.inputs.archives.unpacking import Unpacked, unpack
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.outcomes import LedgerRow, ledger_row
from tenor.loading.readers import READERS, STREAMED

ARCHIVES = frozenset({".zip", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".gz", ".bz2", ".xz"})
# Formats whose rows can be read though the last of them are missing.
_ROW_BY_ROW = {".csv", ".tsv", ".jsonl", ".ndjson", ".warc"}
_TAR = re.compile(r"\.(tar(\.(gz|bz2|xz))?|tgz|tbz2?|txz)$", re.IGNORECASE)


def members(file: Input, limits: Limits, tally: Tally) -> Iterator[Input | LedgerRow]:
    """The members of the archive `file`, in its order, and ledger rows for those that cannot be unpacked.

    The path of a member is the archive's, "/" and the member's own; a name met before has "#2" before its
    suffix. Folders and hidden members are passed over. Members of formats that are not read, or declared
    larger than is read, are not unpacked: they come empty, with the size that the archive declares. A large
    member lies in a temporary file until the next one is asked for. All that is unpacked counts in `tally`.
    """
    try:
        stream = file.open()
    except OSError as error:
        yield _left_out(file.path, error)
        return
    with stream:
        yield from _members(file, _entries(file, PackedStream(stream), limits, tally), limits)


def _entries(file: Input, packed: PackedStream, limits: Limits, tally: Tally) -> Iterator[Entry]:
    if file.suffix == ".zip":
        return zips.entries(packed, limits, tally)
    if _TAR.search(file.path):
        return tars.entries(packed, limits, tally)
    return compressed.entries(packed, limits, tally, file.path)


def _members(file: Input, entries: Iterator[Entry], limits: Limits) -> Iterator[Input | LedgerRow]:
    names, n_met = Names(), 0
    while True:
        try:
            entry = next(entries, None)
        except Exception as error:  # whatever a parser trips over, the members before it stay
            before = f"; {n_met:,} before it were met" if n_met and not isinstance(error, LimitError) else ""
            yield _left_out(file.path, error, before)
            return
        if entry is None:
            return
        unsafe = find_unsafe(entry.name)
        if not unsafe and is_hidden(entry.name):
            continue
        n_met += 1
        member = Input(f"{file.path}/{names.show(entry.name)}", "", entry.size, file.mtime_ns, content=b"")
        if fault := unsafe or entry.fault:
            yield ledger_row(member.path, None, *fault)
        elif not _is_wanted(member, limits):
            yield member
        else:
            with unpack(entry) as unpacked:
                yield from _outcomes(member, entry, unpacked)
            if getattr(unpacked.error, "is_final", unpacked.error and entry.is_solid):
                return


def _is_wanted(member: Input, limits: Limits) -> bool:
    if member.suffix in ARCHIVES or member.suffix in STREAMED:
        return True
    return member.suffix in READERS and member.size <= limits.file_mb * MB


def _outcomes(member: Input, entry: Entry, unpacked: Unpacked) -> Iterator[Input | LedgerRow]:
    """The member, or why it was left out; both where a file of rows breaks off behind some of them."""
    told = _left_out(member.path, unpacked.error) if unpacked.error else None
    is_begun = told and told.reason == "broken file" and entry.is_solid and unpacked.size > 0
    if not told or (is_begun and member.suffix in _ROW_BY_ROW):
        yield replace(member, location=unpacked.location, size=unpacked.size, content=unpacked.content)
    if told:
        yield told


def _left_out(path: str, error: Exception, more: str = "") -> LedgerRow:
    if isinstance(error, LimitError):
        reason, detail = error.args
    elif isinstance(error, OSError) and error.strerror:
        reason, detail = "unreadable", error.strerror
    elif isinstance(error, NotImplementedError):
        reason, detail = "unsupported format", str(error)
    else:
        reason, detail = "broken file", str(error) or type(error).__name__
    return ledger_row(path, None, reason, detail[:300] + more)
