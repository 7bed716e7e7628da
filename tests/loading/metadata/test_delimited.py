"""Tables written as text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.metadata.delimited import find_delimiter, read_table

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def cells_of(data: bytes) -> list[list[str]]:
    return [row.cells for row in read_table(data)[1]]


@pytest.mark.parametrize(
    ("head", "delimiter"),
    [
        (b"id,text,date", ","),
        (b"id;text;date", ";"),
        (b"id\ttext", "\t"),
        (b"id|text|date", "|"),
        (b"text", ","),
        (b"", ","),
        (b'\n"a;b;c",text,"d;e"\n', ","),
        (b'\xef\xbb\xbf"a;b;c",text\n', ","),
    ],
)
def test_the_delimiter_parts_the_header_into_most_cells(head, delimiter):
    assert find_delimiter(head) == delimiter


def test_columns_get_distinct_names():
    names, _ = read_table(b" id ,,text,text,\n")
    assert names == ["id", "column 2", "text", "text 2", "column 5"]


def test_line_breaks_and_quotation_marks_inside_cells_stay():
    assert cells_of(b'text,id\r\n"He said ""no"".\r\nAnd left.",a\r\n') == [
        ['He said "no".\r\nAnd left.', "a"]
    ]


def test_a_cell_may_be_larger_than_the_csv_module_likes():
    text = "word " * 100_000
    assert cells_of(f"text\n{text}\n".encode()) == [[text]]


def test_blank_lines_are_no_rows():
    rows = list(read_table(b"\n\ntext\n\na\n\n\nb\n")[1])
    assert [(row.number, row.cells) for row in rows] == [(1, ["a"]), (2, ["b"])]


@pytest.mark.parametrize(
    ("line", "reason", "detail"),
    [
        (b"a,b,c", "broken row", "3 cells under 2 columns"),
        (b"a", "short row", "1 cells under 2 columns"),
        (b'"a" said,b', "broken row", "',' expected after '\"'"),
        (b'"a,b', "broken row", "unexpected end of data"),
        (b"\x81\x00\xff,b", "undecodable", ""),
    ],
)
def test_a_row_with_a_fault_says_which(line, reason, detail):
    row = list(read_table(b"text,id\nwell,x\n" + line)[1])[-1]
    assert (row.number, row.reason, row.detail) == (2, reason, detail)


def test_empty_cells_beyond_the_last_column_are_no_fault():
    assert [row.reason for row in read_table(b"text,id\na,b,,\n")[1]] == [""]


def test_rows_behind_a_broken_one_are_read():
    rows = list(read_table(b'text,id\n"a" b,c\nwell,d\n')[1])
    assert [(row.number, row.cells) for row in rows] == [(1, []), (2, ["well", "d"])]


def test_a_quotation_mark_that_is_never_closed_costs_one_line():
    rows = list(read_table(b'text,id\n"Twas,a\nwell,b\n"x\ny",c\nwell,d\n')[1])
    assert [(row.reason, row.cells) for row in rows] == [
        ("broken row", []),
        ("", ["well", "b"]),
        ("", ["x\ny", "c"]),
        ("", ["well", "d"]),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_above_the_limit_are_counted_and_have_no_cells(encoding):
    data = 'text,id\nZürich,a\n"Zürich\nZürich",b\nwell,c\n'.encode(encoding)
    rows = [(row.number, row.reason, row.cells) for row in read_table(data, rows_before=4, row_bytes=15)[1]]
    assert rows == [(5, "", ["Zürich", "a"]), (6, "too large", []), (7, "", ["well", "c"])]


def test_a_header_above_the_limit_is_an_error():
    with pytest.raises(csv.Error, match="it is too large"):
        read_table(b"text,id\na,b\n", row_bytes=7)


def test_each_row_knows_its_encoding():
    data = "text\nDämme\n".encode() + "Zürich, café\n".encode("cp1252").replace(b",", b"") + b"plain\n"
    rows = [(row.encoding, row.guessed) for row in read_table(data)[1]]
    assert rows == [("utf-8", False), ("cp1252", True), ("utf-8", False)]


def test_a_row_is_undecodable_if_any_of_its_lines_is():
    zurich = "Zürich".encode("cp1252")
    data = b'text\n"' + b"\x81\x00\xff\n" + zurich + b'"\n' + zurich + b"\n"
    rows = [(row.reason, row.encoding, row.cells) for row in read_table(data)[1]]
    assert rows == [("undecodable", "", []), ("", "cp1252", ["Zürich"])]


def test_utf_16_from_a_spreadsheet():
    names, rows = read_table("id\ttext\r\na\tZürich\r\n".encode("utf-16"))
    assert (names, [row.cells for row in rows]) == (["id", "text"], [["a", "Zürich"]])


@given(
    st.lists(st.tuples(CELLS, CELLS), max_size=8), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"])
)
def test_what_the_csv_module_writes_is_read_back(rows, delimiter, end):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([("id", "text"), *rows])
    assert cells_of(stream.getvalue().encode()) == [list(row) for row in rows]
