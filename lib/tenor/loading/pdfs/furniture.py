"""What a PDF prints on its pages around the text: running heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tenor.loading.pdfs.lines import Line

# So many lines at the top and at the bottom of a page may be furniture.
_OUTER = 4
# Heads that change between left and right pages stand on a little less than half of them.
_SHARE = 0.4
# Lines that are less apart than this, in heights of letters, stand in one row.
_ROW = 0.5
# Up to so many times the usual distance to the next row, a line may be one of the text.
_NEAR = 1.3
_DIGITS = re.compile(r"\d+")

Key = tuple[str, int]


def remove_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without their furniture, and the lines that were that.

    It is what stands at the same height of two pages in five (but for one), in words that return there,
    whatever its numbers; above or below all else, and in another size of letters or further away than the
    lines of a text. A PDF of one page has none.
    """
    ranked = [_from_outside(page) for page in pages]
    repeated = _repeated(ranked)
    kept, removed = [], []
    for page, sides in zip(pages, ranked, strict=True):
        near = _NEAR * _usual_distance(page)
        furniture = {line for side in sides for line in _furniture(side, repeated, near)}
        kept.append([line for line in page if line not in furniture])
        removed += (line.text for line in page if line in furniture)
    return kept, removed


def _repeated(ranked: Sequence[tuple[list[Line], list[Line]]]) -> set[Key]:
    """The outer lines that return, at heights where enough pages have a line that does."""
    pages = ({_key(line) for side in sides for line in side[:_OUTER]} for sides in ranked)
    counts = Counter(key for keys in pages for key in keys)
    returning = {key: count for key, count in counts.items() if count > 1}
    at_height = Counter()
    for (_, height), count in returning.items():
        at_height[height] += count
    return {key for key in returning if at_height[key[1]] >= _SHARE * (len(ranked) - 1)}


def _from_outside(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines from the top of the page down, and from its bottom up."""
    upwards = sorted(page, key=lambda line: line.bottom)
    return upwards[::-1], upwards


def _furniture(side: Sequence[Line], repeated: set[Key], near: float) -> set[Line]:
    found: set[Line] = set()
    for number, line in reversed([*enumerate(side[:_OUTER])]):
        inner = next((other for other in side[number + 1 :] if _distance(line, other) > _ROW), None)
        is_of_text = inner and inner not in found and inner.is_like(line) and _distance(line, inner) < near
        if _key(line) in repeated and not is_of_text:
            found.add(line)
    return found


def _usual_distance(page: Sequence[Line]) -> float:
    distances = (_distance(line, following) for line, following in pairwise(page))
    rows = sorted(distance for distance in distances if distance > _ROW)
    return rows[len(rows) // 2] if rows else 0


def _distance(line: Line, other: Line) -> float:
    """From row to row, in heights of letters."""
    return abs(line.bottom - other.bottom) / max(line.height, other.height, 1)


def _key(line: Line) -> Key:
    return _DIGITS.sub("0", line.text), round(line.bottom)
