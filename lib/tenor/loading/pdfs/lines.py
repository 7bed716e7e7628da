"""A line of text on a page."""

from typing import NamedTuple

# Letters up to so many times as high are of the same size.
_SAME_SIZE = 1.15


class Line(NamedTuple):
    """A line with its place on the page, in points from the lower left.

    `height` is that of its letters with what goes above and below them, `first` the width of its first word.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    first: float

    def is_like(self, other: "Line") -> bool:
        """Whether the letters of both lines are of the same size."""
        return max(self.height, other.height) <= _SAME_SIZE * min(self.height, other.height)
