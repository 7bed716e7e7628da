"""Bytes to text: UTF-8 first, a guess only when that fails."""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from tenor.loading.texts.guessing import SAMPLE_BYTES, guess_encoding, guess_wide_encoding, try_decoding

# Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def marked_encoding(data: bytes) -> str:
    """The encoding that a byte-order mark at the start of `data` names, or ""."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


class Decoded(NamedTuple):
    """A text, the name of its encoding ("" if none fits) and whether that was guessed."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """The text of `data`: as its byte-order mark says, else as UTF-8, else as `declared`, else as guessed.

    >>> decode(b"caf\\xc3\\xa9")
    Decoded(text='café', encoding='utf-8', guessed=False)
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _decode_other(data, declared)
    if b"\0" in data and (wide := guess_wide_encoding(data)):
        return Decoded(data.decode(wide), wide, guessed=True)
    return Decoded(text[1:], "utf-8-sig") if text.startswith("\ufeff") else Decoded(text, "utf-8")


def _decode_other(data: bytes, declared: str) -> Decoded:
    marked = marked_encoding(data)
    text = try_decoding(data, marked or declared)
    if text is not None:
        return Decoded(text, marked or declared)
    guess = "" if marked else guess_wide_encoding(data) if b"\0" in data else guess_encoding(data)
    text = try_decoding(data, guess)
    return Decoded("", "") if text is None else Decoded(text, guess, guessed=True)


class Lines:
    """The lines of a file of rows with their ends; one bad line spoils no other.

    A line that is not UTF-8 is decoded as the guess made on all such lines together.

    Raises
    ------
    UnicodeDecodeError
        If `data` breaks the encoding that its own byte-order mark names.
    """

    def __init__(self, data: bytes):
        marked = marked_encoding(data)
        if marked:
            data = data.decode(marked).encode()
        self._usual = self._encoding = marked or "utf-8"
        self._lines = data.splitlines(keepends=True)
        self._guess: str | None = None

    def take_encoding(self) -> str:
        """What the lines since the last call were written in; "" if one of them fits no encoding."""
        taken, self._encoding = self._encoding, self._usual
        return taken

    def is_guess(self, encoding: str) -> bool:
        """Whether a line's `encoding` was guessed."""
        return encoding != self._usual

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            try:
                yield line.decode()
            except UnicodeDecodeError:
                yield self._decode(line)

    def _decode(self, line: bytes) -> str:
        if self._guess is None:
            self._guess = guess_encoding(self._bad_sample())
        text = None if b"\0" in line else try_decoding(line, self._guess)
        self._encoding = self._encoding and self._guess if text is not None else ""
        return line.decode("latin-1") if text is None else text

    def _bad_sample(self) -> bytes:
        sample, size = [], 0
        for line in self._lines:
            if size < SAMPLE_BYTES and b"\0" not in line and not _is_utf8(line):
                sample.append(line)
                size += len(line)
        return b"".join(sample)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
