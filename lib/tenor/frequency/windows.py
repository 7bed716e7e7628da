"""Windows: the words to the left and right of a node, within its sentence."""

from typing import NamedTuple

import numpy as np

from tenor.corpus import Corpus


class Neighbours(NamedTuple):
    """One entry a word in a window: its position, the number of the node, and its distance from it in words,
    negative on the left."""

    position: np.ndarray
    node: np.ndarray
    distance: np.ndarray


def find_neighbours(
    corpus: Corpus, positions: np.ndarray, sizes: np.ndarray, left: int, right: int
) -> Neighbours:
    """The counted words within `left` words before and `right` behind each node.

    A node is `sizes` tokens long from its position on. Punctuation takes no place in a window; words that are
    not counted, such as those of another voice, take theirs and are no neighbours. A window ends with the
    sentence.
    """
    words = corpus.words
    sentence = np.searchsorted(corpus.sentence_bounds, positions, side="right") - 1
    edges = (
        corpus.sentence_bounds[sentence],
        positions,
        positions + sizes,
        corpus.sentence_bounds[sentence + 1],
    )
    first, before, behind, end = map(corpus.count_words_before, edges)
    found = []
    for distance in [*range(-left, 0), *range(1, right + 1)]:
        place = before + distance if distance < 0 else behind + distance - 1
        inside = np.flatnonzero((place >= first) & (place < end))
        position = words[place[inside]]
        counted = corpus.is_counted[position]
        found.append((position[counted], inside[counted], np.full(np.count_nonzero(counted), distance)))
    return Neighbours(*(np.concatenate(columns) for columns in zip(*found, strict=True)))
