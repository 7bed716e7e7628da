"""Where and how a text mentions a name."""

from collections.abc import Iterator
from typing import NamedTuple

from tenor.loading.texts.lines import Line

# So far back the word before a name is sought.
_REACH = 12


class Mention(NamedTuple):
    """The word before, in small letters and "" at the start of a line, and the name as written there."""

    before: str
    written: str


def mentions(name: str, lines: list[Line]) -> Iterator[Mention]:
    """Each place where the whole words of `name` stand, in capitals or not.

    >>> list(mentions("SELLA", [(0, "Rain in Sella, and in Sellafield.")]))
    [Mention(before='in', written='Sella')]
    """
    wanted = name.lower()
    for _, line in lines:
        lowered = line.lower()
        at = lowered.find(wanted) if len(lowered) == len(line) else -1
        while at >= 0:
            end = at + len(wanted)
            if not (line[at - 1 : at].isalnum() or line[end : end + 1].isalnum()):
                before = lowered[max(0, at - _REACH) : at].split()
                yield Mention(before[-1].rstrip(".") if before else "", line[at:end])
            at = lowered.find(wanted, end)
