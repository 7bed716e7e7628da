"""Texts to tokens: words and marks, each a span of the text as loaded.

A word is a run of letters, marks on letters and digits. It holds on to an apostrophe, hyphen, ampersand or
underscore between two of them ("don’t", "nine-tenths", "AT&T"), to a comma or full stop between digits
("1,000", "3.5"), and to the full stops of single letters ("U.S.", "p.m."). Every other character that is not
white space is a token of its own. Scripts that write without spaces come out as long words.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from tenor.corpus.characters import (
    COMMA,
    DIGIT,
    DOT,
    JOINER,
    JOINER_FIRST,
    LETTER,
    MARK,
    MARK_FIRST,
    MARK_LAST,
    SPACE,
    byte_classes,
)


class Tokens(NamedTuple):
    """The tokens of some texts, in order.

    `forms` holds the words and marks as written; `starts` counts characters from the start of the text;
    `breaks` counts the line breaks in the white space before a token, `spaced` says whether there is any;
    text `i` has the tokens `bounds[i]` to `bounds[i + 1]`.
    """

    forms: pa.StringArray
    starts: np.ndarray
    spaced: np.ndarray
    breaks: np.ndarray
    bounds: np.ndarray


def tokenize(texts: Sequence[bytes]) -> Tokens:
    """Find the tokens of `texts`, each given in UTF-8. The work is done on all bytes at once.

    >>> tokenize(["Don’t: 3.5 m".encode()]).forms.to_pylist()
    ['Don’t', ':', '3.5', 'm']
    """
    # Line breaks around each text: no token reaches across, and no look to the side leaves the array.
    data = b"\n\n" + b"\n\n".join(texts) + b"\n\n\n"
    values = np.frombuffer(data, np.uint8)
    classes = byte_classes(data)
    _join(values, classes)
    in_word = classes < SPACE
    is_mark = classes == MARK
    first = is_mark | (classes == MARK_FIRST)
    first[1:] |= in_word[1:] > in_word[:-1]
    last = is_mark | (classes == MARK_LAST)
    last[:-1] |= in_word[:-1] > in_word[1:]
    starts, ends = np.flatnonzero(first), np.flatnonzero(last) + 1
    text_starts = 2 + np.concatenate([[0], np.cumsum([len(text) + 2 for text in texts])])
    bounds = np.searchsorted(starts, text_starts)
    return Tokens(
        _strings(values[classes != SPACE], ends - starts),
        _character_starts(data, values, starts, text_starts, bounds),
        np.concatenate([[True], starts[1:] > ends[:-1]])[: len(starts)],
        _line_breaks(values, starts),
        bounds,
    )


def _join(values: np.ndarray, classes: np.ndarray) -> None:
    """Make the joiners that stand inside words letters, and all others marks, in place."""
    at = np.flatnonzero(classes >= JOINER)
    kind = classes[at]
    end = _end_behind(values, at)
    before, after = classes[at - 1], classes[end]
    between_words = (before <= DIGIT) & (after <= DIGIT)
    between_digits = (before == DIGIT) & (after == DIGIT)
    inside = np.where(kind == COMMA, between_digits, between_words)
    dots = kind == DOT
    inside[dots] = between_digits[dots] | _abbreviates(values, classes, at[dots])
    at_inside, size_inside = at[inside], (end - at)[inside]
    classes[at[~inside & (kind != JOINER_FIRST)]] = MARK
    classes[at[~inside & (kind == JOINER_FIRST)]] = MARK_FIRST
    for step in range(3):
        classes[at_inside[size_inside > step] + step] = LETTER


def _abbreviates(values: np.ndarray, classes: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Whether each full stop belongs to single letters: the first of "p.m", and the last after another."""
    letter = _start_before(values, at)
    single_before = (classes[at - 1] == LETTER) & (classes[letter - 1] > DIGIT)
    single_after = (classes[at + 1] == LETTER) & (classes[_end_behind(values, at + 1)] > DIGIT)
    earlier_dot = letter - 1
    earlier_letter = _start_before(values, earlier_dot)
    closes = (classes[earlier_dot] == DOT) & (classes[earlier_dot - 1] == LETTER)
    closes &= (classes[earlier_letter - 1] > DIGIT) & (classes[at + 1] > DIGIT)
    return single_before & (single_after | closes)


def _start_before(values: np.ndarray, at: np.ndarray) -> np.ndarray:
    """The first byte of the character before each of `at`."""
    start = at - 1
    for _ in range(3):
        start = start - ((values[start] & 0xC0) == 0x80)
    return start


def _end_behind(values: np.ndarray, at: np.ndarray) -> np.ndarray:
    """The byte behind the character that begins at each of `at`."""
    first = values[at]
    return at + 1 + (first >= 0xC0) + (first >= 0xE0) + (first >= 0xF0)


def _strings(data: np.ndarray, lengths: np.ndarray) -> pa.StringArray:
    offsets = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=offsets[1:])
    return pa.StringArray.from_buffers(len(lengths), pa.py_buffer(offsets), pa.py_buffer(data))


def _character_starts(
    data: bytes, values: np.ndarray, starts: np.ndarray, text_starts: np.ndarray, bounds: np.ndarray
) -> np.ndarray:
    """The starts in characters of their own text."""
    if not data.isascii():
        # Bytes that continue a character are the smallest when read with a sign.
        characters = np.cumsum(values.view(np.int8) > -65, dtype=np.int32)
        starts, text_starts = characters[starts], characters[text_starts]
    return (starts - np.repeat(text_starts[:-1], np.diff(bounds))).astype(np.int32)


def _line_breaks(values: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """How many line breaks the white space before each token holds (2 stands for more)."""
    following = np.searchsorted(starts, np.flatnonzero(values == ord("\n")))
    return np.minimum(np.bincount(following, minlength=len(starts))[: len(starts)], 2).astype(np.uint8)
