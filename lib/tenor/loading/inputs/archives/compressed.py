"""Single files that gzip, bzip2 or xz packed."""

import posixpath
from collections.abc import Iterator

from tenor.loading.inputs.archives.entries import Entry
from tenor.loading.inputs.archives.streams import Meter, MeteredStream, PackedStream, Tally
from tenor.loading.inputs.limits import Limits


def entries(packed: PackedStream, limits: Limits, tally: Tally, path: str) -> Iterator[Entry]:
    """The one member: its name is that of the file at `path` without the last suffix.

    Raises
    ------
    ValueError
        If the file is packed by none of the three.
    """
    source = packed.unpacked()
    if source is None:
        raise ValueError("it is not packed with gzip, bzip2 or xz")
    # Where the file is cut off, `read` would lose what it has when it meets the end.
    stream = MeteredStream(source.read1, Meter(packed, limits, tally, solid=True))
    yield Entry(posixpath.splitext(posixpath.basename(path))[0], 0, lambda: stream)
