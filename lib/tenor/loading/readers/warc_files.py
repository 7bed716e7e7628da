"""Web archives (WARC): each page in them that was found, one document."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, LeftOutError, ledger_row
from tenor.loading.readers.texts import web_encoding
from tenor.loading.readers.warc_records import Record, parse_head, read_records
from tenor.loading.texts.decoding import decode

# What a page says it is, and the suffix whose reader reads it.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_ROBOTS = re.compile(r"https?://[^/?#]*/robots\.txt([?#].*)?", re.IGNORECASE)
_WEB = ("http://", "https://")
_CHARSET = re.compile(r"""\bcharset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_N_SHOWN = 12
_GZIP = b"\x1f\x8b"
# Of packed content: with the head of gzip or of zlib, or with none.
_FORMS = (32 + zlib.MAX_WBITS, -zlib.MAX_WBITS)


class _PassedOverError(Exception):
    """Which kind a record is of that is no page, and what it is among its kind."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What was found at an address, as it was sent, and the headers that say what it is."""

    content: bytes
    headers: dict[str, str]

    @property
    def media(self) -> str:
        """The media type in small letters, such as "text/html"."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that the server named, "" if none."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        return match[1].lower() if match else ""


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:
    """The documents in the pages that were answered with the status 200; `row` is the number of the record.

    Each is read as a file of its media type would be, and has the fields `url` and `retrieved` as well, and
    `truncated`, with the reason, where the archive says that it holds only the beginning. All other records
    are counted: one ledger row for each kind, behind the documents.
    """
    passed_over = defaultdict(Counter)
    with file.open() as stream:
        for record in read_records(stream, limits.row_mb * MB):
            try:
                yield from _read_record(file, record, columns, limits)
            except LeftOutError as fault:
                yield ledger_row(file.path, record.number or None, *fault.args)
            except _PassedOverError as other:
                kind, name = other.args
                passed_over[kind][name] += 1
            except Exception as error:  # a parser that a broken page upsets must not stop the others
                detail = f"{type(error).__name__}: {error}"[:300]
                yield ledger_row(file.path, record.number, "broken row", detail)
    for kind, counts in passed_over.items():
        yield ledger_row(file.path, None, "not an article", f"{kind}: {_list(counts)}")


def _list(counts: Counter) -> str:
    shown = [f"{name} {count:,}" for name, count in counts.most_common(_N_SHOWN)]
    n_others = counts.total() - sum(count for _, count in counts.most_common(_N_SHOWN))
    return ", ".join([*shown, *([f"others {n_others:,}"] if n_others else [])])


def _read_record(
    file: Input, record: Record, columns: Columns, limits: Limits
) -> Iterator[Document | LedgerRow]:
    from tenor.loading.readers import READERS

    if record.fault:
        raise LeftOutError("broken row" if record.number else "broken file", record.fault)
    address = record.headers.get("warc-target-uri", "").strip("<>")
    page = _find_page(record, address)
    suffix = _find_suffix(page, address)
    most = limits.row_mb * MB
    if record.length > most:
        raise LeftOutError("too large", f"{record.length / MB:,.0f} MB; the limit is {limits.row_mb:,} MB")
    content, encoding = _decoded(_unpacked(page, most), page.charset, suffix)
    member = Input(f"{file.path}/{record.number}{suffix}", "", len(content), file.mtime_ns, content=content)
    is_told = False
    for outcome in READERS[suffix](member, columns, limits):
        placed = replace(outcome, path=file.path, row=record.number)
        if type(placed) is Document:
            placed.fields |= _fields(record, address)
            placed.encoding = encoding or placed.encoding
        is_told = is_told or type(placed) is Document or placed.outcome == "left out"
        yield placed
    if not is_told:
        yield ledger_row(file.path, record.number, "empty")


def _fields(record: Record, address: str) -> dict[str, str]:
    names = {"retrieved": "warc-date", "truncated": "warc-truncated"}
    found = {ours: record.headers.get(theirs, "") for ours, theirs in names.items()}
    return {name: value for name, value in [("url", address), *found.items()] if value}


def _find_page(record: Record, address: str) -> _Page:
    kind = record.headers.get("warc-type", "unknown")
    if kind in ("resource", "conversion") and address.startswith(_WEB):
        return _Page(record.body, record.headers)
    if kind != "response" or not address.startswith(_WEB):
        raise _PassedOverError("records that are no pages", kind)
    stream = BytesIO(record.body)
    status, headers = parse_head(stream)
    status = status.partition(" ")[0]
    if status != "200":
        raise _PassedOverError("pages with another status than 200", status or "none")
    return _Page(record.body[stream.tell() :], headers)


def _find_suffix(page: _Page, address: str) -> str:
    from tenor.loading.readers import READERS

    suffix = _SUFFIXES.get(page.media, "")
    if _ROBOTS.fullmatch(address):
        raise _PassedOverError("pages of other kinds", "robots.txt")
    if suffix not in READERS:
        raise _PassedOverError("pages of other kinds", page.media or "no media type")
    return suffix


def _unpacked(page: _Page, most: int) -> bytes:
    """The content without the transfer's chunks and packing."""
    from warcio.bufferedreaders import ChunkedDataReader

    content = page.content
    if "chunked" in page.headers.get("transfer-encoding", "").lower():
        content = ChunkedDataReader(BytesIO(content)).read()
    packing = page.headers.get("content-encoding", "").strip().lower()
    if packing in ("", "identity", "none", "utf-8"):
        return content
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise LeftOutError("unsupported format", f"a page packed with {packing}")
    return _inflate(content, most)


def _inflate(content: bytes, most: int) -> bytes:
    """The unpacked content; as it is where the server only said that it was packed."""
    for form in _FORMS:
        unpacker = zlib.decompressobj(form)
        try:
            unpacked = unpacker.decompress(content, most + 1)
        except zlib.error:
            continue
        if len(unpacked) > most:
            raise LeftOutError("too large", f"it unpacks to more than {most / MB:,.0f} MB")
        if unpacker.eof:
            return unpacked
    if content.startswith(_GZIP):
        raise LeftOutError("broken row", "its packed content is broken or cut off")
    return content


def _decoded(content: bytes, charset: str, suffix: str) -> tuple[bytes, str]:
    """The content in UTF-8 and the encoding it had, if that is another and the server named it rightly."""
    if not charset or suffix not in (".html", ".txt"):
        return content, ""
    text, encoding, guessed = decode(content, declared=web_encoding(charset))
    if guessed or encoding in ("", "utf-8"):
        return content, ""
    return text.encode("utf-8-sig"), encoding
