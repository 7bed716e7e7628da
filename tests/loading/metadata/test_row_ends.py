"""Where the rows of a table end: held against the csv module, which must have a row whole to read it."""

import csv
import io
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.loading.metadata.row_ends import Extent, RowEnds

# About as much as is read at once, so that what comes behind falls apart.
LONG = [b"x" * (65_536 + more) for more in (-2, -1, 0)] + [b"x" * (262_144 + more) for more in (-2, -1, 0)]
TOKENS = [b'"', b'""', b",", b"x", b"\n", b"\r", b"\r\n", b'","', b'"\n', b"\n\n"]


def rows_of(data: bytes) -> list[tuple[bytes, str]]:
    extents = RowEnds(io.BytesIO(data), ",", len(data))
    return [(data[extent.start : extent.stop], extent.reason) for extent in extents]


def rows_of_the_csv_module(data: bytes) -> list[tuple[bytes, str]]:
    """As many lines as the csv module takes for a row; of a row that it finds broken, the first line."""
    lines, found = data.splitlines(keepends=True), []
    while lines:
        reader = csv.reader((line.decode("latin-1") for line in lines), strict=True)
        try:
            is_blank, n_lines, fault = not next(reader), reader.line_num, ""
        except csv.Error:
            is_blank, n_lines, fault = False, 1, "broken row"
        if not is_blank:
            found.append((b"".join(lines[:n_lines]), fault))
        del lines[:n_lines]
    return found


@pytest.fixture(autouse=True, scope="module")
def large_cells():
    before = csv.field_size_limit(2**31 - 1)
    yield
    csv.field_size_limit(before)


@given(st.lists(st.sampled_from(TOKENS), max_size=30).map(b"".join))
@settings(max_examples=1000)
def test_rows_end_where_the_csv_module_ends_them(data):
    assert rows_of(data) == rows_of_the_csv_module(data)


@given(st.lists(st.sampled_from(TOKENS + LONG), max_size=12).map(b"".join))
def test_long_rows_end_where_the_csv_module_ends_them(data):
    assert rows_of(data) == rows_of_the_csv_module(data)


@pytest.mark.parametrize("more", range(-4, 5))
@pytest.mark.parametrize("held", [65_536, 131_072, 262_144])
@pytest.mark.parametrize(
    "row",
    [
        b'"%b","y\nz"\n',
        b'"%b""\n",y\n',
        b'"%b" y\nz\n',
        b'%b,"y\nz"\n',
        b'%b"\n"y"\n',
        b'"%b\n","y\nz"\n',
        b'%b\r\n"y"\r\n',
    ],
)
def test_rows_end_alike_wherever_what_is_held_ends(row, held, more):
    data = row % (b"x" * (held + more)) + (b"x" * 90_000 + b"\n") * 2
    assert rows_of(data) == rows_of_the_csv_module(data)


def test_many_rows_are_read_on_from_block_to_block():
    rows = [f'{number},"He said ""no"",\nand left."\r\n'.encode() for number in range(20_000)]
    assert rows_of(b"".join(rows)) == [(row, "") for row in rows]


def test_sound_and_broken_rows_by_turns():
    rows = [(b'"Dam" wall,1\n', "broken row"), (b"Sea,2\n", "")] * 20_000
    assert rows_of(b"".join(row for row, _ in rows)) == rows


def test_one_stray_quotation_mark_costs_one_line_alone():
    before, after = [b'"The dam",1\n'] * 3, [b"rose,2\n"] * 20_000
    rows = rows_of(b"".join([*before, b'"Twas late,3\n', *after, b'"so" they,4\n', b'"The sea",5\n']))
    assert [row for row in rows if row[1]] == [
        (b'"Twas late,3\n', "broken row"),
        (b'"so" they,4\n', "broken row"),
    ]
    assert len(rows) == 20_006


def test_the_line_with_the_fault_may_begin_a_row_of_more_lines():
    rows = [(b'"Twas late,1\n', "broken row"), (b"well,2\n", ""), (b'"so","they\nsaid"\n', "")]
    assert rows_of(b"".join(row for row, _ in rows)) == rows


def test_lines_that_all_open_a_quotation_mark_take_no_longer_than_others():
    n_lines = 200_000  # that many times read on to the end, it would take hours
    rows = rows_of(b'a","\n' * n_lines + b'"x')
    assert len(rows) == n_lines + 1


@pytest.mark.parametrize("limit", [9, 10, 11])
def test_a_row_is_too_large_above_the_limit(limit):
    extents = [*RowEnds(io.BytesIO(b'ab\n"c\n\n\nd",e\nf\n'), ",", limit)]
    reason = "too large" if limit < 10 else ""
    assert extents == [Extent(0, 3, ""), Extent(3, 13, reason), Extent(13, 15, "")]


def test_a_broken_row_above_the_limit_is_too_large():
    assert [*RowEnds(io.BytesIO(b'"a" bcd\nx\n'), ",", 5)] == [Extent(0, 8, "too large"), Extent(8, 10, "")]


@pytest.mark.parametrize(
    ("first", "line", "last"),
    [(b"a,", b"xyz,", b"\n"), (b'a,"', b"xyz\n" + b"x" * 400, b'\n"\n'), (b'"a" ', b"xyz,", b"\n")],
)
def test_a_long_row_is_not_held(first, line, last):
    row = first + line * (40_000_000 // len(line)) + last
    stream = io.BytesIO(b"id,text\n" + row + b"b,c\n")
    tracemalloc.start()
    extents = [*RowEnds(stream, ",", 20_000_000)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [extent.reason for extent in extents] == ["", "too large", ""]
    assert peak < 4_000_000


def test_rows_begin_where_the_stream_stands():
    stream = io.BytesIO(b"\xef\xbb\xbfa\nb\n")
    stream.seek(3)
    assert [*RowEnds(stream, ",", 9)] == [Extent(3, 5, ""), Extent(5, 7, "")]
