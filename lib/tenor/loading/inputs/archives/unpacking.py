"""One member unpacked: into the memory, or into a file for as long as it is read."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from tempfile import TemporaryDirectory

from tenor.loading.inputs.archives.entries import Entry
from tenor.loading.inputs.archives.streams import STEP

# Larger members are unpacked into a file.
MEMORY_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The bytes of a member, as `content` or in the file `location`; not all if there is an `error`."""

    content: bytes | None
    location: str
    size: int
    error: Exception | None


@contextmanager
def unpack(entry: Entry) -> Iterator[Unpacked]:
    """Unpack a member; the file, if it takes one, is gone when the context ends."""
    target, location, error = BytesIO(), "", None
    with ExitStack() as stack:
        try:
            source = entry.open()
            while chunk := source.read(STEP):
                if not location and target.tell() + len(chunk) > MEMORY_BYTES:
                    folder = stack.enter_context(TemporaryDirectory(prefix="tenor-"))
                    location = os.path.join(folder, "member")
                    head, target = target, stack.enter_context(open(location, "wb", buffering=0))
                    target.write(head.getbuffer())
                target.write(chunk)
        except Exception as caught:  # whatever the archive's parser trips over concerns this member alone
            error = caught
        size = target.tell()
        yield Unpacked(None if location else target.getvalue(), location, size, error)
