"""Lines that a source prints in many of its documents: "Sign up for our newsletter"."""

from collections.abc import Iterable
from zlib import crc32

import numpy as np

from tenor.loading.texts.lines import Line

# A line is repeated if it stands in this share of its source's documents, or in this one where most documents
# with it have it twice or more, as a song has its refrain and a page its "Story continues below".
_SHARE, _RECURRING_SHARE = 0.01, 0.25
# Documents with more of their characters in repeated lines than this are copies, whole or in part.
_COPIED = 1 / 3
# What somebody says is no furniture, however often it is said.
_QUOTES, _SPEAKERS = '“"«„‘', ("Q:", "A:")
_MIX = np.uint64(0x9E3779B97F4A7C15)


def line_spans(lines: Iterable[Line]) -> list[tuple[int, int, int]]:
    """Start, end and digest of each of the `lines` of a text that may be furniture.

    It has at least two words and begins neither as speech nor, with a small letter, in the middle of a
    sentence that a line end parts. Equal lines have equal digests, whole numbers below 2^64 that are the same
    on every machine; unequal ones share a digest about once in 2^32.

    >>> from tenor.loading.texts.lines import lines_of
    >>> line_spans(lines_of("PORT SELLA\\n\\n  Read more.\\n"))[1][:2]
    (14, 24)
    """
    return [
        (start, start + len(line), len(line) << 32 | crc32(line.encode(errors="surrogatepass")))
        for start, line in lines
        if (" " in line or len(line.split(None, 1)) > 1)
        and not (line[0] in _QUOTES or line[0].islower() or line[:2] in _SPEAKERS)
    ]


def find_repeated(
    digests: np.ndarray,
    bounds: np.ndarray,
    sizes: np.ndarray,
    sources: np.ndarray,
    *,
    min_documents: int = 5,
) -> np.ndarray:
    """Whether each line is repeated: the furniture of its source, not its journalism.

    `digests` and `sizes` hold the digest and the characters of the lines of all documents, those of document
    `i` from `bounds[i]` to `bounds[i + 1]`; `sources[i]` is the code of its source, -1 where it is unknown.

    A line is repeated if it stands in at least `min_documents` documents of its source and in one of a
    hundred. Documents that consist of such lines for more than a third, such as five editions of one agency
    report, are copies of each other and do not count, so that only what other documents confirm is marked in
    them. Where documents have a line several times it may be a refrain or a stage direction: it must stand in
    every fourth document. In documents without source nothing is repeated.
    """
    documents = np.repeat(np.arange(len(sources)), np.diff(bounds))
    lines = np.flatnonzero(sources[documents] >= 0)
    keys = digests[lines] ^ (sources[documents[lines]].astype(np.uint64) * _MIX)
    order = np.argsort(keys, kind="stable")
    lines = lines[order]
    groups = _Groups(keys[order], documents[lines], sources)
    is_repeated = np.zeros(len(digests), bool)
    is_repeated[lines] = groups.are_repeated(np.ones(len(sources), bool), min_documents)
    n_repeated = np.bincount(documents, sizes * is_repeated, len(sources))
    is_copy = n_repeated > _COPIED * np.bincount(documents, sizes, len(sources))
    is_repeated[lines] = groups.are_repeated(~is_copy, min_documents)
    return is_repeated


class _Groups:
    """Equal lines of one source: their `keys`, sorted, and their documents, in order within each key."""

    def __init__(self, keys: np.ndarray, documents: np.ndarray, sources: np.ndarray):
        starts = np.ones(len(keys), bool)
        starts[1:] = keys[1:] != keys[:-1]
        self._documents = documents
        self._group = np.cumsum(starts) - 1
        # Whether the line is the first of its kind in its document.
        self._is_first = starts.copy()
        self._is_first[1:] |= documents[1:] != documents[:-1]
        self._n_possible = np.bincount(sources[sources >= 0])[sources[documents[starts]]]

    def are_repeated(self, counted: np.ndarray, min_documents: int) -> np.ndarray:
        """Whether each line is repeated, judged by the documents that are `counted`."""
        weights = counted[self._documents]
        n_lines = np.bincount(self._group, weights, len(self._n_possible))
        n_documents = np.bincount(self._group, weights & self._is_first, len(self._n_possible))
        share = np.where(n_lines < 1.5 * n_documents, _SHARE, _RECURRING_SHARE)
        needed = np.maximum(min_documents, share * self._n_possible)
        return (n_documents >= needed)[self._group]
