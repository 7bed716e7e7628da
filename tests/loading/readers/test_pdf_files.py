"""PDFs: the text layer of one file."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import make_pdf, make_pdf_file, make_pdf_stream

from tenor.loading.documents import Document, LedgerRow, read
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns

STORY = (
    "The dam at Lowmere held on Tuesday, the keeper said at the café. “We are re-",
    "lieved,” he told reporters (and went back to work).",
    "The ferry runs.",
)
TEXT = (
    "The dam at Lowmere held on Tuesday, the keeper said at the café. “We are relieved,” he told reporters "
    "(and went back to work).\n\nThe ferry runs."
)


def column(*texts: str, left: float = 50, top: float = 700) -> list[tuple]:
    return [(left, top - 12 * number, text) for number, text in enumerate(texts)]


def read_bytes(pdf: bytes, **limits: int) -> list[Document | LedgerRow]:
    return list(read([Input("dam.pdf", "", len(pdf), 0, content=pdf)], Columns(), Limits(**limits)))


def test_lines_become_paragraphs_and_parted_words_whole(read_one):
    document, told = read_one("dam.pdf", make_pdf([column(*STORY)]))
    assert (document.path, document.row, document.text, document.encoding) == ("dam.pdf", None, TEXT, "")
    assert (told.outcome, told.reason, told.detail) == ("changed", "line-end hyphens joined", "1 word")


def test_columns_and_pages_are_read_on():
    first = "The dam at Lowmere held on Tuesday, the keeper", "said at the café, and the river Ilmer, which"
    second = "had risen since the morning by the height of a", "man, began to fall."
    third = "The ferry runs, the harbour office said on the", "same evening, and"
    (document,) = read_bytes(
        make_pdf(
            [[*column(*first), *column(*second, left=320)], column(*third), column("the fish are safe.")]
        )
    )
    assert document.text == "\n\n".join(
        [" ".join(first + second), " ".join([*third, "the fish are safe."])],
    )


def test_heads_and_page_numbers_are_left_out_and_told():
    pages = [
        [(50, 780, "The Sella Lantern", 8), *column(f"The ferry {name}."), (290, 20, str(number), 8)]
        for number, name in enumerate(("waits", "leaves", "lands"), 1)
    ]
    document, told = read_bytes(make_pdf(pages))
    assert document.text == "The ferry waits.\n\nThe ferry leaves.\n\nThe ferry lands."
    assert (told.reason, told.detail) == ("page furniture removed", "6 lines, such as 'The Sella Lantern'")


def test_what_the_file_says_of_itself():
    (document,) = read_bytes(
        make_pdf(
            [column("The dam holds.")],
            Title="Dam holds (for now)",
            Author="Rosa Quayle",
            CreationDate="D:20310304101500+01'00'",
            Subject="Floods",
        )
    )
    assert document.fields == {
        "title": "Dam holds (for now)",
        "author": "Rosa Quayle",
        "created": "2031-03-04T10:15:00+01:00",
    }
    assert document.origin == "file"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_that_are_turned_are_read_as_they_are_shown(turn):
    places = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
    lines = "".join(
        f"BT /F 10 Tf {places[turn]} {300 + x} {400 + y} Tm ({text}) Tj ET\n"
        for text, (x, y) in zip(
            ("The river Ilmer fell and the", "dam holds."),
            {0: ((0, 0), (0, -12)), 90: ((0, 0), (12, 0)), 180: ((0, 0), (0, 12)), 270: ((0, 0), (-12, 0))}[
                turn
            ],
            strict=True,
        )
    )
    (document,) = read_bytes(make_page(lines.encode(), b"/Rotate %d" % turn))
    assert document.text == "The river Ilmer fell and the dam holds."


def make_page(content: bytes, entries: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of one page of this content."""
    page = b"/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R/G 6 0 R>>>>/Contents 5 0 R" + entries
    return make_pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R%s>>" % page,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            make_pdf_stream(content),
            b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]>>",
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<<"
            b"/Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R>>",
            b"<</Type/FontDescriptor/FontName/A/Flags 4/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>",
        ],
        trailer,
    )


@pytest.mark.parametrize(("n_pages", "pages"), [(1, "1 page"), (12, "12 pages")])
def test_a_scan_is_told(n_pages, pages):
    (told,) = read_bytes(make_pdf([[]] * n_pages))
    assert (told.outcome, told.reason) == ("left out", "no text")
    assert told.detail == f"{pages}, no text layer (a scan?): run OCR"


def test_a_scan_with_a_stamp_on_each_page_is_told():
    (told,) = read_bytes(make_pdf([[(50, 20, f"Scanned by the archive, {n}")] for n in range(3)]))
    assert (told.reason, told.detail) == ("no text", "3 pages, no text layer (a scan?): run OCR")


def test_signs_without_a_meaning_are_told():
    letters = b"BT /F 10 Tf 50 700 Td (The dam holds, the keeper said ) Tj /G 10 Tf <004100420000> Tj ET"
    document, told = read_bytes(make_page(letters))
    assert document.text == "The dam holds, the keeper said \ufffd\ufffd\ufffd"
    assert (told.reason, told.detail) == ("characters replaced", "3 signs that the file gives no meaning")


def test_a_text_of_such_signs_is_none():
    (told,) = read_bytes(make_page(b"BT /G 10 Tf 50 700 Td <004100420043> Tj ET"))
    assert told.reason == "no text"
    assert told.detail == "3 of its 3 characters are not said to be letters: run OCR"


def test_a_page_that_cannot_be_read_is_told():
    pdf = make_pdf([column("The dam holds."), column("The sea.")]).replace(b"/Type/Page/", b"/Type/Pig./", 1)
    document, told = read_bytes(pdf)
    assert document.text == "The sea."
    assert (told.reason, told.detail) == ("pages left out", "1 of 2 pages")


@pytest.mark.parametrize(
    ("pdf", "reason"),
    [
        (b"The dam holds.", "broken file"),
        (b"", "broken file"),
        (make_pdf([column(*STORY)])[:600], "broken file"),
    ],
)
def test_what_is_no_pdf_is_told(pdf, reason):
    (told,) = read_bytes(pdf)
    assert (told.row, told.outcome, told.reason) == (None, "left out", reason)


def test_a_file_without_its_table_of_objects_is_read():
    pdf = make_pdf([column("The dam holds.")])
    (document,) = read_bytes(pdf[: pdf.rindex(b"xref\n0")] + b"trailer\n<</Root 1 0 R>>")
    assert document.text == "The dam holds."


def test_a_text_that_grows_beyond_limits_is_told():
    pdf = make_pdf([column(*["dam" * 10_000] * 35)])
    (told,) = read_bytes(pdf, expansion=10)
    assert (told.reason, told.detail) == ("expands too much", "more than 10 times as large as the file")


PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def encrypted(password: bytes) -> bytes:
    """A PDF behind a password, as the first version of the standard has it (RC4 with 40 bits)."""
    owner, number = b"o" * 32, b"n" * 16
    key = hashlib.md5(
        (password + PAD)[:32] + owner + (-4).to_bytes(4, "little", signed=True) + number
    ).digest()[:5]
    own_key = hashlib.md5(key + b"\x04\0\0\0\0").digest()[:10]
    content = rc4(own_key, b"BT /F 10 Tf 50 700 Td (The dam holds.) Tj ET")
    encryption = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        owner.hex().encode(),
        rc4(key, PAD).hex().encode(),
    )
    page = b"/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R"
    return make_pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R%s>>" % page,
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ],
        b"/Encrypt %s/ID[<%s><%s>]" % (encryption, number.hex().encode(), number.hex().encode()),
    )


def rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    found, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        found.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(found)


def test_a_password_is_told():
    (told,) = read_bytes(encrypted(b"lantern"))
    assert (told.outcome, told.reason) == ("left out", "encrypted")


def test_an_empty_password_is_no_obstacle():
    (document,) = read_bytes(encrypted(b""))
    assert document.text == "The dam holds."


@settings(max_examples=50)
@given(data=st.data())
def test_damage_ends_in_the_ledger(data):
    pdf = bytearray(make_pdf([column(*STORY)], Title="Dam"))
    for _ in range(data.draw(st.integers(1, 6))):
        pdf[data.draw(st.integers(0, len(pdf) - 1))] = data.draw(st.integers(0, 255))
    outcomes = read_bytes(bytes(pdf))
    assert outcomes
    assert not [row for row in outcomes if type(row) is not Document and "Error" in row.detail]
