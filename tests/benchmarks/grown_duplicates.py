"""A large collection with planted copies, grown from the real articles beside the checkout.

Each article is put together from sentences of all real articles, and a twentieth of its words are its own, so
that no two resemble each other though every sentence stands in many. Copies of some are planted, edited in
one of five ways by up to a fifth of their words, and one notice is printed again and again with other words
for a tenth of it, as a paper prints its opening hours.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from grown_corpus import real_texts

from tenor.corpus import from_texts
from tenor.loading.duplicates.shingles import word_hashes

_FEWEST_SENTENCES = 8
_OWN_WORDS = 0.05
_LARGEST_EDIT = 0.2
_NOTICE_WORDS, _NOTICE_EDIT = 200, 0.1


class Grown(NamedTuple):
    """Word hashes, bounds of the documents, their ranks in time, and the number of the text that each copies,
    its own for the others."""

    words: np.ndarray
    bounds: np.ndarray
    ranks: np.ndarray
    earliest: np.ndarray

    def recall_and_precision(self, earliest: np.ndarray) -> tuple[float, float]:
        """The share of the copies found with their earliest text, and of the finds that are right."""
        numbers = np.arange(len(earliest))
        is_right, is_found = earliest == self.earliest, earliest != numbers
        is_copy = self.earliest != numbers
        return is_right[is_copy].mean(), is_right[is_found].mean()

    def save(self, path: Path) -> None:
        np.savez(path, **self._asdict())

    @classmethod
    def load(cls, path: Path) -> "Grown":
        with np.load(path) as arrays:
            return cls(**arrays)


def grow(n_documents: int, seed: int = 1) -> Grown:
    """`n_documents`, of which a tenth are edited copies of others, and a hundredth one notice."""
    random = np.random.default_rng(seed)
    n_copies, n_notices = n_documents // 10, n_documents // 100
    articles = _articles(n_documents - n_copies - n_notices, random)
    articles[0] = articles[0][:_NOTICE_WORDS]
    originals = random.choice(len(articles) - 1, n_copies) + 1
    copies = [_edit(articles[number], random) for number in originals.tolist()]
    notices = [_replace(articles[0], _NOTICE_EDIT, random) for _ in range(n_notices)]
    documents = [*articles, *copies, *notices]
    earliest = np.concatenate([np.arange(len(articles)), originals, np.zeros(n_notices, np.int64)])
    return _shuffle(documents, earliest, random)


def _articles(n: int, random: np.random.Generator) -> list[np.ndarray]:
    """Articles as long as the real ones, of sentences drawn from all of them."""
    corpus = from_texts(real_texts())
    hashes = word_hashes(pa.array(corpus.vocabulary["term"].to_numpy(), pa.string()))
    sentences = np.split(np.arange(len(corpus.terms)), corpus.sentence_bounds[1:-1])
    sentences = [hashes[corpus.terms[tokens[corpus.is_word[tokens]]]] for tokens in sentences]
    lengths = np.maximum(random.choice(corpus.documents["n_sentences"], n), _FEWEST_SENTENCES)
    drawn = (random.choice(len(sentences), length) for length in lengths)
    joined = (np.concatenate([sentences[number] for number in numbers]) for numbers in drawn)
    return [_replace(words, _OWN_WORDS, random) for words in joined]


def _edit(words: np.ndarray, random: np.random.Generator) -> np.ndarray:
    edit = _EDITS[random.integers(len(_EDITS))]
    return edit(words, random.uniform(0, _LARGEST_EDIT), random)


def _cut_start(words: np.ndarray, share: float, _: np.random.Generator) -> np.ndarray:
    return words[round(share * len(words)) :]


def _cut_middle(words: np.ndarray, share: float, random: np.random.Generator) -> np.ndarray:
    size = round(share * len(words))
    start = random.integers(len(words) - size + 1)
    return np.delete(words, slice(start, start + size))


def _cut_end(words: np.ndarray, share: float, _: np.random.Generator) -> np.ndarray:
    return words[: len(words) - round(share * len(words))]


def _add(words: np.ndarray, share: float, random: np.random.Generator) -> np.ndarray:
    new = random.integers(1 << 63, size=round(share * len(words)), dtype=np.uint64)
    return np.insert(words, random.integers(len(words) + 1), new)


def _replace(words: np.ndarray, share: float, random: np.random.Generator) -> np.ndarray:
    at = random.choice(len(words), round(share * len(words)), replace=False)
    words = words.copy()
    words[at] = random.integers(1 << 63, size=len(at), dtype=np.uint64)
    return words


_EDITS: list[Callable[[np.ndarray, float, np.random.Generator], np.ndarray]] = [
    _cut_start,
    _cut_middle,
    _cut_end,
    _add,
    _replace,
]


def _shuffle(documents: list[np.ndarray], earliest: np.ndarray, random: np.random.Generator) -> Grown:
    """The documents in another order; the order given, copies behind originals, becomes their rank."""
    ranks = random.permutation(len(documents))
    places = np.argsort(ranks)
    documents = [documents[number] for number in ranks]
    bounds = np.concatenate([[0], np.cumsum([len(words) for words in documents])])
    return Grown(np.concatenate(documents), bounds, ranks, places[earliest[ranks]])


if __name__ == "__main__":
    # In a process of its own: one that is started from a large one counts as large.
    grown = grow(int(sys.argv[1]))
    grown.save(Path(sys.argv[2]))
    print(len(grown.words))
