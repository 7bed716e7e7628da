"""The lines of a stream, however long they are."""

import io
from itertools import pairwise

import pytest

from tenor.loading.inputs.lines import as_utf8, line_pieces

# More than is read at once, by a few bytes more or less.
LONG = 262_144


def lines_of(data: bytes) -> list[bytes]:
    """The pieces of `data`, put together to lines."""
    pieces = list(line_pieces(io.BytesIO(data)))
    ends = [number for number, piece in enumerate(pieces, 1) if piece.endswith((b"\n", b"\r"))]
    if pieces and len(pieces) not in ends:
        ends.append(len(pieces))
    return [b"".join(pieces[start:stop]) for start, stop in pairwise([0, *ends])]


@pytest.mark.parametrize("length", [0, 1, *range(LONG - 3, LONG + 3), 3 * LONG - 1])
@pytest.mark.parametrize("end", [b"", b"\n", b"\r", b"\r\n", b"\n\r", b"\r\r\n", b"\r\n\r\nx", b"\rx"])
def test_lines_end_where_bytes_split_them(length, end):
    for data in (b"x" * length + end, b"x" * length + end + b"next\r\nlast"):
        assert lines_of(data) == data.splitlines(keepends=True)


def test_a_long_line_comes_in_pieces():
    pieces = list(line_pieces(io.BytesIO(b"x" * 10 * LONG + b"\n")))
    assert max(map(len, pieces)) <= LONG


def test_nothing_has_no_lines():
    assert list(line_pieces(io.BytesIO())) == []


def test_marked_bytes_become_utf_8_and_others_stay():
    assert as_utf8("Zürich".encode("utf-16")) == as_utf8("Zürich".encode("utf-8-sig")) == "Zürich".encode()
    assert as_utf8(b"Z\xfcrich") == b"Z\xfcrich"
