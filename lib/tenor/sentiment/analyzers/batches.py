"""Batches: texts as the analyzers take them, made of strings or of the tokens of a corpus."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.ranges import gather
from tenor.corpus.tokens import tokenize
from tenor.sentiment.analyzers.chunks import Chunks, glue, split_texts

# The analyzers know straight marks only: VADER takes "isn’t good" for praise and misses “good”. Sources
# differ in their marks, so that without this they would seem to differ in tone. One character for one.
STRAIGHT_MARKS = {"‘": "'", "’": "'", "“": '"', "”": '"'}


_STRAIGHT = str.maketrans(STRAIGHT_MARKS)


def straighten(text: str) -> str:
    """A text with straight quotation marks and apostrophes.

    >>> straighten("“It isn’t.”")
    '"It isn\\'t."'
    """
    return text.translate(_STRAIGHT)


@dataclass(frozen=True)
class Tokens:
    """The tokens of some texts: text `i` has those from `bounds[i]` to `bounds[i + 1]`.

    `forms` holds words and marks as written, `ids` the place of each token among them.
    """

    forms: pa.StringArray
    ids: np.ndarray
    bounds: np.ndarray


@dataclass(frozen=True)
class TextBatch:
    """Texts given as strings; `n_curly` of them had curly marks."""

    texts: Sequence[str]
    n_curly: int = 0

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def chunks(self) -> Chunks:
        """What stands between white space."""
        return split_texts(pa.array(self.texts, pa.large_string()))

    @cached_property
    def tokens(self) -> Tokens:
        """Words and marks."""
        found = tokenize([text.encode() for text in self.texts])
        encoded = found.forms.dictionary_encode()
        return Tokens(encoded.dictionary, encoded.indices.to_numpy(), found.bounds)

    def find_repeated(self) -> tuple[np.ndarray, np.ndarray]:
        """The numbers of the distinct texts, and the place of each text among them."""
        places: dict[str, int] = {}
        rows = np.array([places.setdefault(text, len(places)) for text in self.texts], np.int64)
        return np.unique(rows, return_index=True)[1], rows

    def take(self, numbers: np.ndarray) -> "TextBatch":
        """The texts with these numbers."""
        return TextBatch([self.texts[number] for number in numbers.tolist()])


@dataclass(frozen=True)
class TokenBatch:
    """Texts given as their tokens; `is_glued` says of each token whether it touches the one before.

    Curly quotation marks and apostrophes count as straight ones.
    """

    tokens: Tokens
    is_glued: np.ndarray

    def __len__(self) -> int:
        return len(self.tokens.bounds) - 1

    @property
    def n_curly(self) -> int:
        """How many of the texts have curly marks."""
        is_curly = pc.match_substring_regex(self.tokens.forms, f"[{''.join(STRAIGHT_MARKS)}]")
        places = np.flatnonzero(is_curly.to_numpy(zero_copy_only=False)[self.tokens.ids])
        return len(np.unique(np.searchsorted(self.tokens.bounds, places, side="right")))

    @cached_property
    def chunks(self) -> Chunks:
        """What stands between white space."""
        tokens = self.tokens
        chunks = glue(tokens.forms, tokens.ids, tokens.bounds, self.is_glued)
        for curly, straight in STRAIGHT_MARKS.items():
            chunks.strings = pc.replace_substring(chunks.strings, curly, straight)
        return chunks

    def take(self, numbers: np.ndarray) -> "TokenBatch":
        """The texts with these numbers, with the forms that they use."""
        positions, bounds = gather(self.tokens.bounds, numbers)
        used = pa.array(self.tokens.ids[positions]).dictionary_encode()
        forms = self.tokens.forms.take(used.dictionary)
        return TokenBatch(Tokens(forms, used.indices.to_numpy(), bounds), self.is_glued[positions])

    def find_repeated(self) -> tuple[np.ndarray, np.ndarray]:
        """The numbers of the distinct texts, and the place of each text among them."""
        bounds = self.tokens.bounds
        codes = self.tokens.ids * np.int64(2) + self.is_glued
        _, firsts, places = np.unique(_hash(codes, bounds), return_index=True, return_inverse=True)
        like, _ = gather(bounds, firsts[places])
        if len(like) != len(codes) or not np.array_equal(codes[like], codes):
            return np.arange(len(self)), np.arange(len(self))  # two texts have one hash
        return firsts, places


def _hash(codes: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """A number for each text that is the same for the same codes in the same order."""
    sizes = np.diff(bounds)
    weights = np.random.default_rng(1).integers(1 << 63, size=sizes.max(initial=0), dtype=np.uint64)
    mixed = (codes.astype(np.uint64) + np.uint64(1)) * weights[
        np.arange(len(codes)) - np.repeat(bounds[:-1], sizes)
    ]
    mixed ^= mixed >> np.uint64(29)
    before = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    return np.diff(before[bounds])
