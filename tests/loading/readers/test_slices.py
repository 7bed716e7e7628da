"""Slices of large files of rows."""

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.row_ends import Extent
from tenor.loading.readers.slices import cut, find_fault

FILE = Input("news.jsonl", "/nowhere/news.jsonl", 60, 0)


def slices(*kinds: str, size: int) -> list[tuple[int, int | None, bytes, int]]:
    """Start, stop, head and rows before each slice of rows of ten bytes each, the first at byte 5."""
    rows = [Extent(5 + 10 * number, 15 + 10 * number, kind) for number, kind in enumerate(kinds)]
    pieces = cut(FILE, rows, head=b"id\n", start=5, size=size)
    return [(piece.start, piece.stop, piece.head, piece.rows_before) for piece in pieces]


def test_a_slice_ends_with_the_row_that_fills_it():
    assert slices("", "", "broken row", "", "", size=15) == [
        (5, 25, b"id\n", 0),
        (25, 45, b"id\n", 2),
        (45, 55, b"id\n", 4),
    ]


def test_a_slice_without_bytes_stands_for_each_row_that_is_too_large():
    assert slices("", "too large", "too large", "", size=100) == [
        (5, 15, b"id\n", 0),
        (25, 25, b"", 1),
        (35, 35, b"", 2),
        (35, 45, b"id\n", 3),
    ]
    assert slices("too large", size=100) == [(15, 15, b"", 0)]


def test_blank_rows_count_and_make_no_slice():
    assert slices("blank", "blank", "", "blank", size=10) == [(25, 35, b"id\n", 2)]


def test_there_is_always_a_slice():
    assert slices(size=10) == [(5, 6, b"id\n", 0)]
    assert len(slices("blank", "blank", size=10)) == 1


def test_what_stands_for_a_large_row_says_so():
    (piece,) = cut(FILE, [Extent(0, 50, "too large")], head=b"", start=0, size=10)
    told = find_fault(piece, Limits())
    assert (told.row, told.reason, told.detail) == (1, "too large", "more than 20 MB")
    assert find_fault(FILE, Limits()) is None
