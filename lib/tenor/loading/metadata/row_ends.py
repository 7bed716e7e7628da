"""Where the rows of a table end that is written as text."""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from tenor.loading.inputs.lines import LINE_ENDS, line_pieces

_BLANK = (b"\n", b"\r\n", b"\r")
_BLOCK_BYTES = 65_536
# Where the next byte stands: at the start of a cell; in one without quotation marks around it, or with them;
# behind a quotation mark that ends the cell or is the first half of a doubled one; behind one that no
# delimiter follows.
_START, _PLAIN, _QUOTED, _CLOSED, _BROKEN = range(5)


class Extent(NamedTuple):
    """Where a row stands: its first byte and the one behind its last.

    `reason` is "broken row" or "too large", "" for a sound row.
    """

    start: int
    stop: int
    reason: str


class RowEnds:
    """The extents of the rows in the rest of `stream`, which is never held, however long a row is.

    A row ends with the line end that stands outside quotation marks; blank lines are no rows. Where the
    quotation marks of a row do not match, its first line alone is a "broken row", and the next line begins a
    new one. A row of more than `limit` bytes is "too large".

    >>> import io
    >>> [*RowEnds(io.BytesIO(b'a,"The dam\\nholds."\\n"b" c\\n'), ",", 100)]
    [Extent(start=0, stop=19, reason=''), Extent(start=19, stop=25, reason='broken row')]
    """

    def __init__(self, stream: BinaryIO, delimiter: str, limit: float):
        self._stream = stream
        self._limit = limit
        cells = _Cells(delimiter.encode())
        self._match_sound = cells.row.match
        self._advance = _automaton(delimiter.encode(), cells)
        self._place = self._block_start = stream.tell()
        self._block = b""
        self._pieces = line_pieces(stream)
        self._pieces_place = self._place
        # Up to here no quotation mark is closed rightly: lines that open one are broken.
        self._broken_until = 0

    def __iter__(self) -> Iterator[Extent]:
        while True:
            yield from self._next_sound()
            extent = self._next_of_any_kind()
            if not extent:
                return
            yield extent

    def _next_sound(self) -> Iterator[Extent]:
        """The rows up to one that is broken, very long or the last."""
        is_more = True
        while is_more and self._place >= self._broken_until:
            start = self._place - self._block_start
            while (row := self._match_sound(self._block, start)) and row.end() < len(self._block):
                start = row.end()
                self._place = self._block_start + start
                yield self._extent(self._block_start + row.start(1), "")
            is_more = self._read_on()

    def _read_on(self) -> bool:
        """Let the block begin at the current place and go on further; whether it does."""
        end = self._block_start + len(self._block)
        if self._place > end:
            self._block, end = b"", self._place
        else:
            self._block = self._block[self._place - self._block_start :]
        self._block_start = self._place
        if len(self._block) > _BLOCK_BYTES:
            return False
        self._stream.seek(end)
        self._pieces_place = -1
        more = self._stream.read(_BLOCK_BYTES)
        self._block += more
        return bool(more)

    def _next_of_any_kind(self) -> Extent | None:
        start = line = self._place
        state, first_stop = _START, 0
        if self._pieces_place != start:
            self._stream.seek(start)
            self._pieces = line_pieces(self._stream)
        for piece in self._pieces:
            self._place += len(piece)
            if piece in _BLANK and self._place - start == len(piece):
                start = line = self._place
                continue
            state = self._advance(state, piece)
            if not piece.endswith(LINE_ENDS):
                continue
            if state != _QUOTED or self._place <= self._broken_until:
                break
            first_stop = first_stop or self._place
            line = self._place
        self._pieces_place = self._place
        if self._place == start:
            return None
        if state not in (_QUOTED, _BROKEN):
            return self._extent(start, "")
        if first_stop:
            self._broken_until = line if state == _BROKEN else self._place
            self._place = first_stop
        return self._extent(start, "broken row")

    def _extent(self, start: int, reason: str) -> Extent:
        return Extent(start, self._place, "too large" if self._place - start > self._limit else reason)


class _Cells:
    """The regular expressions for the cells of a row."""

    def __init__(self, delimiter: bytes):
        mark = re.escape(delimiter)
        inside = rb'[^"]*+(?:""[^"]*+)*+'
        plain = rb"[^%b\r\n]*+" % mark
        cell = rb'(?:"%b"|(?!")%b)' % (inside, plain)
        self.inside = re.compile(inside)
        self.plain = re.compile(plain)
        self.more = re.compile(rb"(?:%b%b)*+" % (mark, cell))
        self.one_more = re.compile(rb"%b%b" % (mark, cell))
        # A sound row and the blank lines before it; without them it is group 1.
        self.row = re.compile(rb"[\r\n]*+(%b(?:%b%b)*+(?:\r\n?|\n))" % (cell, mark, cell))


def _automaton(delimiter: bytes, cells: _Cells) -> Callable[[int, bytes], int]:
    """The function (state, piece of a line) -> the state behind the piece."""

    def advance(state: int, piece: bytes) -> int:
        if state == _BROKEN or (state == _QUOTED and b'"' not in piece):
            return state
        if state == _START:
            return behind_cells(delimiter + piece, 0, _START)
        if state == _PLAIN:
            return behind_cells(piece, cells.plain.match(piece).end(), _PLAIN)
        if state == _CLOSED and not piece.startswith(b'"'):
            return behind_cells(piece, 0, _CLOSED)
        place = cells.inside.match(piece, state == _CLOSED).end()
        return behind_cells(piece, place + 1, _CLOSED) if place < len(piece) else _QUOTED

    def behind_cells(piece: bytes, place: int, state: int) -> int:
        """The state behind the piece, where `state` is that at `place`, behind a cell."""
        stop = cells.more.match(piece, place).end()
        if stop < len(piece) and not piece.startswith(LINE_ENDS, stop):
            return _QUOTED if piece.startswith(delimiter, stop) else _BROKEN
        if stop == place:
            return state
        if not piece.endswith(b'"'):
            return _START if piece.endswith(delimiter) else _PLAIN
        *_, last = cells.one_more.finditer(piece, place)
        return _CLOSED if piece.startswith(b'"', last.start() + len(delimiter)) else _PLAIN

    return advance
