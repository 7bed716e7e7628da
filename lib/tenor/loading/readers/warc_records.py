"""The records of a web archive (WARC), one after the other, also behind one that is broken.

ISO 28500:2017: a line with the version, headers, an empty line, the content and two empty lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

_BLOCK_BYTES = 1_000_000
_HEAD_BYTES = 64_000
_MOST_BROKEN = 1000
_BLANK = (b"\r\n", b"\n")
_BEGIN = re.compile(rb"WARC/[01]\.\d+\r?\n")
_BEHIND = re.compile(rb"[\r\n]*(WARC/|\Z)")
# Long enough for any line that begins a record.
_OVERLAP = 20


@dataclass(slots=True)
class Record:
    """A record: its number in the file from 1, headers by their names in small letters, and its content.

    Of a content longer than what was asked for, `body` holds the beginning; `length` is the whole. `fault`
    is the detail of what breaks it, "" for a sound one.
    """

    number: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    length: int = 0
    fault: str = ""


def read_records(stream: BinaryIO, most: int) -> Iterator[Record]:
    """The records of `stream`, with at most `most` bytes of each content.

    A stretch that belongs to no record counts as a broken one; behind many of them nothing more is read. A
    stream without any record gives one of number 0.
    """
    number, n_broken, end = 0, 0, stream.seek(0, 2)
    stream.seek(0)
    while n_broken <= _MOST_BROKEN and (head := _read_head(stream)):
        number += 1
        start = stream.tell() - len(head)
        record = _read_record(stream, number, head, most, end)
        if record.fault:
            n_broken += 1
            _seek_begin(stream, start + 1)
            if number == 1 and not record.headers and stream.tell() == end:
                record = Record(0, fault="there is no WARC record in it")
            elif n_broken > _MOST_BROKEN:
                record.fault += f"; behind {_MOST_BROKEN:,} broken ones nothing more was read"
        yield record


def parse_head(stream: BinaryIO) -> tuple[str, dict[str, str]]:
    """The first line of a head without its protocol, and the headers; the stream is left behind them.

    >>> parse_head(BytesIO(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>Dam"))
    ('200 OK', {'content-type': 'text/html'})
    """
    from warcio.statusandheaders import StatusAndHeadersParser

    try:
        head = StatusAndHeadersParser([], verify=False).parse(stream)
    except EOFError:
        return "", {}
    return head.statusline, {name.lower(): value for name, value in reversed(head.headers)}


def _read_head(stream: BinaryIO) -> bytes:
    """The lines up to the next empty one, as far as they can be a head; nothing at the end of the stream."""
    line = stream.readline(_HEAD_BYTES)
    while line in _BLANK:
        line = stream.readline(_HEAD_BYTES)
    lines, size = [line], len(line)
    while line and line not in _BLANK and size < _HEAD_BYTES and lines[0].startswith(b"WARC/"):
        line = stream.readline(_HEAD_BYTES)
        lines.append(line)
        size += len(line)
    return b"".join(lines)


def _read_record(stream: BinaryIO, number: int, head: bytes, most: int, end: int) -> Record:
    if not _BEGIN.match(head):
        return Record(number, fault="no record begins where one should")
    _, headers = parse_head(BytesIO(head))
    written = headers.get("content-length", "")
    if not re.fullmatch("[0-9]{1,15}", written):
        return Record(number, headers, fault="it does not say how long it is")
    length, start = int(written), stream.tell()
    if start + length > end:
        return Record(
            number, headers, fault=f"it should have {length:,} bytes, but the file ends before them"
        )
    body = stream.read(min(length, most))
    stream.seek(start + length)
    behind = stream.read(_OVERLAP)
    stream.seek(start + length)
    if not _BEHIND.match(behind) and (not behind.startswith(_BLANK) or _BEGIN.search(body + behind[:2])):
        return Record(
            number, headers, fault=f"it should have {length:,} bytes, but they end in another record"
        )
    return Record(number, headers, body, length)


def _seek_begin(stream: BinaryIO, place: int) -> None:
    """Go to the first record that begins at `place` or behind it, or to the end."""
    stream.seek(place)
    kept = b""
    while block := stream.read(_BLOCK_BYTES):
        seen = kept + block
        if match := _BEGIN.search(seen):
            stream.seek(match.start() - len(seen), 1)
            return
        kept = seen[-_OVERLAP:]
