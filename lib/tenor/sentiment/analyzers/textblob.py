"""TextBlob on all texts at once, to the digit.

A text's polarity is the mean over its known words. An adverb strengthens or weakens the known word behind it,
the two then counting as one; "no", "not" and "never" turn it; "!" strengthens what stands before it. Where an
emoticon may have been made of several tokens, the text is left to TextBlob itself.

References
----------
De Smedt & Daelemans 2012, "Pattern for Python" (the list and rules that TextBlob took over).
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.ranges import gather
from tenor.sentiment.analyzers.chunks import Chunks

if TYPE_CHECKING:
    from textblob.en import Sentiment

# Chunks that TextBlob parts into a word and the marks around it, as nearly all are: no abbreviations.
_PLAIN = re.compile(r"([(\"“]?)([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)(?:(['’])(s))?([,;:?!)\"”]*)")
_STOPPED = re.compile(r"([(\"“]?)([a-z]{2,}|[A-Z][a-z]*[aeiouy][a-z]*)\.([)\"”]*)")


@cache
def original() -> "Sentiment":
    """What `TextBlob(text).sentiment` ends in: the same numbers, at a third of the time."""
    from textblob.en import sentiment

    return sentiment


@cache
def _faces() -> "_Faces":
    return _Faces()


class _Faces:
    """Emoticons and the "(!)" of irony, in small letters, and what they begin with and go on with."""

    def __init__(self):
        from textblob import _text

        emoticons = {face.lower() for faces in _text.EMOTICONS.values() for face in faces}
        # TextBlob's own mark of the end of a paragraph is no word to it.
        marks = {"(!)", _text.EOS.lower()}
        self.whole = sorted({*marks, *(face for face in emoticons if not face.isalpha())})
        cuts = [(face, cut) for face in (*emoticons, "(!)") for cut in range(1, len(face))]
        self.beginning = "|".join(sorted({re.escape(face[:cut]) for face, cut in cuts}))
        self.pieces = sorted({face[cut:end] for face, cut in cuts for end in range(cut + 1, len(face) + 1)})
        self._joined = re.compile(_text.RE_EMOTICONS.pattern, re.IGNORECASE)
        self._ironic = _text.RE_SARCASM

    def are_in(self, tokens: list[str]) -> bool:
        """Whether TextBlob would join some of these tokens."""
        text = " ".join(tokens)
        return bool(self._ironic.search(text)) or any(" " in face[1] for face in self._joined.finditer(text))


class _List(NamedTuple):
    """TextBlob's list of words: polarity, subjectivity and intensity of each, and whether it is an adverb.

    A last entry stands for all other words.
    """

    words: pa.StringArray
    values: np.ndarray
    modifies: np.ndarray


@cache
def _list() -> _List:
    known = original()
    values = np.array([*(entry[None] for entry in known.values()), (np.nan,) * 3])
    modifies = np.array([*("RB" in entry for entry in known.values()), False])
    return _List(pa.array(known.keys(), pa.string()), values, modifies)


class _Tokens:
    """What TextBlob parts each distinct chunk into, and what it knows of each distinct token.

    Chunk `i` has the tokens `ids[bounds[i]]` to `ids[bounds[i + 1]]`.
    """

    def __init__(self, strings: pa.StringArray):
        parts = [_part(string) for string in strings.to_pylist()]
        self.bounds = np.cumsum([0, *map(len, parts)])
        encoded = pa.array(chain.from_iterable(parts), pa.string()).dictionary_encode()
        self.ids, self.forms = encoded.indices.to_numpy(), encoded.dictionary
        known = _list()
        place = pc.fill_null(pc.index_in(self.forms, known.words), len(known.words)).to_numpy()
        self.values, self.modifies = known.values[place].T, known.modifies[place]
        self.ends_in_ly = _flags(pc.ends_with(self.forms, "ly"))
        self.negates = self._are_in(original().negations)
        self.is_long = _flags(pc.greater(pc.utf8_length(self.forms), 2))
        self.is_not_tiny = _flags(pc.greater(pc.utf8_length(pc.utf8_trim(self.forms, "'")), 1))
        self.is_mark = self._are_in(["!"])

    def _are_in(self, forms: Iterable[str]) -> np.ndarray:
        return _flags(pc.is_in(self.forms, pa.array(forms)))


def _flags(values: pa.BooleanArray) -> np.ndarray:
    return values.to_numpy(zero_copy_only=False)


def _part(string: str) -> list[str]:
    plain = _PLAIN.fullmatch(string)
    if plain:
        before, word, apostrophe, ending, marks = plain.groups()
        return [part for part in (before, word.lower(), apostrophe, ending, *marks) if part]
    stopped = _STOPPED.fullmatch(string)
    if stopped and f"{stopped[2]}." not in _abbreviations():
        return [part for part in (stopped[1], stopped[2].lower(), ".", *stopped[3]) if part]
    return [word.lower() for word in " ".join(original().tokenizer(string)).split()]


@cache
def _abbreviations() -> frozenset[str]:
    from textblob._text import ABBREVIATIONS

    return frozenset(ABBREVIATIONS)


class _Line:
    """The tokens of some texts, one behind the other, and how many of each kind stand before each place."""

    def __init__(self, tokens: _Tokens, ids: np.ndarray, bounds: np.ndarray):
        self.ids, self.bounds = ids, bounds
        negates = tokens.negates[ids]
        self.negations = np.flatnonzero(negates)
        self.n_long = _count_before(tokens.is_long[ids] & ~negates)
        self.n_long_negations = _count_before(tokens.is_long[ids] & negates)
        self.n_not_tiny = _count_before(tokens.is_not_tiny[ids] & ~negates)
        self.n_marks = _count_before(tokens.is_mark[ids])


def _count_before(values: np.ndarray) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(values)])


class _Gaps(NamedTuple):
    """Ranges of tokens between known words: from `start` to `end`.

    `is_modified` says whether an adverb stands right before, `by_ly` whether it ends in "ly".
    """

    line: _Line
    start: np.ndarray
    end: np.ndarray
    is_modified: np.ndarray
    by_ly: np.ndarray

    def modify(self) -> np.ndarray:
        """Whether the adverb reaches over the gap to the known word behind it."""
        line = self.line
        is_reached = self.is_modified & (line.n_long[self.start] == line.n_long[self.end])
        return is_reached & (
            self.by_ly | (line.n_long_negations[self.start] == line.n_long_negations[self.end])
        )

    def negate(self) -> np.ndarray:
        """Whether a negation in the gap reaches the known word behind it."""
        place, is_there = self._negation(np.searchsorted(self.line.negations, self.end) - 1)
        n_not_tiny = self.line.n_not_tiny
        is_next = n_not_tiny[np.minimum(place + 1, self.end)] == n_not_tiny[self.end]
        return is_there & ~self._is_taken(place) & is_next

    def turn_back(self) -> np.ndarray:
        """Whether a negation in the gap turns the adverb before it, as in "really not"."""
        place, is_there = self._negation(np.searchsorted(self.line.negations, self.start))
        return is_there & self._is_taken(place)

    def _negation(self, number: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        place = np.append(self.line.negations, -1)[number]
        return place, (place >= self.start) & (place < self.end)

    def _is_taken(self, place: np.ndarray) -> np.ndarray:
        n_long = self.line.n_long
        return self.is_modified & self.by_ly & (n_long[self.start] == n_long[place])


class _Known(NamedTuple):
    """The known words of all texts: their places in the line, tokens, texts, and whether one is before."""

    places: np.ndarray
    ids: np.ndarray
    text: np.ndarray
    follows: np.ndarray


def _find_known(tokens: _Tokens, line: _Line) -> _Known:
    places = np.flatnonzero(~np.isnan(tokens.values[0])[line.ids])
    text = _texts_at(places, line)
    return _Known(places, line.ids[places], text, np.diff(text, prepend=-1) == 0)


def _gaps_before(tokens: _Tokens, line: _Line, known: _Known) -> _Gaps:
    before = np.roll(known.ids, 1)
    return _Gaps(
        line,
        np.where(known.follows, np.roll(known.places, 1) + 1, line.bounds[known.text]),
        known.places,
        known.follows & tokens.modifies[before],
        tokens.ends_in_ly[before],
    )


def _gaps_behind(tokens: _Tokens, line: _Line, known: _Known) -> _Gaps:
    is_last = ~np.append(known.follows[1:], False)[: len(known.follows)]
    end = np.where(is_last, line.bounds[known.text + 1], np.roll(known.places, -1))
    modifies, by_ly = tokens.modifies[known.ids], tokens.ends_in_ly[known.ids]
    return _Gaps(line, known.places + 1, end, modifies, by_ly)


def _assess(tokens: _Tokens, line: _Line, known: _Known) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One entry an assessment, a known word with the adverbs before it: text, polarity, subjectivity."""
    before, behind = _gaps_before(tokens, line, known), _gaps_behind(tokens, line, known)
    polarity, subjectivity, intensity = tokens.values[:, known.ids]
    is_negated, is_modified = before.negate(), before.modify()
    intensity = np.where(is_negated, 1.0 / intensity, intensity)
    factor = np.where(is_modified, np.roll(intensity, 1), 1.0)
    is_last = ~np.append(is_modified[1:], False)[: len(is_modified)]
    number = np.cumsum(~is_modified) - 1
    is_turned = np.bincount(number, weights=is_negated | behind.turn_back())[number[is_last]] > 0
    n_marks = line.n_marks[behind.end] - line.n_marks[behind.start]
    polarity = np.clip(polarity * factor, -1.0, 1.0)[is_last]
    polarity = _raise_by_marks(polarity, n_marks[is_last])
    subjectivity = np.clip(subjectivity * factor, -1.0, 1.0)[is_last]
    return known.text[is_last], np.where(is_turned, polarity * -0.5, polarity), subjectivity


def _raise_by_marks(polarity: np.ndarray, n_marks: np.ndarray) -> np.ndarray:
    """Strengthen each polarity by a quarter for each "!"; beyond fifty there is no more to gain."""
    for n in range(min(n_marks.max(initial=0), 50)):
        polarity = np.where(n_marks > n, np.clip(polarity * 1.25, -1.0, 1.0), polarity)
    return polarity


def _average(tokens: _Tokens, line: _Line) -> dict[str, np.ndarray]:
    n = len(line.bounds) - 1
    known = _find_known(tokens, line)
    text, *values = _assess(tokens, line, known)
    n_assessments = np.maximum(np.bincount(text, minlength=n), 1)
    polarity, subjectivity = (np.bincount(text, weights=value, minlength=n) for value in values)
    return {
        "polarity": polarity / n_assessments,
        "subjectivity": subjectivity / n_assessments,
        "n_scored_words": np.bincount(known.text, minlength=n),
    }


def _find_faces(tokens: _Tokens, line: _Line) -> np.ndarray:
    """Whether each text holds an emoticon, or tokens that TextBlob may join to one."""
    faces, forms = _faces(), tokens.forms
    is_face, is_piece = (_flags(pc.is_in(forms, pa.array(names))) for names in (faces.whole, faces.pieces))
    begins = _flags(pc.match_substring_regex(forms, f"(?:{faces.beginning})$"))
    has_face = np.zeros(len(line.bounds) - 1, bool)
    has_face[_texts_at(np.flatnonzero(is_face[line.ids]), line)] = True
    may_join = np.flatnonzero(is_piece[line.ids[1:]] & begins[line.ids[:-1]])
    for text in np.unique(_texts_at(may_join, line)).tolist():
        ids = line.ids[line.bounds[text] : line.bounds[text + 1]]
        has_face[text] |= faces.are_in(forms.take(pa.array(ids)).to_pylist())
    return has_face


def _texts_at(places: np.ndarray, line: _Line) -> np.ndarray:
    return np.searchsorted(line.bounds, places, side="right") - 1


def score_chunks(chunks: Chunks) -> dict[str, np.ndarray]:
    """One entry a text in each of `polarity`, `subjectivity`, `n_scored_words`, and `is_left`: texts that may
    hold emoticons, which are left to TextBlob itself."""
    tokens = _Tokens(chunks.strings)
    positions, bounds = gather(tokens.bounds, chunks.ids)
    line = _Line(tokens, tokens.ids[positions], bounds[chunks.bounds])
    return {**_average(tokens, line), "is_left": _find_faces(tokens, line)}
