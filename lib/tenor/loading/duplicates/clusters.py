"""Pairs of similar documents to clusters: groups of documents that are copies of one text."""

from collections.abc import Callable

import numpy as np

# Of a thousand real articles, unrelated ones share up to 0.14 of their shingles (a report that both quote, a
# list of links below both), real copies 0.52 or more; a text with every fifth word altered keeps 0.31.
MIN_SIMILARITY = 0.25
# Beyond this two texts that resemble a third must share text with each other (1 - resemblance is a distance).
CHAIN_SIMILARITY = 0.5
# What two texts have at least that are joined by way of others only; unrelated ones hardly ever do.
ANCHOR_SIMILARITY = 0.1


def join_pairs(
    pairs: np.ndarray,
    resemblance: np.ndarray,
    ranks: np.ndarray,
    resemble: Callable[[np.ndarray], np.ndarray],
    min_similarity: float = MIN_SIMILARITY,
) -> np.ndarray:
    """The number of the earliest member of each document's cluster, its own where it is alone.

    `pairs` are rows of two document numbers, each once, `resemblance` has an entry for each; `ranks` are the
    places of all documents in the order of publication.

    Pairs with a resemblance of `CHAIN_SIMILARITY` or more are joined, and so are chains of them, such as the
    states of a text that is updated through a day. The other pairs with `min_similarity` or more follow, the
    most similar first: each joins the clusters of its two documents if the earliest members of these have a
    resemblance of `ANCHOR_SIMILARITY` or more, which `resemble` tells for rows of two numbers. So the chain
    ends where a shares something with b, and b something else with c.

    >>> pairs, resemblance = np.array([[0, 1], [1, 2], [2, 3]]), np.array([0.8, 0.6, 0.3])
    >>> join_pairs(pairs, resemblance, np.arange(4), lambda pairs: np.zeros(len(pairs))).tolist()
    [0, 0, 0, 3]
    """
    numbers = np.argsort(ranks)
    ranked = np.sort(ranks[pairs], axis=1)
    similar = resemblance >= min_similarity
    chained = similar & (resemblance >= CHAIN_SIMILARITY)
    roots = _components(len(ranks), ranked[chained])
    order = np.lexsort([ranked[:, 1], ranked[:, 0], -resemblance])
    links = ranked[order[(similar & ~chained)[order]]]

    def is_anchored(one: int, other: int) -> bool:
        return resemble(numbers[[[one, other]]])[0] >= ANCHOR_SIMILARITY

    joined = _join(links, roots[links], is_anchored)
    return numbers[_components(len(ranks), joined)[roots]][ranks]


def _components(n: int, pairs: np.ndarray) -> np.ndarray:
    """The lowest of the numbers below `n` that `pairs`, and chains of them, join each number to."""
    roots = np.arange(n)
    while True:
        low, high = np.sort(roots[pairs], axis=1).T
        if (low == high).all():
            return roots
        np.minimum.at(roots, high, low)
        while (roots[roots] != roots).any():
            roots = roots[roots]


def _join(links: np.ndarray, roots: np.ndarray, is_anchored: Callable[[int, int], bool]) -> np.ndarray:
    """The pairs of lowest members that `links`, whose groups have the lowest members `roots`, join, one link
    after the other."""
    hosts, refused = {}, set()
    for link, groups in zip(links.tolist(), roots.tolist(), strict=True):
        low, high = sorted(_follow(hosts, group) for group in groups)
        if low == high or (low, high) in refused:
            continue
        if link == [low, high] or is_anchored(low, high):
            hosts[high] = low
        else:
            refused.add((low, high))
    return np.array(list(hosts.items()), np.int64).reshape(-1, 2)


def _follow(hosts: dict[int, int], group: int) -> int:
    """The lowest member of the groups that `group` has been joined to."""
    while group in hosts:
        group = hosts[group]
    return group
