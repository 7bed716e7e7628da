"""Plain text: one file, one document."""

import pytest

from tenor.loading.documents import Document


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (b"The dam holds.\r\nStill.\n", "The dam holds.\r\nStill.\n", "utf-8"),
        ("\ufeff“Dam”".encode(), "“Dam”", "utf-8-sig"),
        ("Damm".encode("utf-16"), "Damm", "utf-16"),
        (b"old\rmac", "old\rmac", "utf-8"),
    ],
)
def test_the_text_is_as_written(read_one, content, text, encoding):
    assert read_one("a.txt", content) == [Document("a.txt", None, text, encoding, {})]


def test_a_legacy_encoding_is_told(read_one):
    document, told = read_one("a.txt", "It’s over".encode("cp1252"))
    assert (told.outcome, told.reason, told.detail) == ("changed", "encoding guessed", "read as cp1252")
    assert (document.text, document.encoding) == ("It’s over", "cp1252")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff".encode(), "empty"),
        ("\u3000\u00a0".encode(), "empty"),
        (b"PK\x03\x04\x00\x00\xff", "not text"),
        (b"plain\x00text", "not text"),
        (b"\xff\xfe\xff", "undecodable"),
        ("t\0".encode("utf-16"), "not text"),
    ],
)
def test_what_is_left_out(read_one, content, reason):
    (told,) = read_one("a.txt", content)
    assert (told.path, told.row, told.outcome, told.reason) == ("a.txt", None, "left out", reason)
    assert told.remedy
