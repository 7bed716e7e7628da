"""The lines of a stream, however long they are."""

from collections.abc import Iterator
from typing import BinaryIO

from tenor.loading.texts.decoding import marked_encoding

LINE_ENDS = (b"\n", b"\r")
_PIECE_BYTES = 262_144


def line_pieces(stream: BinaryIO) -> Iterator[bytes]:
    """The rest of `stream` in lines with their ends; a long line comes in several pieces.

    Lines end with a line feed, a carriage return or both, as those of `bytes.splitlines` do.

    >>> import io
    >>> list(line_pieces(io.BytesIO(b"The dam\\r\\nholds.\\rStill")))
    [b'The dam\\r\\n', b'holds.\\r', b'Still']
    """
    held = b""
    while piece := stream.readline(_PIECE_BYTES):
        if not held and b"\r" not in piece:
            yield piece
            continue
        piece = held + piece
        # The line feed that belongs to it may stand in the next piece.
        held = b"\r" if piece.endswith(b"\r") else b""
        yield from piece.removesuffix(held).splitlines(keepends=True)
    if held:
        yield held


def as_utf8(data: bytes) -> bytes:
    """The bytes that `tenor.loading.texts.decoding.Lines` parts into lines: UTF-8 if they bear a mark.

    Raises
    ------
    UnicodeDecodeError
        If `data` breaks the encoding that its byte-order mark names.
    """
    marked = marked_encoding(data)
    return data.decode(marked).encode() if marked else data
