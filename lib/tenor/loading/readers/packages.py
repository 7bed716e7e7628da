"""The zip archives that the programs of Office write: checked before a part of them is unpacked."""

import io
import zipfile
from collections.abc import Iterable

from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.outcomes import LeftOutError

# What older files begin with, and those behind a password, which name their content so.
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# How the list of parts begins each entry, and more entries than a document has.
_ENTRY, _MOST_PARTS = b"PK\1\2", 10_000
_IS_LOCKED = 1


def open_package(data: bytes, kind: str, older: str) -> zipfile.ZipFile:
    """The parts of the file in `data`.

    `kind` is what it should be ("workbook"), `older` what it is else, and what to do.

    Raises
    ------
    LeftOutError
        If it is encrypted, of an older format, or has more parts than are read.
    zipfile.BadZipFile
        If it is no zip archive.
    """
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            raise LeftOutError("encrypted", f"a {kind} with a password")
        raise LeftOutError("unsupported format", f"a {kind} of {older}")
    if data.count(_ENTRY) > _MOST_PARTS:
        raise LeftOutError("too many members", f"more than {_MOST_PARTS:,} parts")
    return zipfile.ZipFile(io.BytesIO(data))


def check_parts(parts: Iterable[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    """Check what these parts of a file of `size` bytes say of themselves: no more is unpacked than that.

    Raises
    ------
    LeftOutError
        If they share their bytes, are locked, or together or alone larger than the limits allow.
    """
    parts = list(parts)
    if sum(part.compress_size for part in parts) > size:
        raise LeftOutError("broken file", "its parts overlap")
    for part in parts:
        if part.flag_bits & _IS_LOCKED:
            raise LeftOutError("encrypted", f"{part.filename} is locked with a password")
        if part.file_size > max(MB, limits.expansion * part.compress_size):
            times = f"{part.filename} is more than {limits.expansion:,} times as large as packed"
            raise LeftOutError("expands too much", times)
    n_bytes = sum(part.file_size for part in parts)
    if n_bytes > limits.file_mb * MB:
        detail = f"{n_bytes / MB:,.0f} MB unpacked; the limit is {limits.file_mb:,} MB"
        raise LeftOutError("too large", detail)
