"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paragraphs import PARAGRAPHS

from tenor.loading.texts.decoding import Lines, decode
from tenor.loading.texts.guessing import guess_encoding

CZECH = "Ministr v pondělí řekl, že stávka brzy skončí, protože přístav už nemůže čekat."
# Numbers of two bytes each, as a program may keep them.
NUMBERS = b"".join((number * 37 % 100).to_bytes(2, "little") for number in range(300))
QUOTED = "“The quay won’t open before Friday…” — so says the town’s harbour board"
ENCODINGS = {
    "cp1252": "da de es fi fr it nl no pt sv",
    "latin-1": "da de es fi it no pt sv",
    "mac-roman": "de es fr it pt",
    "cp1250": "cs hu pl",
    "iso8859-2": "cs hu pl",
    "cp1251": "bg ru uk",
    "koi8-r": "ru",
    "koi8-u": "uk",
    "iso8859-5": "bg ru",
    "cp866": "ru",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar",
    "shift_jis": "ja",
    "euc-jp": "ja",
    "gb18030": "zh",
    "euc-kr": "ko",
    "utf-16-le": "de en es fr el ru vi",
    "utf-16-be": "de en es fr el ru vi",
    "utf-32-le": "en",
}


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
    ("language", "encoding"),
    [(language, encoding) for encoding, names in ENCODINGS.items() for language in names.split()],
)
def test_paragraphs_are_guessed_and_said_to_be(language, encoding):
    text = PARAGRAPHS[language]
    data = text.encode(encoding, "ignore")
    decoded = decode(data)
    assert decoded.text == data.decode(encoding)
    assert decoded.guessed


@pytest.mark.parametrize(
    "text",
    [
        "It’s over, he said.",
        "“Soon” — at £30 a head",
        "The Zürich café was full.",
        "El Niño reached the façade.",
        "‘No,’ “she” said… • 20 °C, 3½ miles, 12 m² © 2031 §4",
        "Åse Ødegård",
        "¡Ilmer! ¿Qué?",
        "NIÑO",
        "À la une",
        "l’été à Carrowe",
        "« Jamais »",
        "50 €",
    ],
)
def test_short_western_texts_are_told_by_where_their_letters_and_marks_stand(text):
    assert decode(text.encode("cp1252")) == (text, "cp1252", True)


@pytest.mark.parametrize("text", ["It’s over", "“Soon,” he said", "The café is full", "quay—street"])
def test_so_are_those_of_old_macintoshes(text):
    assert decode(text.encode("mac-roman")) == (text, "mac-roman", True)


def test_a_euro_sign_tells_latin_9_from_windows_1252():
    assert decode("30 € each".encode("iso8859-15")) == ("30 € each", "iso8859-15", True)


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "euc-kr", "shift_jis", "euc-jp"])
def test_english_with_east_asian_quotation_marks_is_told_by_them(encoding):
    data = QUOTED.replace("—", "-").encode(encoding)
    assert decode(data).text == QUOTED.replace("—", "-")


def test_few_words_full_of_letters_outside_ascii_are_told_by_their_language():
    assert decode("Příští týden začne".encode("cp1250")) == ("Příští týden začne", "cp1250", True)


def test_one_foreign_name_does_not_make_a_long_english_text_foreign():
    text = PARAGRAPHS["en"].replace("Their spokeswoman", "Renée Aubel’s friend Zoë Pérez")
    assert decode(text.encode("cp1252")) == (text, "cp1252", True)


def test_a_large_text_is_told_by_its_lines_outside_ascii():
    text = PARAGRAPHS["en"] * 300 + PARAGRAPHS["cs"]
    assert decode(text.encode("iso8859-2")) == (text, "iso8859-2", True)


@pytest.mark.parametrize("end", ["", "\n"])
def test_large_texts_of_one_line_are_guessed_too(end):
    text = PARAGRAPHS["ja"].replace("\n", "") * 600 + end
    assert decode(text.encode("shift_jis")).text == text


@pytest.mark.parametrize("data", [b"The strike\0", b"one\0two\0" * 20, b"a\0", NUMBERS], ids=len)
def test_zeros_alone_make_no_utf_16(data):
    assert decode(data) == (data.decode(), "utf-8", False)


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
