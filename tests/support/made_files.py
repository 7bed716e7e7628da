"""Files of every format that is read, made from their contents."""

import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

Files = Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]


def make_zip(files: Files) -> bytes:
    """A zip archive of `files` (name -> contents, or pairs where names repeat) in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def make_tar(files: Files) -> bytes:
    """A tar archive of `files`, as of `make_zip`; a name that ends in "/" is a folder."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, content in files.items() if isinstance(files, Mapping) else files:
            info = tarfile.TarInfo(name)
            data = content.encode() if isinstance(content, str) else content
            info.size = len(data)
            info.type = tarfile.DIRTYPE if name.endswith("/") else tarfile.REGTYPE
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def make_warc(pages: Mapping[str, str | bytes]) -> bytes:
    """A web archive of `pages` (address -> HTML), each with the request that asked for it."""
    return b"".join(
        make_warc_record("request", url, b"GET / HTTP/1.1\r\n\r\n") + make_warc_response(url, page)
        for url, page in pages.items()
    )


def make_warc_response(
    url: str, page: str | bytes, *, status: str = "200 OK", media: str = "text/html", **headers: str
) -> bytes:
    """The record of the answer to a request; `headers` (with "_" for "-") are those of HTTP."""
    body = page.encode() if isinstance(page, str) else page
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *_header_lines(headers), "", ""]
    return make_warc_record("response", url, "\r\n".join(lines).encode() + body)


def make_warc_record(kind: str, url: str, body: bytes, **headers: str) -> bytes:
    """A record of 4 March 2031; `headers` (with "_" for "-") come behind its own."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2031-03-04T10:00:00Z",
        f"Content-Length: {len(body)}",
        *_header_lines(headers),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body + b"\r\n\r\n"


def _header_lines(headers: Mapping[str, str]) -> list[str]:
    return [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]


def make_rss(items: Iterable[Mapping[str, str]], *, title: str = "The Sella Lantern") -> bytes:
    """An RSS 2.0 feed of `items` (element -> its text, which is escaped)."""
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    body = "".join(
        "<item>" + "".join(f"<{name}>{escape(text)}</{name}>" for name, text in item.items()) + "</item>"
        for item in items
    )
    channel = f"<channel><title>{escape(title)}</title>{body}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {spaces}>{channel}</rss>'.encode()


def make_parquet(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A Parquet file of `rows` (column -> value)."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    stream = io.BytesIO()
    write_table(pa.Table.from_pylist(list(rows)), stream)
    return stream.getvalue()


def make_xlsx(rows: Iterable[Sequence[Any]], **more: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of Excel whose sheet "Articles" has these rows, the header first, and `more` sheets."""
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    for title, cells in {"Articles": rows, **more}.items():
        sheet = workbook.create_sheet(title)
        for row in cells:
            sheet.append(list(row))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make_paragraph(text: str, style: str = "", more: str = "") -> str:
    """The XML of a paragraph of a Word document, with an id of a style and `more` of its properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{run}</w:p>"


def make_docx_parts(body: Iterable[str], *, notes: Iterable[str] = (), **properties: str) -> dict[str, str]:
    """The parts of a Word document: its `body`, paragraphs of text or of XML, which begins with "<"; its
    footnotes; the elements of its `properties`, whose "_" stands for ":"; and the styles of a German Word."""
    texts = "".join(block if block.startswith("<") else make_paragraph(block) for block in body)
    footnotes = "".join(f"<w:footnote>{make_paragraph(note)}</w:footnote>" for note in notes)
    named = {name.replace("_", ":"): escape(value) for name, value in properties.items()}
    values = (f"<{name}>{value}</{name}>" for name, value in named.items())
    names = {"Titel": "Title", "berschrift1": "heading 1", "Standard": "Normal"}
    styles = (f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in names.items())
    line = '<w:footnote w:type="separator"><w:p><w:r><w:t>______</w:t></w:r></w:p></w:footnote>'
    targets = {"officeDocument": "word/document.xml", "metadata/core-properties": "/docProps/core.xml"}
    links = (f'<Relationship Type="{_OFFICE}/{kind}" Target="{name}"/>' for kind, name in targets.items())
    return {
        "_rels/.rels": f'<Relationships xmlns="urn:x">{"".join(links)}</Relationships>',
        "word/document.xml": f"<w:document {_WORD}><w:body>{texts}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_WORD}>{''.join(styles)}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {_WORD}>{line}{footnotes}</w:footnotes>",
        "word/header1.xml": f"<w:hdr {_WORD}>{make_paragraph('The head of a page')}</w:hdr>",
        "docProps/core.xml": f"<p:coreProperties xmlns:p='p' {_WORD}>{''.join(values)}</p:coreProperties>",
    }


def make_docx(body: Iterable[str], *, notes: Iterable[str] = (), **properties: str) -> bytes:
    """A Word document, as of `make_docx_parts`."""
    return make_zip(make_docx_parts(body, notes=notes, **properties))


def make_pdf(pages: Iterable[Iterable[tuple]], **info: str) -> bytes:
    """A PDF of `pages`, each of lines: where they start, in points from the left and from the bottom; their
    text in Windows-1252; and the size of its letters, if that is not 10 points. `info` describes the PDF."""
    contents = [b"".join(_pdf_line(*line) for line in page) for page in pages]
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + 2 * len(contents), 2))
    values = b"".join(b"/%s(%s)" % (name.encode(), _pdf_string(value)) for name, value in info.items())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<<%s>>" % values,
    ]
    for number, content in enumerate(contents):
        page = b"/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R" % (6 + 2 * number)
        objects += [b"<</Type/Page/Parent 2 0 R%s>>" % page, make_pdf_stream(content)]
    return make_pdf_file(objects, b"/Info 4 0 R")


def make_pdf_stream(content: bytes, entries: bytes = b"") -> bytes:
    """An object of a PDF that holds `content`, packed."""
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def make_pdf_file(objects: Iterable[bytes], entries: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, the first its catalog, with more entries of its trailer."""
    data, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(places) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return data + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, entries, start)


def _pdf_line(left: float, bottom: float, text: str, size: float = 10) -> bytes:
    return b"BT /F %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (size, left, bottom, _pdf_string(text))


def _pdf_string(text: str) -> bytes:
    return re.sub(rb"[\\()]", rb"\\\g<0>", text.encode("cp1252"))
