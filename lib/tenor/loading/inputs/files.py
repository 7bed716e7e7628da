"""One input: a file, a member of an archive, or a slice of the rows of a large one."""

import io
import os
from dataclasses import dataclass, replace
from typing import BinaryIO

from tenor.loading.inputs.addresses import is_address, open_address


class ChangedWhileReadError(OSError):
    """A file that somebody wrote to while it was read."""


@dataclass(slots=True)
class Input:
    """A file, a member of an archive, or a slice of the rows of a large one.

    `path` is relative to the input folder, as shown to people; a member's goes on behind its archive's, as
    in "dump.zip/inner/a.txt". `location` is the absolute path or the address of the bytes; a small member of
    an archive holds them itself, in `content`. `fault` says why the file cannot be read at all, "" if it
    can. A slice goes from byte `start` to `stop` and is read as if `head` (the header) stood before it;
    `rows_before` rows of the file precede it.
    """

    path: str
    location: str
    size: int
    mtime_ns: int
    fault: str = ""
    start: int = 0
    stop: int | None = None
    head: bytes = b""
    rows_before: int = 0
    content: bytes | None = None

    @property
    def suffix(self) -> str:
        """The end of the file's name in small letters, such as ".txt"."""
        dot = self.path.rfind(".")
        return self.path[dot:].lower() if dot > self.path.rfind("/") + 1 else ""

    def slice(self, start: int, stop: int, *, head: bytes, rows_before: int) -> "Input":
        """The rows from byte `start` to `stop` as an input of their own."""
        return replace(self, start=start, stop=stop, head=head, rows_before=rows_before)

    def open(self) -> BinaryIO:
        """The whole file as a stream of bytes that can be read from any place.

        Raises
        ------
        OSError
            If it cannot be opened.
        """
        if self.fault:
            raise OSError(None, self.fault)
        if self.content is not None:
            return io.BytesIO(self.content)
        return open_address(self.location) if is_address(self.location) else open(self.location, "rb")

    def read(self) -> bytes:
        """The bytes of the file, or of the slice behind its head.

        Raises
        ------
        ChangedWhileReadError
            If somebody wrote to it meanwhile, also when it was read again.
        OSError
            If it cannot be read.
        """
        if self.fault:
            raise OSError(None, self.fault)
        if self.content is not None:
            return self._slice_of(io.BytesIO(self.content))
        if is_address(self.location):
            with self.open() as stream:
                return self._slice_of(stream)
        for _ in range(2):
            with open(self.location, "rb", buffering=0) as stream:
                before = os.fstat(stream.fileno())
                data = self._slice_of(stream)
                after = os.fstat(stream.fileno())
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return data
        raise ChangedWhileReadError(None, "somebody wrote to it meanwhile")

    def _slice_of(self, stream: BinaryIO) -> bytes:
        if self.stop is None:
            return stream.read()
        stream.seek(self.start)
        return self.head + stream.read(self.stop - self.start)
