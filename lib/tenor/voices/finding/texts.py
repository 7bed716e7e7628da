"""Documents as the tagger reads them: tokens in sentences and paragraphs, and which stand in marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus import Corpus

# About this many tokens are read at a time: their features stay small.
_BATCH = 200_000
# No paragraph is longer to the tagger; a longer one is cut between tokens.
_LONGEST = 2_000
_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_SINGLE_OPENING, _SINGLE_CLOSING = "‘", "’"
# What a token does to the state of quotation.
_NOTHING, _OPENS, _CLOSES, _TURNS = range(4)


@dataclass(frozen=True)
class Texts:
    """The tokens of some documents of a corpus.

    `forms` holds the distinct words and marks as written. `form_ids`, `starts`, `ends` have one entry a
    token, and `is_boilerplate` whether it is set apart; `document_bounds`, `paragraph_bounds` and
    `sentence_bounds` the first token of each, and an end; what is set apart is a paragraph of its own.
    `first` is the number of the first document in the corpus, `texts` are their texts.
    """

    forms: pa.Array
    form_ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    document_bounds: np.ndarray
    paragraph_bounds: np.ndarray
    sentence_bounds: np.ndarray
    is_boilerplate: np.ndarray
    texts: list[str]
    first: int

    def __len__(self) -> int:
        return len(self.form_ids)

    @cached_property
    def paragraphs(self) -> np.ndarray:
        """The number of the paragraph of each token."""
        return _numbers(self.paragraph_bounds)

    @cached_property
    def sentences(self) -> np.ndarray:
        """The number of the sentence of each token."""
        return _numbers(self.sentence_bounds)

    @cached_property
    def documents(self) -> np.ndarray:
        """The number of the document of each token, counted from the first of these."""
        return _numbers(self.document_bounds)

    @cached_property
    def marks(self) -> np.ndarray:
        """What each token does: 1 opens a quotation, 2 closes one, 3 is a straight mark that does either."""
        acts = np.zeros(len(self.forms), np.int8)
        for signs, act in ((_OPENING, _OPENS), (_CLOSING, _CLOSES), (_STRAIGHT, _TURNS)):
            acts[_is_in(self.forms, signs)] = act
        marks = acts[self.form_ids]
        return self._with_single_marks(marks)

    def _with_single_marks(self, marks: np.ndarray) -> np.ndarray:
        """In documents without double marks, the single ones quote."""
        n = len(self.document_bounds) - 1
        has_double = np.bincount(self.documents[marks > 0], minlength=n) > 0
        acts = np.zeros(len(self.forms), np.int8)
        acts[_is_in(self.forms, _SINGLE_OPENING)] = _OPENS
        acts[_is_in(self.forms, _SINGLE_CLOSING)] = _CLOSES
        return np.where(has_double[self.documents], marks, acts[self.form_ids])

    @cached_property
    def is_quoted(self) -> np.ndarray:
        """Whether each token stands in quotation marks of its paragraph; the marks themselves count as in."""
        return self.is_open | (self.marks == _CLOSES) | (self.marks == _TURNS)

    @cached_property
    def is_open(self) -> np.ndarray:
        """Whether a quotation is open behind each token; it ends with its paragraph at the latest."""
        n = len(self)
        places = np.arange(n)
        firsts = self.paragraph_bounds[:-1][self.paragraphs]
        is_curly = (self.marks == _OPENS) | (self.marks == _CLOSES)
        last_curly = np.maximum.accumulate(np.where(is_curly, places, -1)) if n else places
        has_curly = last_curly >= firsts
        is_open = has_curly & (self.marks[last_curly] == _OPENS)
        turns = np.cumsum(np.concatenate([[0], self.marks == _TURNS]))
        since = np.where(has_curly, last_curly + 1, firsts)
        return is_open ^ ((turns[places + 1] - turns[since]) % 2 == 1)


def read_texts(corpus: Corpus, tokens: int | None = _BATCH) -> Iterator[Texts]:
    """The documents of a corpus in batches of about `tokens` tokens, or all at once."""
    bounds = corpus.document_bounds
    first, n_documents = 0, len(corpus.documents)
    forms, form_ids, _ = corpus.pieces.join_forms()
    while first < n_documents:
        limit = bounds[first] + (tokens or len(form_ids))
        end = int(np.searchsorted(bounds, limit, side="right")) - 1
        end = min(max(end, first + 1), n_documents)
        yield _read_batch(corpus, forms, form_ids, first, end)
        first = end


def _read_batch(corpus: Corpus, forms: pa.Array, form_ids: np.ndarray, first: int, end: int) -> Texts:
    start, stop = corpus.document_bounds[[first, end]]
    used, ids = np.unique(form_ids[start:stop], return_inverse=True)
    low, high = np.searchsorted(corpus.sentence_bounds, [start, stop])
    sentences = np.append(corpus.sentence_bounds[low:high], stop) - start
    places = np.arange(start, stop)
    texts = [corpus.text(number) for number in range(first, end)]
    documents = corpus.document_bounds[first : end + 1] - start
    starts, ends = corpus.starts_at(places), corpus.ends_at(places)
    apart = (
        np.concatenate([edges[(edges >= start) & (edges < stop)] for edges in corpus.marked_tokens]) - start
    )
    lines = _behind_breaks(sentences, documents, starts, ends, texts)
    paragraphs = _cut(np.unique(np.concatenate([documents, apart, lines])))
    return Texts(
        forms.take(pa.array(used)),
        ids.astype(np.int32).reshape(-1),
        *(starts, ends, documents, paragraphs, sentences, corpus.is_boilerplate[start:stop], texts, first),
    )


def _behind_breaks(
    sentences: np.ndarray, documents: np.ndarray, starts: np.ndarray, ends: np.ndarray, texts: list[str]
) -> np.ndarray:
    """The first tokens of the sentences that stand behind a line break."""
    found = [documents[:0]]
    for text, low, high in zip(texts, documents[:-1], documents[1:], strict=True):
        breaks = np.flatnonzero(np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32) == 10)
        firsts = sentences[np.searchsorted(sentences, low, side="right") : np.searchsorted(sentences, high)]
        is_behind = np.searchsorted(breaks, starts[firsts]) > np.searchsorted(breaks, ends[firsts - 1])
        found.append(firsts[is_behind])
    return np.concatenate(found)


def _cut(bounds: np.ndarray) -> np.ndarray:
    """The bounds of paragraphs, and those that cut what is too long."""
    if len(bounds) < 2 or np.diff(bounds).max() <= _LONGEST:
        return bounds
    return np.union1d(bounds, np.concatenate([np.arange(*pair, _LONGEST) for pair in pairwise(bounds)]))


def _numbers(bounds: np.ndarray) -> np.ndarray:
    return np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))


def _is_in(forms: pa.Array, signs: str) -> np.ndarray:
    return pc.is_in(forms, pa.array(list(signs))).to_numpy(zero_copy_only=False)
