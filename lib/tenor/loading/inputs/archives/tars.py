"""Members of tar archives, packed or not."""

import tarfile
from collections.abc import Iterator
from functools import partial

from tenor.loading.inputs.archives.entries import Entry
from tenor.loading.inputs.archives.streams import STEP, LimitError, Meter, MeteredStream, PackedStream, Tally
from tenor.loading.inputs.limits import Limits


def entries(packed: PackedStream, limits: Limits, tally: Tally) -> Iterator[Entry]:
    """The members in the order of the archive; each must be read, if at all, before the next is asked for.

    Raises
    ------
    LimitError
        Behind the last member that the limits allow.
    tarfile.ReadError
        If the archive is broken or its end is missing.
    """
    meter = Meter(packed, limits, tally, solid=True)
    stream = MeteredStream((packed.unpacked() or packed).read, meter)
    with tarfile.open(fileobj=stream, mode="r:", encoding="utf-8", errors="surrogateescape") as archive:
        n_met = 0
        while info := archive.next():
            archive.members.clear()  # or all that were met are kept
            n_met += 1
            if n_met > limits.members:
                told = f"it has more than {limits.members:,}, which is the limit, and no more were read"
                raise LimitError("too many members", told)
            if not info.isdir():
                yield Entry(info.name, info.size, partial(archive.extractfile, info), _fault(info))
    _check_end(stream)


def _fault(info: tarfile.TarInfo) -> tuple[str, str] | None:
    if info.issym() or info.islnk():
        return "unsafe name", "a link, which is not followed"
    if not info.isreg():
        return "unreadable", "a device, pipe or socket, not a file"
    if info.issparse():
        return "not text", "a sparse file, which has holes in it"
    return None


def _check_end(stream: MeteredStream) -> None:
    """Check that a block of zeros ends the archive: the library takes all that is no header for an end."""
    if len(stream.last) < tarfile.BLOCKSIZE:
        raise tarfile.ReadError("its end is missing")
    is_end = not stream.last.strip(b"\0")
    while chunk := stream.read(STEP):
        is_end = is_end and not chunk.strip(b"\0")
    if not is_end:
        raise tarfile.ReadError("no header where one should be")
