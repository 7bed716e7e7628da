"""What each character does to tokens, as classes of the bytes of UTF-8 text."""

import sys
import unicodedata
from functools import cache

import numpy as np

# Words are runs of the first two classes; a test for "below SPACE" is a test for "inside a word".
LETTER, DIGIT, SPACE = 0, 1, 2
# A mark of one byte; the first, middle and last byte of a longer mark.
MARK, MARK_FIRST, MARK_MIDDLE, MARK_LAST = 3, 4, 5, 6
# Marks that stay inside a word between its letters or digits: "don't", "nine-tenths", "AT&T", "1,000", "U.S."
JOINER, COMMA, DOT, JOINER_FIRST = 7, 8, 9, 10

_JOINERS = "'’ʼ-‐‑&_"
# Shown as nothing, and inside words: soft hyphen, word joiners, variation selectors.
INVISIBLE = "\u00ad\u200c\u200d\u2060\ufe0e\ufe0f"
_BLANK = "\u200b\ufeff"


def classify(character: str) -> int:
    """The class of one character.

    >>> classify("é") == LETTER, classify("7") == DIGIT, classify("’") == JOINER, classify("—") == MARK
    (True, True, True, True)
    """
    if character in _JOINERS:
        return JOINER
    if character == ",":
        return COMMA
    if character == ".":
        return DOT
    if character in INVISIBLE:
        return LETTER
    category = unicodedata.category(character)
    if category == "Nd":
        return DIGIT
    if category[0] in "LMN":
        return LETTER
    return SPACE if category[0] in "ZC" or character in _BLANK else MARK


@cache
def ascii_table() -> bytes:
    """The class of each single byte, for `bytes.translate`; longer characters are put right later."""
    return bytes(classify(chr(byte)) if byte < 128 else SPACE for byte in range(256))


_UNKNOWN = 255
_known = np.full(sys.maxunicode + 1, _UNKNOWN, np.uint8)


def _classes_of(points: np.ndarray) -> np.ndarray:
    """The class of each code point, looked up once for each character that is met."""
    classes = _known[points]
    new = np.unique(points[classes == _UNKNOWN])
    if len(new):
        _known[new] = [classify(chr(point)) for point in new]
        classes = _known[points]
    return classes


def byte_classes(data: bytes) -> np.ndarray:
    """The class of each byte of UTF-8 `data`: all bytes of a letter are LETTER; a mark has two ends."""
    classes = np.frombuffer(bytearray(data.translate(ascii_table())), np.uint8)
    if not data.isascii():
        _classify_long(np.frombuffer(data, np.uint8), classes)
    return classes


def _classify_long(values: np.ndarray, classes: np.ndarray) -> None:
    """Put the classes of characters of two to four bytes right, in place."""
    firsts = np.flatnonzero(values >= 0xC0)
    sizes = np.uint8(2) + (values[firsts] >= 0xE0) + (values[firsts] >= 0xF0)
    for size, mask in ((2, 0x1F), (3, 0x0F), (4, 0x07)):
        at = firsts[sizes == size]
        points = (values[at] & mask).astype(np.uint32)
        for step in range(1, size):
            points = (points << 6) | (values[at + step] & 0x3F)
        kinds = _classes_of(points)
        is_mark = kinds == MARK
        is_joiner = kinds == JOINER
        for step in range(size):
            place = MARK_FIRST if step == 0 else MARK_LAST if step == size - 1 else MARK_MIDDLE
            classes[at + step] = np.where(is_mark | is_joiner, place, kinds)
        classes[at[is_joiner]] = JOINER_FIRST
