"""The bytes of an archive: packed ones, counted, and unpacked ones, held against the limits."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from typing import BinaryIO, Protocol

from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.outcomes import LeftOutError

STEP = 16_384
# One read of more is no text, but a header that lies.
_LARGEST_READ = 1_000_000
_OPENERS = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}


class LimitError(LeftOutError):
    """An archive that is above one of the limits.

    `is_final` says that nothing more can be read of the archive.
    """

    def __init__(self, reason: str, detail: str, *, is_final: bool = True):
        super().__init__(reason, detail)
        self.is_final = is_final


class Readable(Protocol):
    """What can be read from start to end."""

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end."""


class PackedStream:
    """The archive itself: a stream that counts the bytes read from it in `n_read`.

    `watch`, if there is one, is called with all that is read.
    """

    def __init__(self, stream: BinaryIO):
        self.n_read = 0
        self.watch: Callable[[bytes], None] | None = None
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self.n_read += len(data)
        if self.watch:
            self.watch(data)
        return data

    def unpacked(self) -> BinaryIO | None:
        """The unpacked bytes of a stream that gzip, bzip2 or xz packed; None if none of them did."""
        start = self.read(6)
        self.seek(0)
        return next((opener(self) for mark, opener in _OPENERS.items() if start.startswith(mark)), None)


class Tally:
    """Holds all that comes of one file, of the archives inside it too, against the limit `unpacked_mb`."""

    def __init__(self, limits: Limits):
        self._n_unpacked = 0
        self._most_mb = limits.unpacked_mb

    def take(self, size: int) -> None:
        """Count `size` unpacked bytes more.

        Raises
        ------
        LimitError
            If they are too many.
        """
        self._n_unpacked += size
        if self._n_unpacked > self._most_mb * MB:
            whole = f"the whole file unpacks to more than {self._most_mb:,} MB (unpacked_mb)"
            raise LimitError("expands too much", f"{whole}; nothing behind this was read")


class Meter:
    """Holds what is unpacked against the limits, by the bytes that come and not by what an archive declares.

    In a `solid` archive all members are packed as one, and the ratio is that of all that was read so far;
    in others it is each member's own.
    """

    def __init__(self, packed: PackedStream, limits: Limits, tally: Tally, *, solid: bool):
        self._packed = packed
        self._limits = limits
        self._tally = tally
        self._solid = solid
        self._n_unpacked = self._n_packed_before = 0

    def start_member(self) -> None:
        """Count the ratio anew."""
        self._n_unpacked, self._n_packed_before = 0, self._packed.n_read

    def take(self, size: int) -> None:
        """Count `size` unpacked bytes more.

        Raises
        ------
        LimitError
            If they are too many.
        """
        self._tally.take(size)
        self._n_unpacked += size
        n_packed = self._packed.n_read - self._n_packed_before
        if self._n_unpacked > max(MB, self._limits.expansion * n_packed):
            ratio = f"more than {self._limits.expansion:,} times as large as packed"
            behind = "; nothing behind it was read" if self._solid else ""
            raise LimitError("expands too much", ratio + behind, is_final=self._solid)


class MeteredStream:
    """Unpacked bytes, got by the function `read` from start to end, each of them metered.

    `last` is what was read last. `step` is the most that is read at once, in which a bomb cannot hide.
    """

    def __init__(self, read: Callable[[int], bytes], meter: Meter, *, step: int = _LARGEST_READ):
        self.last = b""
        self._read = read
        self._meter = meter
        self._step = step
        self._place = 0

    def read(self, size: int) -> bytes:
        """The next bytes.

        Raises
        ------
        LimitError
            If they are more than the limits allow.
        """
        if size > _LARGEST_READ:
            raise LimitError("broken file", f"a header of {size / MB:,.0f} MB; nothing behind it was read")
        self.last = self._read(min(size, self._step))
        self._place += len(self.last)
        self._meter.take(len(self.last))
        return self.last

    def tell(self) -> int:
        """How many bytes were read."""
        return self._place

    def seek(self, place: int) -> None:
        """Read on to `place`.

        Raises
        ------
        ValueError
            If it was read already.
        """
        if place < self._place:
            raise ValueError("a member that begins before the last one ends")
        while self._place < place and self.read(min(STEP, place - self._place)):
            pass

    def close(self) -> None:
        """Nothing: the archive is closed by who opened it."""
