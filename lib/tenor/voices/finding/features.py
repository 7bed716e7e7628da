"""What the tagger sees of each token: templates, each with a whole number a token, -1 where it says nothing.

All of it is made of arrays: what belongs to a form is looked up once for each distinct form, the rest follows
from the places of marks, likely cues and the bounds of sentences and paragraphs.
"""

from collections.abc import Iterator
from itertools import chain

import numpy as np

from tenor.voices.finding.sight import Sight

# A likely cue is a word whose share of uses as a cue is in this bin or above.
_LIKELY = 4
_WORDS = 1 << 17
Template = tuple[str, np.ndarray]


def templates(sight: Sight) -> Iterator[Template]:
    """The name of each template, and its number for each token.

    Two go by the name "commas", and the model learned them as one: their numbers hardly ever meet.
    """
    return chain(
        _words(sight),
        _runs(sight),
        _marks(sight),
        _cues(sight),
        _near_cues(sight),
        _places(sight),
        _states(sight),
    )


def pack(*codes: np.ndarray, size: int = 64) -> np.ndarray:
    """Several numbers as one; the first may be large, the others lie in -1..size-2.

    >>> pack(np.array([3]), np.array([-1])).tolist()
    [256]
    """
    packed = codes[0].astype(np.int64) + 1
    for code in codes[1:]:
        packed = packed * size + code + 1
    return packed


def _known(codes: np.ndarray, *words: np.ndarray) -> np.ndarray:
    """The codes, -1 where one of the words is unknown."""
    for word in words:
        codes = np.where(word == 0, -1, codes)
    return codes


def _words(s: Sight) -> Iterator[Template]:
    words = {k: s.at(s.word, k) for k in range(-4, 5)}
    for k, word in words.items():
        yield f"w{k}", np.where(word == 0, -1, word + 1)
    for one, other in ((-2, -1), (-1, 0), (0, 1), (1, 2), (-1, 1)):
        pair = pack(words[one], words[other], size=_WORDS)
        yield f"w{one}w{other}", _known(pair, words[one], words[other])
    for k in (-1, 0, 1):
        yield f"suffix{k}", s.at(s.suffix, k)
        yield f"suffix2{k}", s.at(s.suffix2, k)
    yield "prefix", s.prefix
    shapes = {k: s.at(s.shape, k) for k in range(-2, 3)}
    for k, shape in shapes.items():
        yield f"shape{k}", shape
    yield "shapes", pack(shapes[-1], shapes[0], shapes[1], size=256)


def _runs(s: Sight) -> Iterator[Template]:
    """Runs of words with a capital: how long, and what stands around them."""
    capital = s.capital.astype(bool)
    left, right = s.nearest(~capital, s.paragraph)
    n_before = s.places - np.where(left < 0, s.paragraph.first - 1, left) - 1
    n_behind = np.where(right < 0, s.paragraph.end, right) - s.places - 1
    yield "run", np.where(capital, np.minimum(n_before, 4) * 5 + np.minimum(n_behind, 4), -1)
    for name, place in (("behind", right), ("before", left)):
        word = np.where(capital, s.word_at(place), -1)
        yield f"{name} run", _known(np.where(capital, word + 1, -1), word)
    for name, place in (("behind", right), ("before", left)):
        yield f"cue {name} run", np.where(capital & (place >= 0), s.cue[place], -1)


def _marks(s: Sight) -> Iterator[Template]:
    quotes = {k: s.at(s.quote, k) for k in range(-2, 3)}
    yield "quote", pack(quotes[-1], quotes[0], quotes[1])
    yield "quotes", pack(*quotes.values())
    yield "quote word", _known(pack(s.word, s.quote), s.word)
    yield "quote shape", pack(s.shape, s.quote)
    yield from _quoted_run(s)
    left, right = s.nearest(s.texts.marks > 0, s.paragraph)
    yield "near marks", pack(s.distance(left), s.distance(right), s.quote)
    left, right = s.nearest(s.is_comma, s.sentence)
    yield "commas", pack(s.distance(left), s.distance(right))
    after = s.word_behind(left)
    yield "behind comma", _known(after + 1, after)


def _quoted_run(s: Sight) -> Iterator[Template]:
    """The run of words in marks that a token is in: its length, and what stands around it."""
    quoted = s.texts.is_quoted
    left, right = s.nearest(~quoted, s.paragraph)
    first = np.where(left < 0, s.paragraph.first - 1, left)
    size = np.where(quoted, np.where(right < 0, s.paragraph.end, right) - first - 1, 0)
    n_words = np.searchsorted([0, 3, 4, 5, 6, 8, 12, 20, 40], size)
    yield "quoted words", np.where(quoted, n_words, -1)
    for name, place in (("before", left), ("behind", right)):
        word = s.word_at(place)
        yield f"{name} quote", _known(np.where(quoted, word + 1, -1), word)
    yield "around quote", np.where(quoted, pack(n_words, s.cue_at(left), s.cue_at(right)), -1)


def _cues(s: Sight) -> Iterator[Template]:
    """How often the words around are cues or speakers."""
    cues = {k: s.at(s.cue, k) for k in range(-4, 5)}
    speakers = {k: s.at(s.source, k) for k in range(-2, 3)}
    stems = {k: s.at(s.stem_cue, k) for k in range(-3, 4)}
    for name, bins in (("cue", cues), ("source", speakers), ("stem cue", stems)):
        for k, values in bins.items():
            yield f"{name}{k}", values
    for k in (-1, 0, 1):
        stem = s.at(s.stem, k)
        yield f"stem{k}", np.where(stem == 0, -1, stem)
    yield "stem cues", pack(stems[-1], stems[0], stems[1])
    yield "stem cue suffix", pack(s.suffix2, stems[0])
    yield "cues", pack(cues[-1], cues[0], cues[1])
    yield "cues-2", pack(cues[-2], cues[-1], cues[0])
    yield "cues+2", pack(cues[0], cues[1], cues[2])
    yield "sources", pack(speakers[-1], speakers[0], speakers[1])
    yield "cue source", pack(cues[-1], speakers[0], cues[1])
    yield "source cue", pack(speakers[-1], cues[0], speakers[1])
    for k in (1, -1):
        word = s.at(s.word, k)
        yield f"cue word{k}", _known(pack(word, cues[0]), word)
        yield f"cue{k} word", _known(pack(s.word, cues[k]), s.word)


def _near_cues(s: Sight) -> Iterator[Template]:
    """The nearest likely cues on either side: all, strong ones, those outside of marks."""
    outside = ~s.texts.is_quoted
    for name, flags, bounds, is_whole in (
        ("", s.cue >= _LIKELY, s.sentence, True),
        ("strong ", s.cue >= _LIKELY + 2, s.sentence, False),
        ("free ", (s.cue >= _LIKELY) & outside, s.sentence, True),
        ("far ", (s.cue >= _LIKELY + 1) & outside, s.paragraph, False),
    ):
        left, right = s.nearest(flags, bounds)
        yield f"{name}left", s.word_at(left) + 1
        yield f"{name}right", s.word_at(right) + 1
        yield f"{name}between", pack(s.distance(left), s.distance(right), s.quote)
        if is_whole:
            yield from _around_cues(s, name, left, right)


def _around_cues(s: Sight, name: str, left: np.ndarray, right: np.ndarray) -> Iterator[Template]:
    behind, before = s.word_behind(left), s.word_at(np.where(right > 0, right - 1, -1))
    yield f"{name}behind left", _known(behind + 1, behind)
    yield f"{name}before right", _known(before + 1, before)
    n_left = np.where(left >= 0, np.minimum(s.n_commas - s.n_commas[left], 3), -1)
    n_right = np.where(right >= 0, np.minimum(s.n_commas[right] - s.n_commas, 3), -1)
    yield f"{name}commas", pack(n_left, n_right, s.quote)
    to_left, to_right = s.distance(left), s.distance(right)
    yield f"{name}left distance", pack(s.word_at(left), to_left)
    yield f"{name}right distance", pack(s.word_at(right), to_right)
    yield f"{name}left behind", _known(pack(behind, s.cue_at(left)), behind)
    yield f"{name}source left", pack(np.minimum(to_left, 6), s.source, s.capital)
    yield f"{name}source right", pack(np.minimum(to_right, 6), s.source, s.capital)


def _places(s: Sight) -> Iterator[Template]:
    """Where in its sentence, paragraph and document a token stands."""
    sentences, paragraphs = s.texts.sentences, s.texts.paragraphs
    place = np.minimum(s.places - s.sentence.first, 4)
    yield "place", pack(place, np.minimum(s.sentence.end - 1 - s.places, 3))
    number = sentences - sentences[s.paragraph.first]
    n_behind = sentences[np.maximum(s.paragraph.end - 1, 0)] - sentences
    yield "sentence", pack(np.minimum(number, 3), np.minimum(n_behind, 3), np.minimum(place, 1))
    yield "paragraph", np.minimum(paragraphs - paragraphs[s.document.first], 3)
    word = s.word[s.sentence.first]
    yield "first word", _known(word + 1, word)
    n_marks = np.bincount(paragraphs[s.texts.marks > 0], minlength=len(s.texts.paragraph_bounds) - 1)
    yield "marks", pack(np.minimum(n_marks, 6)[paragraphs], s.quote)


def _states(s: Sight) -> Iterator[Template]:
    """How much of its sentence and of those around it is in marks, and whether they have cues."""
    sentences = s.texts.sentences
    share, begins, state = s.sentence_states(s.cue >= _LIKELY + 1)
    yield "state", state[sentences]
    yield "state quote", pack(state[sentences], s.quote)
    for name, step in (("previous", -1), ("next", 1)):
        other = s.in_paragraph(state, step)[sentences]
        yield f"{name} state", other
        yield f"{name} state quote", pack(other, share[sentences], s.quote)
    last = sentences[np.maximum(s.paragraph.first - 1, 0)]
    before = np.where(s.paragraph.first > s.document.first, state[last], -1)
    yield "paragraph before", pack(before, begins[sentences[s.paragraph.first]], s.quote)
