"""Inputs at an address, such as "s3://bucket/articles" or "https://host/a.zip": read through fsspec."""

import glob
import os
from collections.abc import Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, BinaryIO

from tenor.errors import UserError

if TYPE_CHECKING:
    from tenor.loading.inputs.files import Input


def is_address(path: str | os.PathLike) -> bool:
    """Whether `path` names its protocol.

    >>> is_address("https://host/articles.zip"), is_address("data/raw")
    (True, False)
    """
    return "://" in os.fspath(path)


def open_address(address: str) -> BinaryIO:
    """The file at `address` as a stream of bytes.

    Raises
    ------
    OSError
        If it cannot be opened.
    """
    import fsspec

    return fsspec.open(address, "rb").open()


def find_at_address(address: str) -> list["Input"]:
    """The files at `address`: one file, all below a folder, or those that fit its wildcards.

    A file counts as unchanged while its size and what its server says of its version stay the same.

    Raises
    ------
    UserError
        If the protocol is unknown or lacks its package, or nothing can be read there.
    """
    import fsspec

    try:
        system, root = fsspec.core.url_to_fs(address)
        found = sorted(_entries(system, root))
    except (ImportError, ValueError) as error:
        raise UserError(f"corpus = {address!r}: {error}") from error
    except Exception as error:  # each protocol has errors of its own
        raise UserError(f"corpus = {address!r} cannot be read: {error or type(error).__name__}") from error
    return [_input(system, root, name, details) for name, details in found]


def _entries(system, root: str) -> Iterator[tuple[str, dict]]:
    if glob.has_magic(root):
        found = system.glob(root, detail=True)
    elif system.isdir(root):
        found = system.find(root, detail=True)
    else:
        found = {root: system.info(root)}
    return ((name, details) for name, details in found.items() if details.get("type") != "directory")


def _input(system, root: str, name: str, details: dict) -> "Input":
    from tenor.loading.inputs.files import Input

    folder = root.split("*")[0].rpartition("/")[0] if glob.has_magic(root) else root
    path = name.removeprefix(folder).strip("/") or name.rpartition("/")[2]
    keys = ("mtime", "last_modified", "LastModified", "updated", "modified", "ETag", "etag", "created")
    version = "|".join(f"{key}={details[key]}" for key in keys if details.get(key))
    number = int.from_bytes(blake2b(version.encode(), digest_size=7).digest()) if version else 0
    return Input(path, system.unstrip_protocol(name), int(details.get("size") or 0), number)
