"""Which groups are compared with which."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from tenor.errors import check_choice

# What stands for all other groups together.
REST = "rest"


def blocks_of(groups: pd.DataFrame) -> np.ndarray:
    """The number of the block of each group: what it shares with others but for the last column."""
    if groups.shape[1] == 1:
        return np.zeros(len(groups), int)
    return groups.groupby(list(groups.columns[:-1]), sort=False).ngroup().to_numpy()


def pairs_of(labels: pd.Series, blocks: np.ndarray, reference: str | None) -> Iterator[tuple[int, int]]:
    """The numbers of the sides of each comparison."""
    if reference not in (None, REST):
        check_choice("reference", reference, [*dict.fromkeys(labels), REST])
    for block in range(blocks.max(initial=-1) + 1):
        members = np.flatnonzero(blocks == block).tolist()
        if reference == REST:
            yield from ((group, len(labels) + group) for group in members if len(members) > 1)
        elif reference is None and labels.name == "voice":
            # Narration comes first of the voices: the others less narration reads as one says it.
            yield from ((second, first) for first, second in combinations(members, 2))
        elif reference is None:
            yield from combinations(members, 2)
        else:
            others = [group for group in members if labels[group] == reference]
            yield from ((group, other) for other in others for group in members if group != other)


def label_pairs(groups: pd.DataFrame, pairs: list[tuple[int, int]]) -> pd.DataFrame:
    firsts, seconds = (np.array([pair[side] for pair in pairs], int) for side in (0, 1))
    table = groups.iloc[firsts].reset_index(drop=True)
    others = [*groups.iloc[:, -1], *[REST] * len(groups)]
    return table.assign(other=pd.array([others[number] for number in seconds], dtype="string"))
