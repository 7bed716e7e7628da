"""Indices: where each term stands, and how often in each document. Both are counting sorts."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csc_array


def index_positions(terms: np.ndarray, n_terms: int) -> tuple[np.ndarray, np.ndarray]:
    """The positions of each term id below `n_terms`, ascending, term after term, and the bounds of each.

    >>> positions, bounds = index_positions(np.array([1, 0, 1]), 2)
    >>> positions.tolist(), bounds.tolist()
    ([1, 0, 2], [0, 1, 3])
    """
    from scipy.sparse import csr_array

    size = size_type(len(terms))
    row = np.array([0, len(terms)], size)
    places = csr_array((np.arange(len(terms), dtype=size), terms, row), shape=(1, n_terms)).tocsc()
    return places.data, places.indptr


def count_cells(terms: np.ndarray, document_bounds: np.ndarray, n_terms: int) -> "csc_array":
    """The table of documents by term ids below `n_terms`, without its zeros; the id `n_terms` itself stands
    for what is not counted."""
    from scipy.sparse import csc_array, csr_array

    size, n_documents = size_type(len(terms)), len(document_bounds) - 1
    rows = (np.ones(len(terms), np.int32), terms, document_bounds.astype(size))
    cells = csr_array(rows, shape=(n_documents, n_terms + 1)).tocsc()
    cells.sum_duplicates()
    bounds = cells.indptr[:-1]
    counted = slice(0, bounds[-1])
    return csc_array((cells.data[counted], cells.indices[counted], bounds), shape=(n_documents, n_terms))


def size_type(n: int) -> type:
    """The narrower type of whole numbers that can count to `n`."""
    return np.int32 if n < np.iinfo(np.int32).max else np.int64
