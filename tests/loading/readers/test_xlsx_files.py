"""Excel workbooks: one row of a sheet, one document."""

import datetime as dt
import io
import zipfile

import pytest
from made_files import make_xlsx
from openpyxl import Workbook

from tenor.loading.documents import Document, read
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns

HEADER = ["id", "Headline", "Body", "outlet"]
DAM = [7, "Dam holds", "The dam holds.", "Ledger & Tide"]
SEA = [8, None, "The sea rose.", None]
SHEET = "xl/worksheets/sheet1.xml"


def told(outcomes) -> list[tuple[str, int | None, str]]:
    """Path, row and reason of each outcome; of a document, its text."""
    return [(row.path, row.row, row.text if isinstance(row, Document) else row.reason) for row in outcomes]


def changed(book: bytes, parts: dict[str, bytes]) -> bytes:
    """The workbook with these parts in the place of its own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {**dict.fromkeys(old.namelist()), **parts}:
            new.writestr(name, parts.get(name) or old.read(name))
    return stream.getvalue()


def part_of(book: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return archive.read(name)


def sheet_of(rows: str, start: str = "") -> bytes:
    """A workbook with these rows, written in XML."""
    name_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = f'<dimension ref="A1"/><sheetData>{rows}</sheetData>'
    sheet = f'{start}<worksheet xmlns="{name_space}">{data}</worksheet>'
    return changed(make_xlsx([]), {SHEET: sheet.encode()})


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_rows_become_documents(read_one):
    assert read_one("news.xlsx", make_xlsx([HEADER, DAM, SEA])) == [
        Document(
            "news.xlsx",
            1,
            "The dam holds.",
            "utf-8",
            {"doc_id": "7", "title": "Dam holds", "source": "Ledger & Tide"},
        ),
        Document("news.xlsx", 2, "The sea rose.", "utf-8", {"doc_id": "8"}),
    ]


def test_macros_make_no_difference(read_one):
    assert told(read_one("NEWS.XLSM", make_xlsx([HEADER, DAM]))) == [("NEWS.XLSM", 1, "The dam holds.")]


def test_blank_rows_are_counted_below_the_header_and_passed_over(read_one):
    rows = [[], [None, " "], HEADER, [], DAM, [None, ""], SEA]
    outcomes = read_one("news.xlsx", make_xlsx(rows))
    assert [(document.row, document.fields["doc_id"]) for document in outcomes] == [(2, "7"), (4, "8")]


@pytest.mark.parametrize(
    ("value", "number_format", "written"),
    [
        (dt.datetime(2031, 5, 3), "yyyy-mm-dd", "2031-05-03"),
        (dt.datetime(2031, 5, 3), "yyyy-mm-dd hh:mm", "2031-05-03T00:00:00"),
        (dt.datetime(2031, 5, 3, 10, 15), "d/m/yy", "2031-05-03T10:15:00"),
        (dt.date(2031, 5, 3), "mm-dd-yy", "2031-05-03"),
        (dt.time(10, 15), "h:mm", "10:15:00"),
        (dt.timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
        (2031, "General", "2031"),
        (2031.0, "0.00", "2031"),
        (0.1, "General", "0.1"),
        (True, "General", "true"),
        ("#N/A", "General", None),
        ("2031-05-03", "@", "2031-05-03"),
        ("a_x000D_\nb_x005F_x000D_ _xD83D_", "@", "a\r\nb_x000D_ _xD83D_"),
        (" two  spaces ", "@", " two  spaces "),
    ],
)
def test_values_of_any_kind_become_text(read_one, value, number_format, written):
    workbook, stream = Workbook(), io.BytesIO()
    workbook.active.append(["text", "desk"])
    workbook.active.append(["Dam.", value])
    workbook.active["B2"].number_format = number_format
    workbook.save(stream)
    (document,) = read_one("news.xlsx", stream.getvalue())
    assert document.fields == ({} if written is None else {"desk": written})


def test_links_keep_their_text_and_formulas_what_they_came_to(read_one):
    workbook, stream = Workbook(), io.BytesIO()
    workbook.active.append(["text", "url"])
    workbook.active.append(["Dam.", "the story"])
    workbook.active["B2"].hyperlink = "https://lantern.example/dam"
    workbook.save(stream)
    (linked,) = read_one("linked.xlsx", stream.getvalue())
    assert linked.fields == {"url": "the story"}
    rows = f'<row r="1">{cell("A1", "text")}</row><row r="2"><c r="A2" t="str"><f>B1</f><v>Sea.</v></c></row>'
    assert told(read_one("formula.xlsx", sheet_of(rows))) == [("formula.xlsx", 1, "Sea.")]


def test_cells_beside_the_header_keep_their_place(read_one):
    (document,) = read_one("news.xlsx", make_xlsx([["text", None, "desk"], ["Dam.", "b", "c", None, "e"]]))
    assert document.fields == {"column 2": "b", "desk": "c", "column 5": "e"}


def test_a_row_without_a_text_is_empty(read_one):
    outcomes = read_one("news.xlsx", make_xlsx([["id", "text"], [1], [2, "Sea."]]))
    assert told(outcomes) == [("news.xlsx", 1, "empty"), ("news.xlsx", 2, "Sea.")]


def test_the_sheets_of_one_table_are_read_and_others_told(read_one):
    book = make_xlsx(
        [["about", "these"], ["made", "by hand"]],
        First=[HEADER, DAM],
        Codes=[["code", "text"], ["1", "front"]],
        Second=[[], HEADER, SEA],
        Blank=[],
    )
    outcomes = read_one("news.xlsx", book)
    assert told(outcomes) == [
        ("news.xlsx", 1, "The dam holds."),
        ("news.xlsx/Second", 1, "The sea rose."),
        ("news.xlsx/Articles", None, "other sheet"),
        ("news.xlsx/Codes", None, "other sheet"),
    ]
    assert outcomes[3].detail == "its columns: code, text"


def test_a_workbook_without_a_text_column_is_told_once_with_the_columns_of_all_sheets(read_one):
    book = make_xlsx([["id", "Headline"], [1, "Dam holds"]], Codes=[["id", "desk"], [1, "front"]])
    (told,) = read_one("news.xlsx", book)
    assert (told.path, told.row, told.reason) == ("news.xlsx", None, "no text")
    assert told.detail == "no column of texts; it has 'id', 'Headline', 'desk'"


@pytest.mark.parametrize("rows", [[], [[]], [["text"]], [[], ["text"], [" "]]])
def test_a_workbook_without_rows_is_empty(read_one, rows):
    assert told(read_one("news.xlsx", make_xlsx(rows))) == [("news.xlsx", None, "empty")]


def test_a_wrong_size_of_the_sheet_hides_nothing(read_one):
    book = make_xlsx([HEADER, DAM])
    sheet = part_of(book, SHEET).replace(b"<sheetData>", b'<dimension ref="A1"/><sheetData>')
    assert told(read_one("news.xlsx", changed(book, {SHEET: sheet}))) == [("news.xlsx", 1, "The dam holds.")]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "reason", "detail"),
    [
        (b"no workbook", "broken file", "BadZipFile: File is not a zip file"),
        (make_xlsx([HEADER, DAM])[:-30], "broken file", "BadZipFile: File is not a zip file"),
        (
            OLD + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            "a workbook with a password",
        ),
        (OLD + b"\0" * 600, "unsupported format", "a workbook of Excel 97 to 2003; save it as .xlsx"),
        (changed(make_xlsx([]), {"xl/workbook.xml": b"<workbook"}), "broken file", None),
    ],
)
def test_a_file_that_is_no_workbook_is_told(read_one, content, reason, detail):
    (row,) = read_one("news.xlsx", content)
    assert (row.path, row.row, row.outcome, row.reason) == ("news.xlsx", None, "left out", reason)
    assert row.detail == detail if detail else row.detail


def test_rows_before_the_damage_are_read(read_one):
    rows = "".join(f'<row r="{number}">{cell(f"A{number}", "text")}</row>' for number in range(1, 4000))
    outcomes = read_one("news.xlsx", sheet_of(f"{rows}</row>"))
    assert outcomes[0].text == "text"
    assert told(outcomes[-1:]) == [("news.xlsx/Articles", None, "broken file")]


@pytest.mark.parametrize("far", ["A1048577", "A999999999", "ZZZZ2"])
def test_rows_and_columns_that_no_sheet_has_are_not_gone_to(read_one, far):
    number = far.lstrip("ABCZ")
    rows = f'<row r="1">{cell("A1", "text")}</row><row r="{number}">{cell(far, "Dam.")}</row>'
    assert told(read_one("news.xlsx", sheet_of(rows))) == [("news.xlsx/Articles", None, "broken file")]


def test_the_farthest_cell_is_read(read_one):
    rows = f'<row r="1">{cell("A1", "text")}</row>'
    rows += f'<row r="1048576">{cell("A1048576", "Dam.")}{cell("XFD1048576", "far")}</row>'
    (document,) = read_one("news.xlsx", sheet_of(rows))
    assert (document.row, document.text, document.fields) == (1048575, "Dam.", {"column 16384": "far"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE worksheet [<!ENTITY a "Dam. Dam. Dam."><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE worksheet [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_entities_are_not_expanded(read_one, doctype, encoding):
    book = sheet_of(f'<row r="1">{cell("A1", "text")}</row><row r="2">{cell("A2", "&b;")}</row>', doctype)
    sheet = part_of(book, SHEET).decode()
    (row,) = read_one("news.xlsx", changed(book, {SHEET: f'<?xml version="1.0"?>{sheet}'.encode(encoding)}))
    assert (row.reason, row.detail) == ("broken file", "it declares a document type, which no workbook does")


def test_entities_behind_a_long_comment_are_not_expanded(read_one):
    doctype = f'<!--{"x" * 100_000}--><!DOCTYPE worksheet [<!ENTITY b "Dam.">]>'
    book = sheet_of(f'<row r="1">{cell("A1", "text")}</row><row r="2">{cell("A2", "&b;")}</row>', doctype)
    (row,) = read_one("news.xlsx", book)
    assert (row.reason, row.detail) == ("broken file", "it declares a document type, which no workbook does")


def limited(texts, book: bytes, **limits: float) -> list[tuple[str, int | None, str, str]]:
    files = find_inputs(texts({"news.xlsx": book})).files
    return [(row.row, getattr(row, "reason", "")) for row in read(files, Columns(), Limits(**limits))]


def test_what_grows_beyond_the_limits_is_not_unpacked(texts):
    book = sheet_of(f'<row r="1">{cell("A1", "text")}</row><row r="2">{cell("A2", "x" * 3_000_000)}</row>')
    assert limited(texts, book) == [(None, "expands too much")]
    assert limited(texts, book, expansion=2000) == [(1, "")]
    assert limited(texts, book, expansion=2000, file_mb=2) == [(None, "too large")]
    assert limited(texts, book, expansion=2000, row_mb=2) == [(1, "too large")]


def test_no_more_is_unpacked_than_the_archive_declares(texts):
    book = bytearray(sheet_of(f'<row r="1">{cell("A1", "text")}</row>' + "<row/>" * 500_000))
    declared = len(part_of(bytes(book), SHEET)).to_bytes(4, "little")
    lied = bytes(book).replace(declared, (900).to_bytes(4, "little"))
    assert lied != book
    assert limited(texts, lied) == [(None, "broken file")]


def test_parts_that_share_their_bytes_are_not_unpacked(texts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/a.xml", bytes(range(256)) * 8)
        for number in range(300):
            archive.filelist.append(archive.getinfo("xl/a.xml"))
            archive.NameToInfo[f"xl/{number}.xml"] = archive.filelist[-1]
    files = find_inputs(texts({"news.xlsx": stream.getvalue()})).files
    (row,) = read(files, Columns(), Limits())
    assert (row.reason, row.detail) == ("broken file", "its parts overlap")
