"""The tokens and sentences of a corpus as arrays, made of its pieces when they are first asked for."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tenor.corpus.indices import count_cells, index_positions, size_type
from tenor.corpus.marks import find_marked_tokens
from tenor.corpus.pieces import Pieces
from tenor.corpus.voices import BOILERPLATE, VOICES, Chosen, paint

if TYPE_CHECKING:
    from scipy.sparse import csc_array

# Counting this many tokens at a time leaves no wide copy of them all.
_BLOCK = 2_000_000


class TokenArrays:
    """What there is to know of the tokens of some documents; see `tenor.corpus.Corpus`.

    Attributes
    ----------
    terms, starts, ends
        One entry a token: its term id, and its span in characters of the document's text as loaded.
    document_bounds, sentence_bounds
        Document `d` has the tokens from `document_bounds[d]` to `document_bounds[d + 1]`; sentences likewise.
    sentence_documents
        One entry a sentence: the number of its document.
    """

    vocabulary: pd.DataFrame
    pieces: Pieces
    marks: pd.DataFrame
    quotations: pd.DataFrame
    chosen: Chosen

    @cached_property
    def terms(self) -> np.ndarray:
        """The term id of each token."""
        return self.pieces.join_terms()

    @cached_property
    def starts(self) -> np.ndarray:
        """The first character of each token, counted from the start of its text."""
        return self.pieces.join("starts")

    @cached_property
    def ends(self) -> np.ndarray:
        """The character behind each token."""
        return self.pieces.join("ends")

    def starts_at(self, positions: np.ndarray) -> np.ndarray:
        """The first character of each of some tokens."""
        return self.pieces.read_starts(positions)

    def ends_at(self, positions: np.ndarray) -> np.ndarray:
        """The character behind each of some tokens."""
        return self.pieces.read_ends(positions)

    @property
    def document_bounds(self) -> np.ndarray:
        """The first token of each document, and the number of tokens."""
        return self.pieces.document_bounds

    @cached_property
    def sentence_bounds(self) -> np.ndarray:
        """The first token of each sentence, and the number of tokens; a mark is a sentence of its own."""
        bounds = self.pieces.sentence_bounds
        return np.union1d(bounds, np.concatenate(self.marked_tokens)) if len(self.marks) else bounds

    @cached_property
    def marked_tokens(self) -> tuple[np.ndarray, np.ndarray]:
        """The first token of each mark, and the token behind its last."""
        return self._find_tokens(self.marks)

    @cached_property
    def _quoted_tokens(self) -> tuple[np.ndarray, np.ndarray]:
        return self._find_tokens(self.quotations)

    def _find_tokens(self, spans: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
        # The starts of all tokens are joined for this and not kept: they are as large as the terms.
        return find_marked_tokens(spans, self.pieces.join("starts"), self.document_bounds)

    @cached_property
    def is_boilerplate(self) -> np.ndarray:
        """Whether each token stands in a mark."""
        return paint(len(self.terms), *self.marked_tokens, np.ones(len(self.marks), bool), False)

    @cached_property
    def token_voices(self) -> np.ndarray:
        """The voice of each token, by its place in `tenor.corpus.voices.VOICES`."""
        kinds = self.quotations["kind"].cat.codes.to_numpy(np.int8)
        voices = paint(len(self.terms), *self._quoted_tokens, kinds, 0)
        return np.where(self.is_boilerplate, np.int8(BOILERPLATE), voices)

    @cached_property
    def token_speakers(self) -> np.ndarray:
        """The speaker of each token, by its place in `speakers`, -1 where nobody is named."""
        if self.quotations.empty:
            return np.broadcast_to(np.int32(-1), self.terms.shape)
        codes = self.quotations["speaker"].cat.codes.to_numpy(np.int32)
        speakers = paint(len(self.terms), *self._quoted_tokens, codes, -1)
        return np.where(self.is_boilerplate, np.int32(-1), speakers)

    @property
    def speakers(self) -> list[str]:
        """The speakers of all quotations, in alphabetical order."""
        return self.quotations["speaker"].cat.categories.tolist()

    @cached_property
    def _is_left_out(self) -> np.ndarray:
        """Whether measures leave each token out: boilerplate, and the voices that were not chosen."""
        if not self.chosen:
            return self.is_boilerplate
        return self.is_boilerplate | ~self._is_chosen(self.token_voices, self.token_speakers)

    def _is_chosen(self, voices: np.ndarray, speakers: np.ndarray) -> np.ndarray:
        return self.chosen.are_chosen(voices, speakers, self.speakers)

    @property
    def _counts_all(self) -> bool:
        return not (len(self.marks) or self.chosen)

    @cached_property
    def counted_terms(self) -> np.ndarray:
        """The term id of each token, and for those that no measure counts the size of the vocabulary."""
        if self._counts_all:
            return self.terms
        return np.where(self._is_left_out, np.int32(len(self.vocabulary)), self.terms)

    @cached_property
    def is_counted(self) -> np.ndarray:
        """Whether each token is a word that measures count: no mark, no boilerplate, of a chosen voice."""
        return self.is_word if self._counts_all else self.is_word & ~self._is_left_out

    @cached_property
    def frequencies(self) -> np.ndarray:
        """How many counted tokens have each term id, marks included."""
        n_terms = len(self.vocabulary)
        counts = np.zeros(n_terms + 1, np.int64)
        for start in range(0, len(self.terms), _BLOCK):
            counts += np.bincount(self.counted_terms[start : start + _BLOCK], minlength=n_terms + 1)
        return counts[:-1]

    @cached_property
    def counts(self) -> "csc_array":
        """The table of documents by term ids, without its zeros; marks have columns, too."""
        return count_cells(self.counted_terms, self.document_bounds, len(self.vocabulary))

    @cached_property
    def index(self) -> tuple[np.ndarray, np.ndarray]:
        """The positions of the counted tokens, term id after term id, and the bounds of each."""
        places, bounds = index_positions(self.counted_terms, len(self.vocabulary) + 1)
        return places[: bounds[-2]], bounds[:-1]

    def positions(self, term_ids: Sequence[int]) -> np.ndarray:
        """Where the counted tokens with one of these term ids stand, ascending."""
        places, bounds = self.index
        found = [places[bounds[term] : bounds[term + 1]] for term in term_ids]
        return found[0] if len(found) == 1 else np.sort(np.concatenate([places[:0], *found]))

    @cached_property
    def is_word(self) -> np.ndarray:
        """Whether each token is a word; the others are marks."""
        return self.vocabulary["is_word"].to_numpy()[self.terms]

    @cached_property
    def words(self) -> np.ndarray:
        """The positions of the tokens that are words, counted or not."""
        return np.flatnonzero(self.is_word).astype(size_type(len(self.terms)))

    def count_words_before(self, positions: np.ndarray) -> np.ndarray:
        """How many words stand before each position."""
        # Of another type, all words would be converted in each search.
        return np.searchsorted(self.words, positions.astype(self.words.dtype))

    @cached_property
    def token_documents(self) -> np.ndarray:
        """The number of the document of each token."""
        sizes = np.diff(self.document_bounds)
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    @cached_property
    def token_sentences(self) -> np.ndarray:
        """The number of the sentence of each token."""
        sizes = np.diff(self.sentence_bounds)
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    @cached_property
    def sentence_documents(self) -> np.ndarray:
        """The number of the document of each sentence."""
        firsts = self.sentence_bounds[:-1]
        return (np.searchsorted(self.document_bounds, firsts, side="right") - 1).astype(np.int32)

    @property
    def tokens(self) -> pd.DataFrame:
        """One row a token: `doc`, `sentence`, `term` (text, not id), `start`, `end`, `is_word`, `voice`,
        `speaker` (missing where nobody is named)."""
        return pd.DataFrame(
            {
                "doc": self.token_documents,
                "sentence": self.token_sentences,
                "term": self.vocabulary["term"].to_numpy()[self.terms],
                "start": self.starts,
                "end": self.ends,
                "is_word": self.is_word,
                "voice": pd.Categorical.from_codes(self.token_voices, list(VOICES)),
                "speaker": pd.Categorical.from_codes(self.token_speakers, self.speakers),
            }
        )

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: `doc`, `start` and `end` in characters, `n_tokens`, `n_words`, `voice` and
        `speaker`: those of most of its words, of equally many the first of `VOICES` and of the alphabet;
        `is_counted`: no boilerplate, and of a chosen voice and speaker."""
        firsts, lasts = self.sentence_bounds[:-1], self.sentence_bounds[1:] - 1
        words_before = np.concatenate([[0], np.cumsum(self.is_word)])
        voices, speakers = self._sentence_voices, self._sentence_speakers
        return pd.DataFrame(
            {
                "doc": self.sentence_documents,
                "start": self.starts_at(firsts),
                "end": self.ends_at(lasts),
                "n_tokens": np.diff(self.sentence_bounds),
                "n_words": np.diff(words_before[self.sentence_bounds]),
                "voice": pd.Categorical.from_codes(voices, list(VOICES)),
                "speaker": pd.Categorical.from_codes(speakers, self.speakers),
                "is_counted": (voices != BOILERPLATE) & self._is_chosen(voices, speakers),
            }
        )

    @cached_property
    def _sentence_voices(self) -> np.ndarray:
        """The voice of most words of each sentence, and of its first token where it has no word."""
        if self.quotations.empty:
            return self.token_voices[self.sentence_bounds[:-1]]
        n = len(self.sentence_bounds) - 1
        cells = self.token_sentences[self.is_word] * len(VOICES) + self.token_voices[self.is_word]
        n_words = np.bincount(cells, minlength=n * len(VOICES)).reshape(n, len(VOICES))
        first = self.token_voices[self.sentence_bounds[:-1]]
        return np.where(n_words.any(axis=1), n_words.argmax(axis=1), first).astype(np.int8)

    @cached_property
    def _sentence_speakers(self) -> np.ndarray:
        """The speaker of most words of each sentence that is in a quoted voice, -1 for none."""
        speakers = np.full(len(self.sentence_bounds) - 1, -1, np.int32)
        is_spoken = self.is_word & (self.token_speakers >= 0)
        pairs = np.stack([self.token_sentences[is_spoken], self.token_speakers[is_spoken]])
        (sentence, speaker), n_words = np.unique(pairs, axis=1, return_counts=True)
        order = np.lexsort([-speaker, n_words])
        speakers[sentence[order]] = speaker[order]
        return np.where(np.isin(self._sentence_voices, (0, BOILERPLATE)), np.int32(-1), speakers)
