"""Utterances in groups: the versions of one quotation, and with which of them each is compared."""

import numpy as np

from tenor.voices.likeness import are_versions, link
from tenor.voices.utterances import Utterances


def group(utterances: Utterances) -> tuple[list[list[int]], dict[int, list[int]]]:
    """The utterances that hang together, the earliest first, and for each those that it is a version of."""
    is_verbatim = utterances.table["is_verbatim"].to_numpy(bool)
    distinct: dict[tuple[bytes, bool], list[int]] = {}
    for at in range(len(utterances.table)):
        distinct.setdefault((words_of(utterances, at).tobytes(), is_verbatim[at]), []).append(at)
    same = list(distinct.values())
    firsts = np.array([ats[0] for ats in same], np.int64)
    words = np.concatenate([utterances.words[:0], *(words_of(utterances, at) for at in firsts)])
    bounds = np.concatenate([[0], np.cumsum(np.diff(utterances.bounds)[firsts])])
    neighbours: dict[int, list[int]] = {}
    roots = list(range(len(same)))
    for one, other in link(words, bounds, is_verbatim[firsts]):
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
        low, high = sorted((_root(roots, one), _root(roots, other)))
        roots[high] = low
    gathered: dict[int, list[int]] = {}
    for number, ats in enumerate(same):
        gathered.setdefault(_root(roots, number), []).extend(ats)
    earliest = {
        at: sorted(same[other][0] for other in neighbours.get(number, ()))
        for number, ats in enumerate(same)
        for at in ats
    }
    return sorted(sorted(ats) for ats in gathered.values()), earliest


def _root(roots: list[int], at: int) -> int:
    while roots[at] != at:
        roots[at] = roots[roots[at]]
        at = roots[at]
    return at


def words_of(utterances: Utterances, at: int) -> np.ndarray:
    """The numbers of the words of utterance `at`."""
    return utterances.words[utterances.bounds[at] : utterances.bounds[at + 1]]


def compared_with(utterances: Utterances, first: int, at: int, neighbours: dict[int, list[int]]) -> int:
    """The version that `at` is compared with."""
    is_loose = not utterances.table["is_verbatim"].iloc[[first, at]].all()
    if are_versions(words_of(utterances, first), words_of(utterances, at), is_loose=is_loose):
        return first
    return next((other for other in neighbours[at] if other != at), first)
