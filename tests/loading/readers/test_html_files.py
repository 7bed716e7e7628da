"""Web pages: the main text of one file."""

import pytest

PAGE = """<!DOCTYPE html><html><head>{head}<title>Port strike ends - The Sella Lantern</title>
<meta property="og:site_name" content="The Sella Lantern"><meta name="author" content="Rosa Quayle">
<meta property="article:published_time" content="2031-03-04T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Port strike ends</h1>
<p>The strike at Port Sella ended on Tuesday after eleven days, the harbour minister said at the café.</p>
<p>“We have an agreement,” she told reporters, adding that work would resume on Wednesday.</p></article>
<footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize(
    ("head", "written", "encoding"),
    [
        ("", "utf-8", "utf-8"),
        ("", "utf-8-sig", "utf-8-sig"),
        ('<meta charset="windows-1252">', "cp1252", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", "cp1252"),
    ],
)
def test_the_main_text_and_what_the_page_says_of_itself(read_one, head, written, encoding):
    (document,) = read_one("strike.html", PAGE.format(head=head).encode(written))
    assert "at the café." in document.text
    assert "“We have an agreement,” she told reporters" in document.text
    assert "Sport" not in document.text
    assert document.encoding == encoding
    assert document.fields == {
        "title": "Port strike ends",
        "author": "Rosa Quayle",
        "published": "2031-03-04T10:00:00Z",
        "source": "The Sella Lantern",
    }


def test_an_old_encoding_stands_for_the_wider_one_that_browsers_read(read_one):
    page = PAGE.format(head='<meta charset="gb2312">').replace("café", "港口囍")
    (document,) = read_one("strike.html", page.encode("gb18030"))
    assert (document.encoding, "港口囍" in document.text) == ("gb18030", True)


def test_the_encoding_of_a_script_is_not_that_of_the_page(read_one):
    head = '<script charset="koi8-r" src="a.js"></script><meta charset="windows-1252">'
    (document,) = read_one("strike.html", PAGE.format(head=head).encode("cp1252"))
    assert document.encoding == "cp1252"


@pytest.mark.parametrize("charset", ["klingon", "base64", "punycode", "utf-8"])
def test_a_declared_encoding_that_cannot_be_is_passed_over(read_one, charset):
    page = PAGE.format(head=f'<meta charset="{charset}">').encode("cp1252")
    document, told = read_one("strike.html", page)
    assert (told.reason, document.encoding) == ("encoding guessed", "cp1252")


def test_the_bytes_win_over_a_declared_encoding_that_they_break(read_one):
    (document,) = read_one("strike.html", PAGE.format(head='<meta charset="koi8-r">').encode())
    assert (document.encoding, "café" in document.text) == ("utf-8", True)


def test_an_xml_declaration_does_not_hurt(read_one):
    page = '<?xml version="1.0" encoding="iso-8859-1"?>' + PAGE.format(head="")
    (document,) = read_one("strike.htm", page.encode("cp1252"))
    assert "café" in document.text


def test_a_guessed_encoding_is_told(read_one):
    document, told = read_one("strike.html", PAGE.format(head="").encode("cp1252"))
    assert (told.reason, told.detail) == ("encoding guessed", "read as cp1252")
    assert "café" in document.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  ", "empty"),
        (b"<html><body></body></html>", "no text"),
        (b"<html><body><div id='app'></div><script>load('story')</script></body></html>", "no text"),
        (b"<div>" * 10_000 + b"Too deep", "broken file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        (b"\xff\xfe<", "undecodable"),
    ],
)
def test_what_is_left_out(read_one, content, reason, caplog):
    (told,) = read_one("strike.html", content)
    assert (told.outcome, told.reason) == ("left out", reason)
    assert caplog.records == []
