"""The search for near-copies from words to clusters, over all documents at once."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.loading.duplicates.candidates import candidate_pairs
from tenor.loading.duplicates.clusters import MIN_SIMILARITY, join_pairs
from tenor.loading.duplicates.likeness import Words, cluster, compare, nothing
from tenor.loading.duplicates.shingles import word_hashes
from tenor.loading.duplicates.similarities import similarities
from tenor.loading.duplicates.sketches import sketch


def hash_words(documents: Sequence[Sequence[str]]) -> tuple[np.ndarray, np.ndarray]:
    """The hash of each word of the documents, and the bounds of each document."""
    words = [word for document in documents for word in document]
    bounds = np.concatenate([[0], np.cumsum([len(document) for document in documents], dtype=np.int64)])
    return word_hashes(pa.array(words, pa.string())), bounds


def find_clusters(
    words: np.ndarray, bounds: np.ndarray, ranks: np.ndarray, min_similarity: float = MIN_SIMILARITY
) -> np.ndarray:
    """The number of the earliest member of each document's cluster."""

    def resemble(pairs: np.ndarray) -> np.ndarray:
        return similarities(words, bounds, pairs).resemblance

    pairs = candidate_pairs(sketch(words, bounds))
    return join_pairs(pairs, resemble(pairs), ranks, resemble, min_similarity)


def mark_clusters(corpus: Corpus) -> Corpus:
    """`corpus`, its documents with the clusters and similarities that a build would give them."""
    words, n = Words(corpus), len(corpus.documents)
    likeness = compare(words, nothing().follow(np.full(n, -1)), np.ones(n, bool))
    clusters = cluster(corpus.documents, words, likeness)
    for name in clusters:
        corpus.documents[name] = clusters[name]
    return corpus
