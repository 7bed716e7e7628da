"""The zip archives that files of word processors and spreadsheet programs are: opened and kept in bounds."""

import io
import zipfile

from tenor.loading.inputs.limits import MB, Limits

# What files of older formats begin with, and those behind a password, which name their content so.
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# How the list of parts begins each entry, and more entries than any of these files has.
_ENTRY, _MOST_PARTS = b"PK\1\2", 10_000


class BrokenError(Exception):
    """Why a file, or the rest of it, cannot be read: the reason of the ledger and the detail."""


def open_package(data: bytes, kind: str, older: str) -> zipfile.ZipFile:
    """The archive in `data`, which is a `kind` such as "workbook", or one in the `older` format.

    Raises
    ------
    BrokenError
        If it is encrypted, of the older format, or has more parts than are read.
    zipfile.BadZipFile
        If it is no zip archive.
    """
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            raise BrokenError("encrypted", f"a {kind} with a password")
        raise BrokenError("unsupported format", f"a {kind} of {older}")
    if data.count(_ENTRY) > _MOST_PARTS:
        raise BrokenError("too many members", f"more than {_MOST_PARTS:,} parts")
    return zipfile.ZipFile(io.BytesIO(data))


def check_part(part: zipfile.ZipInfo, size: int, limits: Limits) -> None:
    """Check a part of a file of `size` bytes by what it says of itself: no more is unpacked than that.

    Raises
    ------
    BrokenError
        If it is larger than the limits allow.
    """
    if part.file_size > max(MB, limits.expansion * min(part.compress_size, size)):
        times = f"{part.filename} is more than {limits.expansion:,} times as large as packed"
        raise BrokenError("expands too much", times)
    if part.file_size > limits.file_mb * MB:
        sizes = f"{part.file_size / MB:,.0f} MB; the limit is {limits.file_mb:,} MB"
        raise BrokenError("too large", f"{part.filename} has {sizes}")
