"""Tokens to sentences.

A sentence ends at a full stop, question or exclamation mark or ellipsis, with the quotation marks and
brackets that close right behind it, where white space follows and the next word does not begin with a small
letter; not behind a title ("Mr."), an initial ("J."), a number's "No.", and behind other abbreviations only
if a usual first word follows. A blank line always ends one; so does a single line break, except inside a
wrapped paragraph: before a small letter, or behind a long line without an end mark.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus import abbreviations
from tenor.corpus.tokens import Tokens

_END, _CLOSER, _OPENER, _STRAIGHT = 1, 2, 4, 8
_SMALL, _INITIAL, _NUMBER, _FIRST_WORD = 16, 32, 64, 128
_BEFORE_NAME, _ANYWHERE, _BEFORE_NUMBER, _DOTTED = 256, 512, 1024, 2048
_MARKS = {".": _END, "!": _END, "?": _END, "…": _END, "‼": _END, "。": _END}
_MARKS |= dict.fromkeys("”’)]}»›", _CLOSER)
_MARKS |= dict.fromkeys("“‘([{«‹„‚¿¡-–—•*", _OPENER)
_MARKS |= dict.fromkeys("\"'", _CLOSER | _OPENER)
# From here on a line is taken for full, so that its break is a wrapped line's and no paragraph's.
_LONG_LINE = 50


def form_traits(forms: pa.StringArray) -> np.ndarray:
    """What each distinct word or mark can do at the edge of a sentence, as bits."""
    traits = np.zeros(len(forms), np.int16)
    lower = pc.utf8_lower(forms)
    for bit, words in (
        (_BEFORE_NAME, abbreviations.BEFORE_NAMES),
        (_ANYWHERE, abbreviations.ANYWHERE),
        (_BEFORE_NUMBER, abbreviations.BEFORE_NUMBERS),
        (_FIRST_WORD, abbreviations.FIRST_WORDS),
    ):
        traits[pc.is_in(lower, pa.array(sorted(words))).to_numpy(zero_copy_only=False)] |= bit
    first = pc.utf8_slice_codeunits(forms, 0, 1)
    alone = pc.equal(pc.utf8_length(forms), 1)
    for bit, found in (
        (_SMALL, pc.utf8_is_lower(first)),
        (_NUMBER, pc.utf8_is_decimal(first)),
        (_INITIAL, pc.and_(pc.and_(alone, pc.utf8_is_upper(forms)), pc.not_equal(forms, "I"))),
        (_DOTTED, pc.and_(pc.invert(alone), pc.ends_with(forms, "."))),
    ):
        traits[found.to_numpy(zero_copy_only=False)] |= bit
    for mark, bits in _MARKS.items():
        traits[pc.equal(forms, mark).to_numpy(zero_copy_only=False)] |= bits
    return traits


def sentence_starts(tokens: Tokens, traits: np.ndarray) -> np.ndarray:
    """The positions of the tokens that begin a sentence, in order.

    `traits` holds one entry for each token, and three more of 0 behind the last.
    """
    starts = np.zeros(len(tokens.starts) + 1, bool)
    starts[tokens.bounds[:-1]] = True
    starts[_after_end_marks(tokens, traits)] = True
    starts[np.flatnonzero(tokens.breaks == 2)] = True
    starts[_after_line_breaks(tokens, traits)] = True
    return np.flatnonzero(starts[:-1])


def _after_end_marks(tokens: Tokens, traits: np.ndarray) -> np.ndarray:
    n = len(tokens.starts)
    spaced = np.concatenate([tokens.spaced, [True, True, True]])
    ends = np.flatnonzero((traits[:n] & (_END | _DOTTED)) != 0)
    after = ends + 1
    for _ in range(3):
        after = after + (~spaced[after] & ((traits[after] & _CLOSER) != 0) & (after < n))
    ends, after = ends[keep := spaced[after] & (after < n)], after[keep]
    word = after
    for _ in range(2):
        word = word + ((traits[word] & _OPENER) != 0)
    follows = traits[word]
    is_start = (follows & (_SMALL | _END)) == 0
    is_start &= ~_abbreviated(ends, traits, follows, tokens)
    return after[is_start]


def _abbreviated(ends: np.ndarray, traits: np.ndarray, follows: np.ndarray, tokens: Tokens) -> np.ndarray:
    """Whether the mark at each of `ends` belongs to an abbreviation that goes on; `follows` are the traits of
    the word behind it."""
    dotted = (traits[ends] & _DOTTED) != 0
    before = np.where(dotted, 0, traits[np.maximum(ends - 1, 0)])
    before = np.where(tokens.spaced[ends] & ~dotted, 0, before)
    open_ended = dotted | ((before & (_ANYWHERE | _INITIAL)) != 0)
    numbered = ((before & _BEFORE_NUMBER) != 0) & ((follows & _NUMBER) != 0)
    listed = ((before & _NUMBER) != 0) & (tokens.breaks[np.maximum(ends - 1, 0)] > 0)
    named = ((before & (_BEFORE_NAME | _INITIAL)) != 0) & ~_is_end_of_initials(before, follows)
    return named | numbered | listed | (open_ended & ((follows & _FIRST_WORD) == 0))


def _is_end_of_initials(before: np.ndarray, follows: np.ndarray) -> np.ndarray:
    return ((before & _INITIAL) != 0) & ((follows & _FIRST_WORD) != 0)


def _after_line_breaks(tokens: Tokens, traits: np.ndarray) -> np.ndarray:
    """Tokens behind a single line break that is no wrapped line's."""
    lines = np.flatnonzero(tokens.breaks > 0)
    if not len(lines):
        return lines
    length = np.diff(tokens.starts[lines], prepend=0)
    before = traits[np.maximum(lines - 1, 0)]
    wrapped = (length >= _LONG_LINE) & ((before & (_END | _CLOSER | _DOTTED)) == 0)
    wrapped |= (traits[lines] & _SMALL) != 0
    return lines[(tokens.breaks[lines] == 1) & ~wrapped]
