"""Pieces: the shards of a corpus, or slices of them, with the term ids of their forms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from tenor.corpus.ranges import find_runs, gather
from tenor.corpus.shards import Shard

# A selection of more runs of documents than this is copied: so many small slices would be slower.
_MAX_SLICES = 2000


@dataclass(frozen=True)
class Pieces:
    """Documents in order, shard after shard; `term_ids` has for each shard the term id of each of its forms.

    What is joined of all shards is joined once, when it is first asked for.
    """

    shards: Sequence[Shard]
    term_ids: Sequence[np.ndarray]

    def join(self, column: str) -> np.ndarray:
        """A column of the shards with one entry a token."""
        return _concatenate([getattr(shard, column) for shard in self.shards], np.int32)

    def join_terms(self) -> np.ndarray:
        """The term id of each token."""
        pairs = zip(self.term_ids, self.shards, strict=True)
        return _concatenate([ids[shard.form_ids] for ids, shard in pairs], np.int32)

    def read_starts(self, positions: np.ndarray) -> np.ndarray:
        """The first character of each of some tokens."""
        return self._read(positions, lambda shard, places: shard.starts[places])

    def read_ends(self, positions: np.ndarray) -> np.ndarray:
        """The character behind each of some tokens."""
        return self._read(positions, Shard.read_ends)

    def _read(self, positions: np.ndarray, read: Callable[[Shard, np.ndarray], np.ndarray]) -> np.ndarray:
        """What `read` gives for the tokens of each shard at their places in it."""
        number = np.searchsorted(self._token_bounds, positions, side="right") - 1
        values, order = np.zeros(len(positions), np.int32), np.argsort(number, kind="stable")
        firsts = np.flatnonzero(np.diff(number[order], prepend=-1))
        for entries in np.split(order, firsts)[1:]:
            its = int(number[entries[0]])
            values[entries] = read(self.shards[its], positions[entries] - self._token_bounds[its])
        return values

    @cached_property
    def texts(self) -> pa.ChunkedArray:
        """The text of each document."""
        return pa.chunked_array([shard.texts for shard in self.shards], pa.large_string())

    @cached_property
    def document_bounds(self) -> np.ndarray:
        """The first token of each document, and the number of tokens."""
        return _join_bounds([shard.document_starts[:-1] for shard in self.shards], self._token_bounds)

    @cached_property
    def sentence_bounds(self) -> np.ndarray:
        """The first token of each sentence, and the number of tokens."""
        return _join_bounds([shard.sentence_starts for shard in self.shards], self._token_bounds)

    @cached_property
    def _token_bounds(self) -> np.ndarray:
        return np.cumsum([0] + [len(shard.form_ids) for shard in self.shards])

    def take(self, numbers: np.ndarray) -> "Pieces":
        """The documents with these numbers, in this order."""
        runs = self._runs(numbers)
        return self._slice(runs) if len(runs) <= _MAX_SLICES else self._copy(numbers)

    def _runs(self, numbers: np.ndarray) -> np.ndarray:
        """The runs of documents that stand side by side in a shard: its place, the first, the end."""
        bounds = np.cumsum([0] + [len(shard.texts) for shard in self.shards])
        shard = np.searchsorted(bounds, numbers, side="right") - 1
        return find_runs(shard, numbers - bounds[shard])

    def _slice(self, runs: np.ndarray) -> "Pieces":
        """The runs as slices, without copying."""
        shards = [self.shards[shard].slice(first, end) for shard, first, end in runs.tolist()]
        return Pieces(shards, [self.term_ids[shard] for shard in runs[:, 0].tolist()])

    def _copy(self, numbers: np.ndarray) -> "Pieces":
        """The documents with these numbers as one shard."""
        tokens, document_bounds = gather(self.document_bounds, numbers)
        sentences, _ = gather(np.searchsorted(self.sentence_bounds, self.document_bounds), numbers)
        sizes = np.diff(self.sentence_bounds)[sentences]
        forms, form_ids, term_ids = self.join_forms()
        shard = Shard(
            self.texts.take(pa.array(numbers)).combine_chunks(),
            forms,
            form_ids[tokens],
            self.join("starts")[tokens],
            (np.cumsum(sizes) - sizes).astype(np.int32),
            document_bounds,
        )
        return Pieces([shard], [term_ids])

    def join_forms(self) -> tuple[pa.Array, np.ndarray, np.ndarray]:
        """The forms of all shards, the place of each token's form among them, and the term id of each form.

        Slices of one shard share their forms, which are taken once.
        """
        kept, offsets, size = {}, [], 0
        for shard, ids in zip(self.shards, self.term_ids, strict=True):
            if id(shard.forms) not in kept:
                kept[id(shard.forms)] = (size, shard.forms, ids)
                size += len(ids)
            offsets.append(kept[id(shard.forms)][0])
        pairs = zip(self.shards, offsets, strict=True)
        form_ids = _concatenate([shard.form_ids + np.int32(offset) for shard, offset in pairs], np.int32)
        forms = pa.concat_arrays([forms for _, forms, _ in kept.values()] or [pa.array([], pa.string())])
        return forms, form_ids, _concatenate([ids for *_, ids in kept.values()], np.int32)


def _concatenate(arrays: Sequence[np.ndarray], dtype: type) -> np.ndarray:
    if len(arrays) == 1:
        return arrays[0].astype(dtype, copy=False)
    return np.concatenate([np.zeros(0, dtype), *arrays], dtype=dtype, casting="same_kind")


def _join_bounds(firsts: Sequence[np.ndarray], offsets: np.ndarray) -> np.ndarray:
    shifted = [first + offset for first, offset in zip(firsts, offsets, strict=False)]
    return _concatenate([*shifted, offsets[-1:]], np.int64)
