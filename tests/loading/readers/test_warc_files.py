"""Web archives: one page that was found, one document."""

import gzip
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import make_pdf, make_warc, make_warc_record, make_warc_response

from tenor.loading.documents import Document, read
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.readers import READERS
from tenor.loading.readers.warc_records import read_records

PAGE = """<html><head><title>{title}</title><meta property="og:site_name" content="The Sella Lantern"></head>
<body><article><h1>{title}</h1>
<p>The harbour office said on Tuesday that {title} after eleven days of rain on the upper Ilmer.</p>
<p>“We are relieved,” the keeper told reporters at the café, and went back to work before noon.</p>
</article></body></html>"""
DAM, SEA = (PAGE.format(title=title) for title in ("the dam had held", "the sea was calm"))
AT_DAM, AT_SEA = "https://lantern.example/dam", "https://lantern.example/sea"


def read_bytes(archive: bytes, **limits: int) -> list:
    file = Input("crawl.warc", "", len(archive), 0, content=archive)
    return list(read([file], Columns(), Limits(**limits)))


def test_pages_become_documents_under_their_record_number(read_one):
    first, second, others = read_one("crawl.warc", make_warc({AT_DAM: DAM, AT_SEA: SEA}))
    assert (first.path, first.row, second.row) == ("crawl.warc", 2, 4)
    assert "“We are relieved,” the keeper told reporters at the café" in first.text
    assert first.fields == {
        "title": "the dam had held",
        "source": "The Sella Lantern",
        "url": AT_DAM,
        "retrieved": "2031-03-04T10:00:00Z",
    }
    assert (others.row, others.reason) == (None, "not an article")
    assert others.detail == "records that are no pages: request 2"


def test_other_records_are_told_once_a_kind():
    url = "https://lantern.example"
    outcomes = read_bytes(
        make_warc_record("warcinfo", "", b"software: made by hand\r\n")
        + make_warc_response(f"{url}/robots.txt", "User-agent: *", media="text/plain")
        + b"".join(make_warc_response(f"{url}/{n}.png", b"\x89PNG", media="image/png") for n in range(3))
        + make_warc_response(f"{url}/old", "", status="301 Moved Permanently", Location=AT_DAM)
        + make_warc_response(f"{url}/gone", "Gone.", status="404 Not Found", media="text/html")
        + make_warc_response(AT_DAM, DAM)
        + make_warc_response("dns:lantern.example", b"1.2.3.4")
        + make_warc_response(f"{url}/x", "<p>", media="")
    )
    assert [(row.path, row.row, row.reason, row.detail) for row in outcomes[1:]] == [
        ("crawl.warc", None, "not an article", "records that are no pages: warcinfo 1, response 1"),
        (
            "crawl.warc",
            None,
            "not an article",
            "pages of other kinds: image/png 3, robots.txt 1, no media type 1",
        ),
        ("crawl.warc", None, "not an article", "pages with another status than 200: 301 1, 404 1"),
    ]


def test_many_kinds_are_counted_together():
    archive = b"".join(make_warc_response(AT_DAM, "", media=f"image/{n:02}") for n in range(20))
    (told,) = read_bytes(archive)
    assert told.detail.startswith("pages of other kinds: image/00 1, ")
    assert told.detail.endswith("image/11 1, others 8")


def test_plain_text_and_other_records_with_a_page_are_read():
    first, second, third = read_bytes(
        make_warc_response(AT_DAM, "The dam holds.", media="text/plain; charset=utf-8")
        + make_warc_record("conversion", AT_DAM, b"The dam.", Content_Type="text/plain")
        + make_warc_record("resource", f"<{AT_SEA}>", SEA.encode(), Content_Type="text/html")
    )
    assert (first.text, second.text, third.fields["url"]) == ("The dam holds.", "The dam.", AT_SEA)


def test_other_media_are_read_by_their_readers():
    pdf = make_pdf([[(72, 700, "The dam on the Ilmer holds.")]])
    (document,) = read_bytes(make_warc_response(AT_DAM, pdf, media="application/pdf"))
    assert (document.row, document.text.strip()) == (1, "The dam on the Ilmer holds.")
    assert document.fields["url"] == AT_DAM


@pytest.mark.parametrize(
    ("page", "media", "encoding"),
    [
        (DAM.encode("cp1252"), "text/html; charset=windows-1252", "windows-1252"),
        (DAM.encode("cp1252"), 'text/html; Charset="ISO-8859-1"', "cp1252"),
        (DAM.encode(), "text/html; charset=ISO-8859-1", "utf-8"),
        (DAM.encode("utf-16"), "text/html; charset=utf-16", "utf-16"),
        (DAM.encode("utf-8-sig"), "text/html", "utf-8-sig"),
    ],
)
def test_the_encoding_is_as_the_server_named_it(page, media, encoding):
    (document,) = read_bytes(make_warc_response(AT_DAM, page, media=media))
    assert "“We are relieved,” the keeper told reporters at the café" in document.text
    assert document.encoding == encoding


def test_what_the_page_reader_tells_stands_at_the_record():
    told, document, guessed = read_bytes(
        make_warc_response(AT_DAM, "<html></html>")
        + make_warc_response(AT_DAM, DAM.encode("cp1252"), media="text/html; charset=klingon")
    )
    assert (told.path, told.row, told.reason) == ("crawl.warc", 1, "no text")
    assert (document.row, document.encoding) == (2, "cp1252")
    assert (guessed.path, guessed.row, guessed.reason) == ("crawl.warc", 2, "encoding guessed")


def test_a_page_that_was_cut_while_it_was_retrieved_says_so():
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + DAM.encode()
    (document,) = read_bytes(make_warc_record("response", AT_DAM, body, WARC_Truncated="length"))
    assert document.fields["truncated"] == "length"


def chunked(data: bytes) -> bytes:
    return b"".join(b"%X\r\n%s\r\n" % (len(part), part) for part in data.partition(b"keep")) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("pack", "headers"),
    [
        (gzip.compress, {"Content-Encoding": "gzip"}),
        (zlib.compress, {"Content-Encoding": "deflate"}),
        (lambda data: zlib.compress(data)[2:-4], {"Content-Encoding": "deflate"}),
        (chunked, {"Transfer-Encoding": "Chunked"}),
        (
            lambda data: chunked(gzip.compress(data)),
            {"Transfer-Encoding": "chunked", "Content-Encoding": "x-gzip"},
        ),
        (bytes, {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}),
    ],
)
def test_packed_pages_are_unpacked_also_where_the_headers_lie(pack, headers):
    (document,) = read_bytes(make_warc_response(AT_DAM, pack(DAM.encode()), **headers))
    assert "the keeper told reporters at the café" in document.text


@pytest.mark.parametrize(
    ("page", "packing", "reason", "detail"),
    [
        (b"\x0b\x02\x80", "br", "unsupported format", "a page packed with br"),
        (gzip.compress(DAM.encode())[:-20], "gzip", "broken row", "its packed content is broken or cut off"),
        (gzip.compress(bytes(5_000_000)), "gzip", "too large", "it unpacks to more than 1 MB"),
        (DAM.encode() + bytes(2_000_000), "", "too large", "2 MB; the limit is 1 MB"),
    ],
)
def test_a_page_that_cannot_be_unpacked_costs_no_other(page, packing, reason, detail):
    headers = {"Content-Encoding": packing} if packing else {}
    archive = make_warc_response(AT_SEA, page, **headers) + make_warc_response(AT_DAM, DAM)
    told, document = read_bytes(archive, row_mb=1)
    assert (told.row, told.outcome, told.reason, told.detail) == (1, "left out", reason, detail)
    assert document.row == 2


def test_a_page_with_an_address_that_is_none_is_read():
    (document,) = read_bytes(make_warc_response("http://[dam", DAM))
    assert document.fields["url"] == "http://[dam"


def test_a_page_that_upsets_its_reader_costs_no_other(monkeypatch):
    def upset(*_):
        raise RecursionError("too deep")

    monkeypatch.setitem(READERS, ".txt", upset)
    told, document = read_bytes(
        make_warc_response(AT_SEA, "The sea.", media="text/plain") + make_warc_response(AT_DAM, DAM)
    )
    assert (told.row, told.reason, told.detail) == (1, "broken row", "RecursionError: too deep")
    assert document.row == 2


def test_a_page_that_gives_nothing_is_told(monkeypatch):
    monkeypatch.setitem(READERS, ".txt", lambda *_: iter(()))
    (told,) = read_bytes(make_warc_response(AT_SEA, "The sea.", media="text/plain"))
    assert (told.row, told.reason) == (1, "empty")


def test_a_large_record_of_another_kind_is_counted_like_the_others():
    archive = make_warc_response(AT_SEA, bytes(2_000_000), media="video/mp4") + make_warc_response(
        AT_DAM, DAM
    )
    document, told = read_bytes(archive, row_mb=1)
    assert (document.row, told.detail) == (2, "pages of other kinds: video/mp4 1")


FIRST, SECOND, THIRD = (
    make_warc_response(f"https://lantern.example/{n}", PAGE.format(title=f"ferry {n} had sailed"))
    for n in (1, 2, 3)
)
LENGTH = SECOND.split(b"Content-Length: ")[1].split(b"\r\n")[0]


def with_length(written: bytes) -> bytes:
    return SECOND.replace(b"Content-Length: " + LENGTH, written)


@pytest.mark.parametrize("n_more", [11, 12, 12 + len("\r\nWARC-Type: response"), 2 * len(THIRD)])
def test_a_record_that_claims_more_than_it_has_costs_no_other(n_more):
    broken = with_length(b"Content-Length: %d" % (int(LENGTH) + n_more))
    first, told, third = read_bytes(FIRST + broken + THIRD)
    assert (first.row, told.row, told.reason, third.row) == (1, 2, "broken row", 3)


@pytest.mark.parametrize(
    ("broken", "detail"),
    [
        (b"nonsense\r\nand more\r\n\r\n", "no record begins where one should"),
        (b"\0" * 100, "no record begins where one should"),
        (b"\0" * 3_000_000, "no record begins where one should"),
        (with_length(b"X: 1"), "it does not say how long it is"),
        (with_length(b"Content-Length: -5"), "it does not say how long it is"),
        (with_length(b"Content-Length: \xb2"), "it does not say how long it is"),
        (with_length(b"Content-Length: 100"), "it should have 100 bytes, but they end in another record"),
        (
            with_length(b"Content-Length: %d" % (int(LENGTH) + 11)),
            f"it should have {int(LENGTH) + 11} bytes, but they end in another record",
        ),
        (
            with_length(b"Content-Length: %d" % (int(LENGTH) + 100)),
            f"it should have {int(LENGTH) + 100} bytes, but they end in another record",
        ),
        (
            with_length(b"Content-Length: 123456789"),
            "it should have 123,456,789 bytes, but the file ends before them",
        ),
        (SECOND[:-400], f"it should have {LENGTH.decode()} bytes, but they end in another record"),
    ],
)
def test_a_broken_record_costs_no_other(broken, detail):
    first, told, third = read_bytes(FIRST + broken + THIRD)
    assert (first.row, third.row) == (1, 3)
    assert (told.row, told.outcome, told.reason, told.detail) == (2, "left out", "broken row", detail)
    assert third.fields["url"] == "https://lantern.example/3"


def test_an_archive_of_broken_records_is_given_up():
    *_, last = outcomes = read_bytes(b"WARC/1.0\r\n" * 1200)
    assert len(outcomes) == 1001
    assert last.detail == "it does not say how long it is; behind 1,000 broken ones nothing more was read"


@pytest.mark.parametrize("size", [-30, -len(SECOND) + 20, -len(SECOND) + 120])
def test_an_archive_that_is_cut_off_is_told(size):
    document, told = read_bytes((FIRST + SECOND)[:size])
    assert (document.row, told.row, told.reason) == (1, 2, "broken row")


def test_a_page_about_archives_is_no_broken_one():
    page = DAM.replace("after eleven", "\nWARC/1.0\r\nWARC-Type: response\r\n\r\n after eleven")
    assert [document.row for document in read_bytes(make_warc_response(AT_DAM, page) + SECOND)] == [1, 2]


def test_line_ends_may_be_missing_or_of_unix():
    (first, second) = read_bytes(
        FIRST[:-4] + SECOND.replace(b"\r\n", b"\n", SECOND[: SECOND.index(b"HTTP")].count(b"\r\n"))
    )
    assert (first.row, second.row) == (1, 2)


@pytest.mark.parametrize("content", [b"The dam holds.", b"\0" * 2_000_000, gzip.compress(FIRST)])
def test_what_is_no_web_archive_is_told(content):
    (told,) = read_bytes(content)
    assert (told.row, told.reason, told.detail) == (None, "broken file", "there is no WARC record in it")


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n"])
def test_an_archive_of_nothing_is_empty(content):
    (told,) = read_bytes(content)
    assert told.reason == "empty"


@pytest.mark.filterwarnings("error")
def test_nothing_is_printed(capfd):
    read_bytes(FIRST + b"nonsense" + with_length(b"Content-Length: 3") + THIRD)
    assert capfd.readouterr() == ("", "")


@given(bodies=st.lists(st.binary(max_size=50), max_size=8), garbage=st.binary(max_size=30))
def test_records_come_back_before_and_behind_garbage(bodies, garbage):
    records = [make_warc_record("resource", AT_DAM, body) for body in bodies]
    found = list(read_records(io.BytesIO(b"".join([*records, garbage, b"\r\n", *records])), 1000))
    sound = [record.body for record in found if not record.fault]
    assert sound[: len(bodies)] == bodies
    assert len(found) <= 2 * len(bodies) + 1


@settings(max_examples=30)
@given(data=st.data())
def test_damage_ends_in_the_ledger(data):
    archive = bytearray(FIRST + make_warc({AT_DAM: DAM}) + THIRD)
    for _ in range(data.draw(st.integers(1, 4))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    outcomes = read_bytes(bytes(archive))
    assert any(type(outcome) is Document for outcome in outcomes)
    assert all(outcome.path == "crawl.warc" for outcome in outcomes)
