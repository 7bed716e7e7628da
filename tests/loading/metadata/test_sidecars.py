"""The metadata table by itself."""

import datetime
from io import BytesIO

import openpyxl
import pytest

from tenor.errors import UserError
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.sidecars import Sidecar, read_sidecar


def read(content: bytes, *, name: str = "about.csv", **mapping: str) -> Sidecar:
    file = Input(name, f"/somewhere/{name}", len(content), 0, content=content)
    return read_sidecar(file, Columns(mapping), Limits())


def workbook(**sheets: list[list]) -> bytes:
    """The bytes of an Excel workbook with these rows."""
    book, stream = openpyxl.Workbook(), BytesIO()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(stream)
    return stream.getvalue()


def test_cells_are_cleaned_and_row_numbers_kept():
    table = read(b"Filename;Datum\n\n a.txt ;\nb.txt; soon\n", published="Datum").table
    assert table.index.tolist() == [1, 2]
    assert table["file"].tolist() == ["a.txt", "b.txt"]
    assert table["published"].fillna("-").tolist() == ["-", "soon"]


def test_tabs_part_cells_too():
    table = read(b"file\tsource\na.txt\tLedger & Tide\n", name="about.tsv").table
    assert table.to_dict("list") == {"file": ["a.txt"], "source": ["Ledger & Tide"]}


def test_a_table_without_rows_is_no_mistake():
    table = read(b"file,source\n").table
    assert (list(table), len(table)) == (["file", "source"], 0)


def test_a_table_with_nothing_but_texts_and_ids_keeps_its_rows():
    table = read(b"id,text\nx,The dam holds.\n").table
    assert (list(table), table.index.tolist()) == (["doc_id"], [1])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("about.json", '[{"file": "a.txt", "year": 2031}, {"file": "b.txt", "source": {"name": "Flare"}}]'),
        (
            "about.json",
            '{"n": 2, "rows": [{"file": "a.txt", "year": 2031}, {"file": "b.txt", "source.name": "Flare"}]}',
        ),
        ("about.json", '{"file": "a.txt", "year": 2031}\n{"file": "b.txt", "source": {"name": "Flare"}}\n'),
        (
            "about.jsonl",
            '{"file": "a.txt", "year": 2031}\r\n{"file": "b.txt", "source.name": "Flare", "x": null}',
        ),
        ("about.ndjson", '{"file": "a.txt", "year": "2031"}\n{"source.name": "Flare", "file": "b.txt"}'),
    ],
)
def test_objects_of_json_are_rows(name, content):
    table = read(content.encode(), name=name).table
    assert table.index.tolist() == [1, 2]
    assert table["file"].tolist() == ["a.txt", "b.txt"]
    assert table[["published", "source"]].fillna("-").to_numpy().tolist() == [["2031", "-"], ["-", "Flare"]]


def test_lines_of_json_may_hold_other_breaks_of_lines():
    table = read('\n{"file": "a.txt", "title": "Quay\u2028side"}'.encode(), name="about.jsonl").table
    assert table.to_dict("index") == {2: {"file": "a.txt", "title": "Quay\u2028side"}}


def test_what_is_no_object_and_half_characters_are_told():
    content = b'[{"file": "a.txt", "title": "half \\ud83d"}, 7, {"file": "b.txt"}]'
    sidecar = read(content, name="about.json")
    assert sidecar.table["title"].fillna("-").to_dict() == {1: "half \ufffd", 3: "-"}
    assert [(row.row, row.reason, row.detail) for row in sidecar.ledger] == [
        (1, "characters replaced", ""),
        (2, "broken metadata row", "a int, not an object"),
    ]


def test_broken_lines_of_json_are_told():
    ledger = read(b'{"file": "a.txt"}\n{"file": \n', name="about.jsonl").ledger
    assert [(row.row, row.reason, row.detail) for row in ledger] == [
        (2, "broken metadata row", "Expecting value at character 10"),
    ]


def test_sheets_of_excel_are_read():
    day, moment = datetime.date(2031, 3, 4), datetime.datetime(2031, 3, 4, 10, 15)
    rows = [["Filename", "Date", "Issue", None], ["a.txt", day, 7], [], ["b.txt", moment, None, "late"]]
    sidecar = read(workbook(Table=rows), name="about.xlsx")
    assert sidecar.table.fillna("-").to_dict("index") == {
        1: {"file": "a.txt", "published": "2031-03-04", "Issue": "7", "column 4": "-"},
        3: {"file": "b.txt", "published": "2031-03-04T10:15:00", "Issue": "-", "column 4": "late"},
    }
    assert sidecar.ledger == []


def test_empty_cells_at_the_ends_of_rows_are_no_columns():
    assert list(read(workbook(Table=[["file", " "], ["a.txt", " "]]), name="about.xlsx").table) == ["file"]


def test_the_first_sheet_that_names_documents_is_read_and_the_others_told():
    content = workbook(
        Notes=[["made by the archive"]], Empty=[], Table=[["file"], ["a.txt"]], More=[["file"], ["b.txt"]]
    )
    columns = Columns()
    file = Input("about.xlsx", "/somewhere/about.xlsx", len(content), 0, content=content)
    sidecar = read_sidecar(file, columns, Limits())
    assert sidecar.table["file"].tolist() == ["a.txt"]
    assert [(row.row, row.reason, row.detail) for row in sidecar.ledger] == [
        (None, "other metadata sheet", "Notes"),
        (None, "other metadata sheet", "More"),
    ]
    assert columns.seen == {("file",): ("file",)}


def test_a_workbook_that_names_no_documents_shows_its_first_header():
    with pytest.raises(UserError, match=r"no column of file names or ids; it has 'name', 'desk'"):
        read(workbook(Empty=[], Table=[["name", "desk"]]), name="about.xlsx")
    with pytest.raises(UserError, match=r"no column of file names or ids; it has nothing"):
        read(workbook(Empty=[]), name="about.xlsx")


@pytest.mark.parametrize("content", [b"file,source\na.txt,Lantern\n", workbook(Table=[["file"]])[:-30]])
def test_a_broken_workbook(content):
    with pytest.raises(
        UserError, match=r"about\.xlsx cannot be read as a table \(.+\); save it as UTF-8 CSV"
    ):
        read(content, name="about.xlsx")


def test_an_encoding_that_was_guessed_is_told_once():
    sidecar = read(
        "file,source\na.txt,Z\u00fcrich Caf\u00e9\nb.txt,Quay\nc.txt,Caf\u00e9 Z\u00fcrich\n".encode("cp1252")
    )
    assert sidecar.table["source"].tolist() == ["Z\u00fcrich Caf\u00e9", "Quay", "Caf\u00e9 Z\u00fcrich"]
    assert [(row.row, row.reason, row.detail) for row in sidecar.ledger] == [
        (1, "encoding guessed", "2 rows read as cp1252"),
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b'{"file": ', r"Expecting value at character 10"),
        (b'"a.txt"', r"it is no array of objects"),
        (b'{"a": [], "b": []}', r"it is no array of objects"),
        (b"\x81\x00\xff", r"it fits no encoding"),
    ],
)
def test_json_that_is_no_table(content, what):
    with pytest.raises(UserError, match=rf"about\.json cannot be read as a table \({what}\); save it"):
        read(content, name="about.json")


@pytest.mark.parametrize(("content", "listed"), [(b"name,desk\na,b\n", "'name', 'desk'"), (b"", "nothing")])
def test_without_a_column_that_names_documents(content, listed):
    message = (
        rf"metadata /somewhere/about\.csv has no column of file names or ids; it has {listed}\. Name one: "
        r"columns: \{file: NAME\} in a recipe, --column file=NAME on the command line"
    )
    with pytest.raises(UserError, match=message):
        read(content)


@pytest.mark.parametrize("content", [b'"file,source\na,b\n', b"\xff\xfef\x00i"])
def test_what_is_no_table(content):
    with pytest.raises(
        UserError, match=r"metadata /somewhere/about\.csv cannot be read as a table \(.*UTF-8 CSV"
    ):
        read(content)


def test_a_table_that_cannot_be_read():
    file = Input("about.csv", "/somewhere/about.csv", 0, 0, fault="Permission denied")
    message = r"metadata /somewhere/about\.csv cannot be read \(Permission denied\); allow reading it"
    with pytest.raises(UserError, match=message):
        read_sidecar(file, Columns(), Limits())
