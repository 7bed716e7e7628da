"""What two sequences have in common, in order."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple


class Gap(NamedTuple):
    """A stretch without a match: from `low` to `high` of the one sequence, `start` to `end` of the other."""

    low: int
    high: int
    start: int
    end: int


def match(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of a longest common subsequence, as pairs in ascending order.

    The rows of the table of lengths are kept as whole numbers of a bit a place, so that a row takes a few
    steps however long it is.

    References
    ----------
    Hyyrö (2004), Bit-parallel LCS-length computation revisited.

    >>> match("ridge", "bridges")
    [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]
    """
    places: defaultdict[Hashable, int] = defaultdict(int)
    for place, item in enumerate(one):
        places[item] |= 1 << place
    # A bit is 0 where the item there makes the subsequence longer than it is without it.
    rows = [(1 << len(one)) - 1]
    for item in other:
        hits = rows[-1] & places.get(item, 0)
        rows.append((rows[-1] + hits | rows[-1] - hits) & rows[0])
    return list(_trace_back(rows, len(one)))[::-1]


def _trace_back(rows: list[int], size: int) -> Iterator[tuple[int, int]]:
    mine, theirs = size - 1, len(rows) - 1
    while mine >= 0 and theirs > 0:
        if rows[theirs] >> mine & 1:
            mine -= 1
        elif rows[theirs - 1] >> mine & 1:
            theirs -= 1
            yield mine, theirs
            mine -= 1
        else:
            theirs -= 1


def walk(
    matches: list[tuple[int, int]], n_one: int, n_other: int
) -> Iterator[tuple[Gap, tuple[int, int] | None]]:
    """The stretch before each of the `matches` of two sequences, with that match, and the one behind all.

    `n_one` and `n_other` are how long the sequences are.
    """
    low = start = 0
    for mine, theirs in matches:
        yield Gap(low, mine, start, theirs), (mine, theirs)
        low, start = mine + 1, theirs + 1
    yield Gap(low, n_one, start, n_other), None


def find_gaps(matches: list[tuple[int, int]], n_one: int, n_other: int) -> list[Gap]:
    """The stretches without a match that hold anything.

    >>> find_gaps([(0, 1), (1, 2)], 4, 3)
    [Gap(low=0, high=0, start=0, end=1), Gap(low=2, high=4, start=3, end=3)]
    """
    gaps = (gap for gap, _ in walk(matches, n_one, n_other))
    return [gap for gap in gaps if gap.low < gap.high or gap.start < gap.end]
