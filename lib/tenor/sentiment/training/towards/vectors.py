"""Vectors of words, from which words they stand beside in some texts."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

_WINDOW = 5
_LEAST = 5
_MOST_WORDS = 12_000
# Rare neighbours count for more than by chance; this power of their frequency takes it back (Levy et al.).
_SMOOTHING = 0.75


def word_vectors(texts: Sequence[Sequence[str]], size: int) -> tuple[dict[str, int], np.ndarray]:
    """The rows of words in a table of vectors of length 1, for words that occur at least 5 times.

    `texts` are lists of words. Vectors are the leading parts of the positive pointwise mutual information of
    words within 5 of one another, nearer ones counting for more.

    References
    ----------
    Levy, Goldberg & Dagan 2015, "Improving distributional similarity with lessons learned from word
    embeddings".

    >>> rows, vectors = word_vectors([["the", "dam", "broke"], ["the", "dam", "holds"]] * 5, 1)
    >>> sorted(rows), vectors.shape
    (['broke', 'dam', 'holds', 'the'], (4, 1))
    """
    from scipy.sparse.linalg import svds

    counts = Counter(word for text in texts for word in text)
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_WORDS]
    rows = {word: row for row, (word, count) in enumerate(common) if count >= _LEAST}
    size = min(size, len(rows) - 1)
    if size < 1:
        return {}, np.zeros((0, 0))
    left, strengths, _ = svds(_information(texts, rows), size, v0=np.ones(len(rows)))
    vectors = left * np.sqrt(strengths)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return rows, vectors / np.maximum(lengths, 1e-9)


def _information(texts: Sequence[Sequence[str]], rows: dict[str, int]):
    from scipy.sparse import csr_array

    table = csr_array((len(rows), len(rows)))
    # Texts are set apart by a run of unknown words, so that no window reaches across.
    gap = [-1] * _WINDOW
    line = np.array([row for text in texts for row in [*(rows.get(word, -1) for word in text), *gap]])
    for step in range(1, _WINDOW + 1):
        one, other = line[:-step], line[step:]
        both = (one >= 0) & (other >= 0)
        pairs = (np.full(both.sum(), 1 / step), (one[both], other[both]))
        table = table + csr_array(pairs, shape=table.shape)
    cells = (table + table.T).tocoo()
    totals = np.bincount(cells.row, weights=cells.data, minlength=len(rows))
    shares = totals**_SMOOTHING / (totals**_SMOOTHING).sum()
    values = np.log(cells.data / (totals[cells.row] * shares[cells.col]))
    is_more = values > 0
    return csr_array((values[is_more], (cells.row[is_more], cells.col[is_more])), shape=table.shape)
