"""Ranges of positions: those of some documents among all, and runs of neighbours."""

import numpy as np


def gather(bounds: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The positions inside the ranges `numbers` of `bounds`, range after range, and the new bounds."""
    sizes = np.diff(bounds)[numbers]
    new_bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    shifts = bounds[:-1][numbers] - new_bounds[:-1]
    return np.arange(new_bounds[-1]) + np.repeat(shifts, sizes), new_bounds


def find_runs(shard: np.ndarray, place: np.ndarray) -> np.ndarray:
    """The runs of documents that follow one another in one shard: a row each with the shard, the first place
    and the one behind the last.

    >>> find_runs(np.array([0, 0, 0, 1]), np.array([3, 4, 0, 1])).tolist()
    [[0, 3, 5], [0, 0, 1], [1, 1, 2]]
    """
    if not len(shard):
        return np.zeros((0, 3), np.int64)
    is_first = np.ones(len(shard), bool)
    is_first[1:] = (np.diff(shard) != 0) | (np.diff(place) != 1)
    firsts = np.flatnonzero(is_first)
    lasts = np.append(firsts[1:], len(shard)) - 1
    return np.column_stack([shard[firsts], place[firsts], place[lasts] + 1]).astype(np.int64)
