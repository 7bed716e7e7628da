from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tenor.voices.finding.tagging import decode

N = 3
VALUES = st.floats(-4, 4, width=32)


def by_hand(scores, transitions):
    """What the best path of a paragraph is worth, and the probability of each label, by trying all paths."""
    paths = list(product(range(scores.shape[1]), repeat=len(scores)))
    worth = np.array(
        [
            sum(scores[place, label] for place, label in enumerate(path))
            + sum(transitions[pair] for pair in pairwise(path))
            for path in paths
        ]
    )
    chances = np.exp(worth - worth.max())
    shares = np.zeros(scores.shape)
    for path, chance in zip(paths, chances / chances.sum(), strict=True):
        shares[np.arange(len(path)), path] += chance
    return worth.max(), shares


@given(st.data(), st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_paths_and_probabilities_are_those_found_by_trying_all(data, sizes):
    scores = data.draw(arrays(np.float32, (sum(sizes), N), elements=VALUES))
    transitions = data.draw(arrays(np.float32, (N, N), elements=VALUES))
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    tags = decode(scores, transitions, bounds)
    for first, end in pairwise(bounds):
        best, shares = by_hand(scores[first:end].astype(float), transitions.astype(float))
        path = tags.labels[first:end].astype(int)
        worth = scores[np.arange(first, end), path].sum() + transitions[path[:-1], path[1:]].sum()
        np.testing.assert_allclose(worth, best, atol=1e-3)
        np.testing.assert_allclose(tags.probabilities[first:end], shares, atol=1e-4)


def test_no_tokens_have_no_labels():
    tags = decode(np.zeros((0, N), np.float32), np.zeros((N, N), np.float32), np.array([0]))
    assert tags.labels.shape == (0,)
