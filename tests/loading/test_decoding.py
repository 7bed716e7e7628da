"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.decoding import Lines, decode, guess_encoding

CZECH = "Ministr v pondělí řekl, že stávka brzy skončí, protože přístav už nemůže čekat."
RUSSIAN = "Министр порта заявил в понедельник, что забастовка закончится."


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_is_itself(text):
    decoded = decode(text.encode())
    assert decoded == (
        (text[1:], "utf-8-sig", False) if text.startswith("\ufeff") else (text, "utf-8", False)
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(encoding):
    assert decode("“Dam”\r\n".encode(encoding)) == ("“Dam”\r\n", encoding, False)


def test_big_endian_marks_count_too():
    data = codecs.BOM_UTF16_BE + "Dam".encode("utf-16-be")
    assert decode(data) == ("Dam", "utf-16", False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It’s over, he said.", "cp1252"),
        ("“Soon” — at £30 a head", "cp1252"),
        ("The Zürich café was full.", "cp1252"),
        ("El Niño reached the façade.", "cp1252"),
        ("Le ministre a déclaré lundi que la grève s’achèverait bientôt.", "cp1252"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_legacy_encodings_are_guessed_and_said_to_be(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding, True)


def test_a_declared_encoding_goes_before_a_guess():
    assert decode(CZECH.encode("iso-8859-2"), declared="iso-8859-2") == (CZECH, "iso-8859-2", False)


def test_a_declared_encoding_that_does_not_exist_is_passed_over():
    assert decode("café".encode("cp1252"), declared="klingon").encoding == "cp1252"


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\xff", b"\x80\x00\x81", bytes(range(128, 256)) + b"\0"], ids=["odd", "nul", "high"]
)
def test_what_fits_no_encoding_has_none(data):
    assert decode(data) == ("", "", False)


@given(st.binary())
def test_any_bytes_decode_or_have_no_encoding(data):
    text, encoding, _ = decode(data)
    if encoding:
        assert data.decode(encoding) == text


def test_guesses_are_the_same_each_time():
    data = CZECH.encode("iso-8859-2")
    assert len({guess_encoding(data) for _ in range(3)}) == 1


def test_one_bad_line_spoils_no_other():
    lines = Lines("Dämme\r\n".encode() + "Zürich\n".encode("cp1252") + b"end")
    read = [(line, lines.take_encoding()) for line in lines]
    assert read == [("Dämme\r\n", "utf-8"), ("Zürich\n", "cp1252"), ("end", "utf-8")]
    assert lines.is_guess("cp1252")
    assert not lines.is_guess("utf-8")


def test_a_line_that_fits_no_encoding_says_so():
    lines = Lines("Zürich\n".encode("cp1252") + b"\x81\x00\xff\n")
    encodings = [lines.take_encoding() for _ in lines]
    assert encodings[-1] == ""


def test_lines_end_at_line_ends_only():
    text = "a\x0bb\x85c\u2028d\re\n"
    assert list(Lines(text.encode())) == ["a\x0bb\x85c\u2028d\r", "e\n"]


def test_lines_of_utf_16_know_their_encoding():
    lines = Lines("a\nb".encode("utf-16"))
    assert [(line, lines.take_encoding()) for line in lines] == [("a\n", "utf-16"), ("b", "utf-16")]
