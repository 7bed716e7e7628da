"""Members of zip archives."""

import stat
import zipfile
from collections.abc import Iterator
from functools import partial

from tenor.loading.inputs.archives.entries import Entry
from tenor.loading.inputs.archives.streams import STEP, LimitError, Meter, MeteredStream, PackedStream, Tally
from tenor.loading.inputs.limits import Limits

# How many packed bytes are unpacked at once: few where the library sets no bound to what comes of them.
_STEPS = {zipfile.ZIP_STORED: STEP, zipfile.ZIP_DEFLATED: STEP}
_SMALL_STEP = 64
_IS_ENCRYPTED = 1
_LISTED = b"PK\1\2"


def entries(packed: PackedStream, limits: Limits, tally: Tally) -> Iterator[Entry]:
    """The members in the order of the archive's list.

    Raises
    ------
    LimitError
        If they are more than the limits allow.
    zipfile.BadZipFile
        If there is no list.
    """
    meter = Meter(packed, limits, tally, solid=False)
    packed.watch = partial(_check_list, limits)
    with zipfile.ZipFile(packed) as archive:
        packed.watch = None
        for info in archive.infolist():
            name = info.filename.replace("\\", "/")
            if not name.endswith("/"):
                opener = partial(_open, archive, info, meter)
                yield Entry(name, info.file_size, opener, _fault(info), is_solid=False)


def _check_list(limits: Limits, data: bytes) -> None:
    """Refuse the list of members, if `data` is that, before the library takes it apart, at 1 kB a member."""
    if data.startswith(_LISTED) and (n_members := data.count(_LISTED)) > limits.members:
        told = f"it has {n_members:,}; the limit is {limits.members:,}, and none were read"
        raise LimitError("too many members", told)


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo, meter: Meter) -> MeteredStream:
    meter.start_member()
    step = _STEPS.get(info.compress_type, _SMALL_STEP)
    member = archive.open(info)
    member.MIN_READ_SIZE = step
    return MeteredStream(member.read, meter, step=step)


def _fault(info: zipfile.ZipInfo) -> tuple[str, str] | None:
    mode = info.external_attr >> 16
    if info.flag_bits & _IS_ENCRYPTED:
        return "encrypted", "a member with a password"
    if stat.S_ISLNK(mode):
        return "unsafe name", "a link, which is not followed"
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return "unreadable", "a device, pipe or socket, not a file"
    return None
