"""Which documents of a corpus are nearly the same, compared anew only for those that are new or changed."""

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.columns import read_columns, write_columns
from tenor.corpus.selections import order_of_publication
from tenor.loading.counts import in_blocks
from tenor.loading.duplicates.candidates import candidate_pairs
from tenor.loading.duplicates.clusters import MIN_SIMILARITY, join_pairs
from tenor.loading.duplicates.shingles import word_hashes
from tenor.loading.duplicates.similarities import similarities
from tenor.loading.duplicates.sketches import N_BINS, sketch

# The words of the documents of so many pairs are held in memory at a time.
_BLOCK_PAIRS = 1000
_FILE = "likeness.arrow"


@dataclass(frozen=True)
class Likeness:
    """The documents compared: their `sketches`, a row each; the numbers of two that are nearly the same, the
    lower `one` and the `other`; and the `resemblance` of each such pair."""

    sketches: np.ndarray
    one: np.ndarray
    other: np.ndarray
    resemblance: np.ndarray

    def follow(self, numbers: np.ndarray) -> "Likeness":
        """The same for documents that had these numbers, -1 for those that are new."""
        sketches = np.zeros((len(numbers), N_BINS), np.uint32)
        known = np.flatnonzero(numbers >= 0)
        sketches[known] = self.sketches[numbers[known]]
        now = np.full(len(self.sketches), -1, np.int64)
        now[numbers[known]] = known
        one, other = now[self.one], now[self.other]
        kept = (one >= 0) & (other >= 0)
        pairs = np.sort(np.column_stack([one, other])[kept], axis=1)
        return Likeness(sketches, *pairs.T, self.resemblance[kept])


def nothing() -> Likeness:
    """The likeness of no documents."""
    none = np.zeros(0, np.int64)
    return Likeness(np.zeros((0, N_BINS), np.uint32), none, none, np.zeros(0))


class Words:
    """The words of a corpus that count, as hashes."""

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self._hashes = word_hashes(pa.array(corpus.vocabulary["term"], pa.large_string()))

    def of(self, documents: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The words of the documents with these numbers, and the bounds of each."""
        corpus = self._corpus.take(documents)
        n_before = np.concatenate([[0], np.cumsum(corpus.is_counted)])
        return self._hashes[corpus.terms[corpus.is_counted]], n_before[corpus.document_bounds]

    def resemblance(self, pairs: np.ndarray) -> np.ndarray:
        """Of each pair of documents; see `similarities`."""
        found = [np.zeros(0)]
        for start in range(0, len(pairs), _BLOCK_PAIRS):
            concerned, places = np.unique(pairs[start : start + _BLOCK_PAIRS], return_inverse=True)
            found.append(similarities(*self.of(concerned), places.reshape(-1, 2)).resemblance)
        return np.concatenate(found)


def compare(words: Words, known: Likeness, fresh: np.ndarray) -> Likeness:
    """The likeness of all documents, of which those that are not `fresh` are `known` already."""
    sketches = known.sketches
    for numbers in in_blocks(np.flatnonzero(fresh)):
        sketches[numbers] = sketch(*words.of(numbers))
    pairs = candidate_pairs(sketches, fresh=fresh)
    resemblance = words.resemblance(pairs)
    near = resemblance >= MIN_SIMILARITY
    one, other = pairs[near].T
    return Likeness(
        sketches,
        np.concatenate([known.one, one]),
        np.concatenate([known.other, other]),
        np.concatenate([known.resemblance, resemblance[near]]),
    )


def cluster(documents: pd.DataFrame, words: Words, likeness: Likeness) -> pd.DataFrame:
    """The `cluster` of each document, which is the `doc_id` of its earliest member, and the `similarity` to
    that one (0 to 1, Jaccard's index of their shingles; missing for a document that is alone)."""
    ranks = np.empty(len(documents), np.int64)
    ranks[order_of_publication(documents)] = np.arange(len(documents))
    pairs = np.column_stack([likeness.one, likeness.other])
    earliest = join_pairs(pairs, likeness.resemblance, ranks, words.resemblance)
    similarity = np.full(len(documents), np.nan)
    later = np.flatnonzero(earliest != np.arange(len(documents)))
    similarity[earliest[later]] = 1
    similarity[later] = words.resemblance(np.column_stack([earliest[later], later]))
    cluster = documents["doc_id"].take(earliest).reset_index(drop=True)
    return pd.DataFrame({"cluster": cluster, "similarity": similarity})


def write_likeness(likeness: Likeness, folder: Path) -> None:
    """Write it into `folder`, which must exist."""
    columns = {field.name: getattr(likeness, field.name).reshape(-1) for field in fields(likeness)}
    write_columns(columns, folder / _FILE)


def read_likeness(folder: Path) -> Likeness:
    """What `write_likeness` wrote."""
    columns = read_columns(folder / _FILE)
    sketches, *others = (columns[field.name].to_numpy() for field in fields(Likeness))
    return Likeness(sketches.reshape(-1, N_BINS), *others)
