"""Marks: spans of a text that a convention of news put there, and their kinds."""

from typing import NamedTuple

KINDS = ("dateline", "byline", "contribution", "credit", "copyright", "link", "caption", "label")


class Mark(NamedTuple):
    """A span of characters, `end` exclusive, and one of `KINDS`."""

    start: int
    end: int
    kind: str


def separate(marks: list[Mark]) -> list[Mark]:
    """The marks in order; of two that overlap the one that starts first, or else the longer."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
