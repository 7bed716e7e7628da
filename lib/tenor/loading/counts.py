"""The words and sentences of each document without boilerplate, counted anew only where something changed."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.marks import take_marks

COUNTS = ("n_words", "n_sentences", "n_boilerplate")
BLOCK_DOCUMENTS = 2000
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)


def count_documents(
    raw: Corpus, marks: pd.DataFrame, known: pa.Table | None, old: np.ndarray
) -> tuple[pa.Table, np.ndarray]:
    """One row a document: the `COUNTS` of the corpus `raw` with these marks, and a digest of its `marks`.

    `known` is such a table of an earlier build, `old` each document's row there, -1 for none. Also returned:
    which documents are new or marked otherwise than before.
    """
    digests = _digests(marks, len(old))
    fresh = old < 0
    whole = raw.documents.assign(n_boilerplate=0)
    columns = {name: whole[name].to_numpy(np.int64, copy=True) for name in COUNTS}
    if known is not None:
        fresh |= known["marks"].to_numpy()[old] != digests
        columns = {name: np.where(fresh, columns[name], known[name].to_numpy()[old]) for name in COUNTS}
    is_marked = np.bincount(marks["doc"], minlength=len(old)) > 0
    for numbers in in_blocks(np.flatnonzero(fresh & is_marked)):
        counted = raw.take(numbers).with_marks(take_marks(marks, numbers, len(old))).documents
        for name, column in columns.items():
            column[numbers] = counted[name]
    return pa.table({**columns, "marks": digests}), fresh


def in_blocks(numbers: np.ndarray) -> Iterator[np.ndarray]:
    """`numbers` of documents in parts whose tokens fit into memory."""
    for start in range(0, len(numbers), BLOCK_DOCUMENTS):
        yield numbers[start : start + BLOCK_DOCUMENTS]


def _digests(marks: pd.DataFrame, n_documents: int) -> np.ndarray:
    """A number for each document that differs where its marks do."""
    columns = [marks[name].to_numpy().astype(np.uint64) + np.uint64(1) for name in ("start", "end")]
    mixed = columns[0] * _FACTORS[0] ^ columns[1] * _FACTORS[1]
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _FACTORS[2]
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    bounds = np.searchsorted(marks["doc"], np.arange(n_documents + 1))
    return np.diff(sums[bounds])
