"""Word documents: the paragraphs of one file."""

import io
import socket
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import make_docx, make_docx_parts, make_paragraph, make_zip

from tenor.loading.documents import Document, LedgerRow, read
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns


def read_bytes(docx: bytes, **limits: int) -> list[Document | LedgerRow]:
    return list(read([Input("dam.docx", "", len(docx), 0, content=docx)], Columns(), Limits(**limits)))


def text_of(*body: str, notes: tuple[str, ...] = ()) -> str:
    (document,) = read_bytes(make_docx(body, notes=notes))
    return document.text


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_document_and_what_it_says_of_itself(read_one):
    docx = make_docx(
        ["The dam holds.", "“Fish & ferries” wait at the café."],
        dc_title="Dam holds",
        dc_creator="Rosa Quayle",
        dcterms_created="2031-03-04T10:00:00Z",
        dc_description="A draft",
    )
    assert read_one("dam.docx", docx) == [
        Document(
            "dam.docx",
            None,
            "The dam holds.\n\n“Fish & ferries” wait at the café.",
            "utf-8",
            {"title": "Dam holds", "author": "Rosa Quayle", "created": "2031-03-04T10:00:00Z"},
        )
    ]


@pytest.mark.parametrize("style", ["Titel", "berschrift1"])
def test_a_title_that_opens_the_text_is_the_title(style):
    body = [" ", make_paragraph("Dam  holds", style), "The dam.", make_paragraph("Further", "berschrift1")]
    (document,) = read_bytes(make_docx(body, dc_title="Draft of Monday"))
    assert (document.fields, document.text) == ({"title": "Dam holds"}, "The dam.\n\nFurther")


def test_items_of_lists_and_rows_of_tables_stand_on_lines():
    items = [make_paragraph(text, more="<w:numPr/>") for text in ("The dam", "The quay")]
    cells = [[make_paragraph(text) for text in row] for row in (("Gate", "Height"), ("Upper", "", "9 m"))]
    assert text_of("First:", *items, "Then:", table(*cells), "The sea.") == (
        "First:\n\nThe dam\nThe quay\n\nThen:\n\nGate\tHeight\nUpper\t9 m\n\nThe sea."
    )


def test_a_table_that_lays_out_the_page_holds_paragraphs():
    inner = table((make_paragraph("a"), make_paragraph("b")))
    story = make_paragraph("The dam holds.") + make_paragraph("The sea.") + inner
    assert text_of(table((story, make_paragraph("A caption")))) == (
        "The dam holds.\n\nThe sea.\n\na\tb\n\nA caption"
    )


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<w:ins>{run('rose')}</w:ins><w:del><w:r><w:br/></w:r></w:del>{run('!')}", "rose!"),
        ("<w:del><w:r><w:delText>fell</w:delText></w:r></w:del>" + run("rose"), "rose"),
        (f"<w:moveFrom>{run('rose')}</w:moveFrom><w:moveTo>{run('fell')}</w:moveTo>", "fell"),
        (f"<w:hyperlink>{run('rose')}</w:hyperlink>", "rose"),
        (f"<w:smartTag>{run('ro')}</w:smartTag><w:fldSimple>{run('se')}</w:fldSimple>", "rose"),
        (f"<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>{run('rose')}</w:sdtContent></w:sdt>", "rose"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("7"), "7"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>ten</w:t><w:noBreakHyphen/><w:t>hour</w:t></w:r>", "ten-hour"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("rose"), "rose"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>rose</w:t></w:r>', "rose"),
        ("<w:r><w:footnoteReference/></w:r><!-- no --><?no no?>" + run("rose"), "rose"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run("rose"), "rose"),
    ],
)
def test_what_is_in_a_paragraph(inside, text):
    assert text_of(f"<w:p>{inside}</w:p>") == text


def test_a_soft_hyphen_is_removed_and_told():
    docx = make_docx(["<w:p><w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t></w:r></w:p>"])
    document, told = read_bytes(docx)
    assert (document.text, told.reason) == ("harbour", "soft hyphens removed")


def test_a_text_box_follows_its_paragraph_once():
    box = f"<w:txbxContent>{make_paragraph('In the box.')}</w:txbxContent>"
    forms = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>"
    assert text_of(f"<w:p>{run('The dam ')}{drawing}{run('holds.')}</w:p>", "The sea.") == (
        "The dam holds.\n\nIn the box.\n\nThe sea."
    )


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_controls_around_paragraphs_rows_and_cells_are_no_obstacle():
    cell = f"<w:tc>{control(make_paragraph('a'))}</w:tc>"
    rows = control(f"<w:tr>{control(cell)}{cell}</w:tr>")
    assert text_of(control(make_paragraph("The dam.")), f"<w:tbl>{rows}</w:tbl>") == "The dam.\n\na\ta"


def test_a_deleted_row_is_left_out():
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{make_paragraph('gone')}</w:tc></w:tr>"
    assert text_of("The dam.", f"<w:tbl>{row}</w:tbl>", "The sea.") == "The dam.\n\nThe sea."


def test_notes_stand_last():
    assert text_of("The dam holds.", notes=("A note.", "Another.")) == "The dam holds.\n\nA note.\n\nAnother."


def test_other_names_of_parts_and_name_spaces_are_read():
    parts = {
        name.replace("document", "document2"): part.replace("word/document", "word/document2").replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, part in make_docx_parts(["The dam."], notes=["A note."]).items()
    }
    (document,) = read_bytes(make_zip(parts))
    assert document.text == "The dam.\n\nA note."


def test_parts_may_lack():
    parts = make_docx_parts(["The dam."])
    (document,) = read_bytes(make_zip({name: parts[name] for name in ("_rels/.rels", "word/document.xml")}))
    assert (document.text, document.fields) == ("The dam.", {})


def with_part(name: str, content: str | bytes) -> bytes:
    return make_zip({**make_docx_parts(["The dam."]), name: content})


def with_password(name: str) -> bytes:
    """A document with one part marked as locked."""
    stream = io.BytesIO(make_docx(["The dam."]))
    with zipfile.ZipFile(stream) as archive:
        place = archive.getinfo(name).header_offset
    data = bytearray(stream.getvalue())
    listed = data.rindex(b"PK\1\2", 0, data.rindex(name.encode()))
    data[place + 6] |= 1
    data[listed + 8] |= 1
    return bytes(data)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@pytest.mark.parametrize(
    ("docx", "reason", "detail"),
    [
        (make_docx([]), "empty", ""),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted", "a document with a password"),
        (OLD, "unsupported format", "a document of Word 97 to 2003; save it as .docx"),
        (with_password("word/document.xml"), "encrypted", "word/document.xml is locked with a password"),
        (b"The dam holds.", "broken file", "File is not a zip file"),
        (make_docx(["The dam."])[:-30], "broken file", "File is not a zip file"),
        (make_zip({"a.txt": "The dam."}), "broken file", "it holds no Word document"),
        (
            with_part("word/document.xml", "<w:document"),
            "broken file",
            "Namespace prefix w on document is not defined",
        ),
        (with_part("word/document.xml", "<a>" * 1_000), "broken file", "Excessive depth"),
    ],
)
def test_what_is_left_out(docx, reason, detail):
    (told,) = read_bytes(docx)
    assert (told.row, told.outcome, told.reason) == (None, "left out", reason)
    assert told.detail.startswith(detail)


def test_a_part_that_is_damaged_is_told():
    docx = bytearray(make_docx(["The dam holds. " * 50]))
    place = docx.index(b"word/document.xml") + 60
    docx[place : place + 20] = b"\xff" * 20
    (told,) = read_bytes(bytes(docx))
    assert told.reason == "broken file"


def test_a_part_that_unpacks_to_too_much_is_told():
    spaces = make_docx_parts(["The dam."])["word/document.xml"] + " " * 3_000_000
    (told,) = read_bytes(with_part("word/document.xml", spaces))
    assert told.reason == "expands too much"
    assert told.detail == "word/document.xml is more than 200 times as large as packed"
    (told,) = read_bytes(with_part("word/document.xml", spaces), expansion=10_000, file_mb=2)
    assert (told.reason, told.detail) == ("too large", "3 MB unpacked; the limit is 2 MB")


def test_a_list_of_parts_that_never_ends_is_told():
    docx = make_zip({f"{number}.xml": "" for number in range(10_001)})
    (told,) = read_bytes(docx)
    assert told.reason == "too many members"


LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize(
    "declared",
    [
        f'<!ENTITY a "lol">{LAUGHS}',
        '<!ENTITY i SYSTEM "file:///etc/passwd">',
        '<!ENTITY % i SYSTEM "file:///etc/passwd"> %i;',
    ],
)
@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/footnotes.xml", "_rels/.rels", "docProps/core.xml"]
)
def test_entities_are_never_expanded(name, declared):
    part = make_docx_parts(["HERE"], notes=["HERE"], dc_title="HERE")[name].replace("HERE", "&i;")
    (told,) = read_bytes(with_part(name, f"<!DOCTYPE x [{declared}]>{part}"))
    assert (told.row, told.outcome, told.reason) == (None, "left out", "broken file")
    assert any(words in told.detail for words in ("declares a document type", "Entity 'i'", "amplification"))


def test_nothing_is_fetched():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        part = make_docx_parts(["HERE"])["word/document.xml"].replace("HERE", "&a;")
        declared = f'<!DOCTYPE x SYSTEM "{address}.dtd" [<!ENTITY a SYSTEM "{address}.txt">]>'
        read_bytes(with_part("word/document.xml", declared + part))
        with pytest.raises(BlockingIOError):
            server.accept()


PARAGRAPH = st.text("aé“&<> .;#")


@given(texts=st.lists(PARAGRAPH))
def test_texts_come_back(texts):
    kept = [text.strip() for text in texts if text.strip()]
    outcomes = read_bytes(make_docx([make_paragraph(text) for text in texts]))
    assert [getattr(outcome, "text", "") for outcome in outcomes] == ["\n\n".join(kept)]


@settings(max_examples=50)
@given(data=st.data())
def test_damage_ends_in_the_ledger(data):
    docx = bytearray(make_docx(["The dam holds.", "The sea."], notes=["A note."]))
    for _ in range(data.draw(st.integers(1, 4))):
        docx[data.draw(st.integers(0, len(docx) - 1))] = data.draw(st.integers(0, 255))
    assert read_bytes(bytes(docx))
