"""The tokens of some texts as numbers, and what stands near them."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

import numpy as np

from tenor.voices.finding.lexicons import Lexicon, lower, shape_of
from tenor.voices.finding.stems import stem
from tenor.voices.finding.texts import Texts

_DISTANCES = np.array([0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 40])
_COMMAS = frozenset((",", ";", "—", "–", "--", "-"))


class Bins(NamedTuple):
    """For each token how often its word is a cue or in a mention, and how often its stem is one, as bins."""

    cues: np.ndarray
    sources: np.ndarray
    stem_cues: np.ndarray


class Bounds(NamedTuple):
    """For each token the first token of what it stands in, and the token behind the last."""

    first: np.ndarray
    end: np.ndarray


class Sight:
    """What is known of each token: numbers of the lexicon (0 for unknown), flags, and places."""

    def __init__(self, texts: Texts, lexicon: Lexicon, bins: Bins | None = None):
        """`bins` stand in for the lexicon's, in training."""
        self.texts = texts
        self.places = np.arange(len(texts))
        self._forms, self._ids = seen_forms(texts)
        _, stems, suffixes, shapes = lexicon.numbers
        words = [lower(form) for form in self._forms]
        self.word = self._spread(lexicon.number_of, self._forms)
        self.stem = self._spread(lambda word: stems.get(stem(word), 0), words)
        self.suffix = self._spread(lambda word: suffixes.get(word[-3:], 0), words)
        self.suffix2 = self._spread(lambda word: suffixes.get("-" + word[-2:], 0), words)
        self.prefix = self._spread(lambda word: suffixes.get("+" + word[:4], 0), words)
        self.shape = self._spread(lambda form: shapes.get(shape_of(form), 0), self._forms)
        self.capital = self._spread(lambda form: form[:1].isupper(), self._forms)
        self.is_comma = self._spread(_COMMAS.__contains__, self._forms).astype(bool)
        self.quote = texts.is_quoted.astype(np.int64) + 2 * (texts.marks > 0)
        self.cue, self.source, self.stem_cue = bins or Bins(
            _look_up(lexicon.cues, self.word),
            _look_up(lexicon.sources, self.word),
            _look_up(lexicon.stem_cues, self.stem),
        )

    def _spread(self, value_of: Callable[[str], int], names: list[str]) -> np.ndarray:
        """A value of each token: that of its form."""
        return np.array([value_of(name) for name in names], np.int64)[self._ids]

    @cached_property
    def sentence(self) -> Bounds:
        return _bounds(self.texts.sentences, self.texts.sentence_bounds)

    @cached_property
    def paragraph(self) -> Bounds:
        return _bounds(self.texts.paragraphs, self.texts.paragraph_bounds)

    @cached_property
    def document(self) -> Bounds:
        return _bounds(self.texts.documents, self.texts.document_bounds)

    @cached_property
    def n_commas(self) -> np.ndarray:
        """How many commas there are up to each token."""
        return np.cumsum(self.is_comma)

    def at(self, values: np.ndarray, offset: int) -> np.ndarray:
        """The values of the tokens `offset` further in the same paragraph, -1 outside of it."""
        place = self.places + offset
        is_inside = (place >= self.paragraph.first) & (place < self.paragraph.end)
        return np.where(is_inside, values[np.clip(place, 0, max(len(values) - 1, 0))], -1)

    def nearest(self, flags: np.ndarray, bounds: Bounds) -> tuple[np.ndarray, np.ndarray]:
        """The place of the nearest flagged token before and behind each, -1 where there is none in bounds."""
        n = len(flags)
        left = np.maximum.accumulate(np.where(flags, self.places, -1))
        left = np.concatenate([[-1], left])[:n]
        right = np.minimum.accumulate(np.where(flags, self.places, n)[::-1])[::-1]
        right = np.concatenate([right, [n]])[1:]
        return np.where(left >= bounds.first, left, -1), np.where(right < bounds.end, right, -1)

    def word_at(self, places: np.ndarray) -> np.ndarray:
        """The word at each place, -1 for none."""
        return np.where(places >= 0, self.word[places], -1)

    def word_behind(self, places: np.ndarray) -> np.ndarray:
        """The word behind each place, -1 for none."""
        return self.word_at(np.where(places >= 0, np.minimum(places + 1, len(self.word) - 1), -1))

    def cue_at(self, places: np.ndarray) -> np.ndarray:
        """How often the word at each place is a cue, -1 for no place."""
        return np.where(places >= 0, self.cue[places], -1)

    def distance(self, places: np.ndarray) -> np.ndarray:
        """The bin of the distance to each place, -1 for none."""
        return np.where(places >= 0, np.searchsorted(_DISTANCES, np.abs(places - self.places)), -1)

    def sentence_states(self, is_cue: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Of each sentence how much is in marks (0 to 3), whether it begins so, and both with its cues
        outside of marks and its end as one number."""
        texts, quoted = self.texts, self.texts.is_quoted
        n, sizes = len(texts.sentence_bounds) - 1, np.diff(texts.sentence_bounds)
        n_quoted = np.bincount(texts.sentences[quoted], minlength=n)
        n_cues = np.minimum(np.bincount(texts.sentences[is_cue & ~quoted], minlength=n), 2)
        share = np.select([n_quoted == 0, n_quoted == sizes, n_quoted * 2 > sizes], [0, 3, 2], 1)
        begins = quoted[texts.sentence_bounds[:-1]].astype(np.int64)
        closes = quoted[texts.sentence_bounds[1:] - 1].astype(np.int64)
        return share, begins, ((n_cues * 4 + share) * 2 + begins) * 2 + closes

    def in_paragraph(self, states: np.ndarray, step: int) -> np.ndarray:
        """The state of the sentence `step` further in the same paragraph, -1 for none."""
        numbers = np.arange(len(states))
        others = np.clip(numbers + step, 0, max(len(states) - 1, 0))
        paragraph = self.texts.paragraphs[self.texts.sentence_bounds[:-1]]
        is_same = (paragraph[others] == paragraph) & (others != numbers)
        return np.where(is_same, states[others], -1)


def seen_forms(texts: Texts) -> tuple[list[str], np.ndarray]:
    """The distinct forms, and the place of each token's; all marks of quotation look alike in either role."""
    forms = [*texts.forms.to_pylist(), "“", "”"]
    return forms, np.where(texts.marks > 0, len(forms) - 1 - texts.is_open, texts.form_ids)


def _look_up(bins: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    return np.concatenate([[0], bins]).astype(np.int64)[numbers]


def _bounds(numbers: np.ndarray, bounds: np.ndarray) -> Bounds:
    return Bounds(bounds[:-1][numbers], bounds[1:][numbers])
