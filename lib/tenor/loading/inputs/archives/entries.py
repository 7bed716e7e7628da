"""One member of an archive as it is listed there, and whether its name is one to read."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tenor.loading.inputs.archives.streams import Readable

_DRIVE = re.compile(r"[A-Za-z]:")
# Where the number goes into a repeated name.
_END = re.compile(r"(\.tar)?\.[^./]*$|$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A member: its name, the size that the archive declares, and what opens it.

    `fault` is the reason of the ledger and the detail why it is not unpacked. What breaks a member of a
    solid archive breaks all behind it.
    """

    name: str
    size: int
    open: Callable[[], Readable]
    fault: tuple[str, str] | None = None
    is_solid: bool = True


def find_unsafe(name: str) -> tuple[str, str] | None:
    """Why a member of that name is not read: such names write elsewhere when an archive is unpacked.

    >>> find_unsafe("../../passwords")
    ('unsafe name', 'it leads out of the archive')
    """
    steps = name.replace("\\", "/").split("/")
    if ".." in steps:
        return "unsafe name", "it leads out of the archive"
    if not steps[0] or _DRIVE.match(name):
        return "unsafe name", "it is an absolute path"
    return None


def is_hidden(name: str) -> bool:
    """Whether folders would pass over a file of that name, or it is one that macOS adds.

    >>> is_hidden("dump/.DS_Store"), is_hidden("./a.txt")
    (True, False)
    """
    steps = name.split("/")
    return "__MACOSX" in steps or any(step.startswith(".") and step not in (".", "..") for step in steps)


class Names:
    """Names of the members met so far, as they are shown: each once."""

    def __init__(self):
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def show(self, name: str) -> str:
        """`name` with bytes that are no UTF-8 as \\xNN, and "#2" in it if it was met before.

        >>> names = Names()
        >>> [names.show(name) for name in ("./a.txt", "a.txt", "a.txt", "a#2.txt")]
        ['a.txt', 'a#2.txt', 'a#3.txt', 'a#2#2.txt']
        """
        printable = name.encode(errors="surrogateescape").decode(errors="backslashreplace")
        whole = shown = "/".join(step for step in printable.split("/") if step not in ("", "."))
        while shown in self._taken:
            self._numbers[whole] = number = self._numbers.get(whole, 1) + 1
            shown = _END.sub(f"#{number}\\g<0>", whole, count=1)
        self._taken.add(shown)
        return shown
