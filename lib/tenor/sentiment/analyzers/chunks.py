"""Chunks: what stands between white space in a text, the unit that TextBlob and VADER begin with.

A chunk is a word with the marks that stick to it. Each distinct one is looked up once, however often it
occurs; all else is done on their numbers.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

# Chunks of more tokens, such as a line of dots, are joined one by one.
_MOST_JOINED = 6


class Chunks:
    """The chunks of some texts, in order.

    Attributes
    ----------
    strings
        The distinct chunks, or more.
    ids
        One entry a chunk: its place among `strings`.
    bounds
        Text `i` has the chunks from `bounds[i]` to `bounds[i + 1]`.
    """

    def __init__(self, strings: pa.StringArray, ids: np.ndarray, bounds: np.ndarray):
        self.strings, self.ids, self.bounds = strings, ids, bounds

    @property
    def sizes(self) -> np.ndarray:
        """How many chunks each text has."""
        return np.diff(self.bounds)

    @cached_property
    def texts(self) -> np.ndarray:
        """The number of the text that each chunk is in."""
        return np.repeat(np.arange(len(self.bounds) - 1, dtype=np.int32), self.sizes)

    @cached_property
    def _words(self) -> list[str]:
        return self.strings.to_pylist()

    def words(self, text: int) -> list[str]:
        """The chunks of one text."""
        return [self._words[i] for i in self.ids[self.bounds[text] : self.bounds[text + 1]].tolist()]

    def sums(self, values: np.ndarray) -> np.ndarray:
        """The sum over each text of a whole number that each distinct chunk has."""
        marked = np.flatnonzero(values[self.ids] != 0)
        n = len(self.bounds) - 1
        return np.bincount(self.texts[marked], weights=values[self.ids[marked]], minlength=n).astype(np.int64)


def split_texts(texts: pa.StringArray) -> Chunks:
    """The chunks of `texts`, exactly as `str.split` parts them.

    >>> chunks = split_texts(pa.array(["Good, good!", ""]))
    >>> chunks.strings.to_pylist(), chunks.ids.tolist(), chunks.bounds.tolist()
    (['Good,', 'good!', ''], [0, 1], [0, 2, 2])
    """
    parts = pc.utf8_split_whitespace(texts)
    encoded = parts.values.dictionary_encode()
    ids, bounds = encoded.indices.to_numpy(), parts.offsets.to_numpy()
    # White space at either end leaves an empty part.
    is_chunk = pc.not_equal(encoded.dictionary, "").to_numpy(zero_copy_only=False)[ids]
    before = np.concatenate([[0], np.cumsum(is_chunk)])
    return Chunks(encoded.dictionary, ids[is_chunk], before[bounds])


def look_up(
    strings: pa.StringArray, ascii_values: Callable[[pa.StringArray], Any], value: Callable[[str], Any]
) -> np.ndarray:
    """One value for each of `strings`: of plain ASCII all at once by Arrow, of the others one by one.

    Arrow and Python agree on capitals in ASCII only.
    """
    is_ascii = pc.string_is_ascii(strings)
    quick = np.asarray(ascii_values(strings.filter(is_ascii)))
    is_ascii = is_ascii.to_numpy(zero_copy_only=False)
    values = np.empty(len(strings), quick.dtype)
    values[is_ascii] = quick
    values[~is_ascii] = [value(string) for string in strings.filter(pa.array(~is_ascii)).to_pylist()]
    return values


def glue(forms: pa.StringArray, ids: np.ndarray, bounds: np.ndarray, is_glued: np.ndarray) -> Chunks:
    """The chunks of texts given as tokens, of which each is glued to the one before it or not.

    >>> forms = pa.array(["Good", ",", "day"])
    >>> chunks = glue(forms, np.array([0, 1, 2]), np.array([0, 3]), np.array([False, True, False]))
    >>> chunks.words(0)
    ['Good,', 'day']
    """
    is_first = ~is_glued
    is_first[bounds[:-1][np.diff(bounds) > 0]] = True
    firsts = np.flatnonzero(is_first)
    sizes = np.diff(firsts, append=len(ids))
    strings, codes = forms, ids[firsts].astype(np.int64)
    for step in range(1, min(sizes.max(initial=1), _MOST_JOINED)):
        longer = np.flatnonzero(sizes > step)
        pairs = pa.array(codes[longer] * len(forms) + ids[firsts[longer] + step]).dictionary_encode()
        left, right = np.divmod(pairs.dictionary.to_numpy(), len(forms))
        parts = strings.take(pa.array(left)), forms.take(pa.array(right)), ""
        codes[longer] = pairs.indices.to_numpy() + len(strings)
        strings = pa.concat_arrays([strings, pc.binary_join_element_wise(*parts)])
    longest = np.flatnonzero(sizes > _MOST_JOINED)
    joined = [
        "".join(forms.take(pa.array(ids[firsts[i] : firsts[i] + sizes[i]])).to_pylist()) for i in longest
    ]
    codes[longest] = np.arange(len(longest)) + len(strings)
    strings = pa.concat_arrays([strings, pa.array(joined, pa.string())])
    used = pa.array(codes).dictionary_encode()
    return Chunks(strings.take(used.dictionary), used.indices.to_numpy(), np.searchsorted(firsts, bounds))
