"""Tagging: the likeliest labels of the tokens of each paragraph, and how sure each is."""

from typing import NamedTuple

import numpy as np

from tenor.voices.finding.features import templates
from tenor.voices.finding.models import LABELS, Model
from tenor.voices.finding.sight import Sight
from tenor.voices.finding.texts import Texts

# Paragraphs of about the same length are decoded together, this many at a time.
_TOGETHER = 512


class Tags(NamedTuple):
    """The label of each token, by its place in `LABELS`, and the probability of every label."""

    labels: np.ndarray
    probabilities: np.ndarray


def tag(texts: Texts, model: Model) -> Tags:
    """Label the tokens of `texts`."""
    return decode(_weigh(texts, model), model.transitions, texts.paragraph_bounds)


def _weigh(texts: Texts, model: Model) -> np.ndarray:
    """The sum of the weights of what is seen of each token, one column a label."""
    scores = np.zeros((len(texts), len(LABELS)), np.float32)
    for name, numbers in templates(Sight(texts, model.lexicon)):
        if name in model.weights:
            known, rows = model.weights[name]
            places = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
            seen = np.flatnonzero(known[places] == numbers)
            scores[seen] += rows[places[seen]]
    return scores


def decode(scores: np.ndarray, transitions: np.ndarray, bounds: np.ndarray) -> Tags:
    """The best path through each paragraph (Viterbi 1967), and the probabilities (forward-backward)."""
    labels = np.zeros(len(scores), np.int8)
    probabilities = np.zeros(scores.shape, np.float32)
    sizes = np.diff(bounds)
    order = np.argsort(sizes, kind="stable")
    for first in range(0, len(order), _TOGETHER):
        some = order[first : first + _TOGETHER]
        columns = np.arange(sizes[some].max())
        is_token = columns < sizes[some][:, None]
        places = np.minimum(bounds[some][:, None] + columns, len(scores) - 1)
        labels[places[is_token]] = _best_paths(scores[places], is_token, transitions)[is_token]
        probabilities[places[is_token]] = _probabilities(scores[places], is_token, transitions)[is_token]
    return Tags(labels, probabilities)


def _best_paths(scores: np.ndarray, is_token: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    n, length, n_labels = scores.shape
    best, stay = scores[:, 0], np.arange(n_labels, dtype=np.int8)
    before = np.empty((n, length, n_labels), np.int8)
    for step in range(1, length):
        reached = best[:, :, None] + transitions
        goes_on = is_token[:, step, None]
        before[:, step] = np.where(goes_on, reached.argmax(axis=1), stay)
        best = np.where(goes_on, reached.max(axis=1) + scores[:, step], best)
    paths, label = np.zeros((n, length), np.int8), best.argmax(axis=1)
    for step in range(length - 1, 0, -1):
        paths[:, step] = label
        label = before[np.arange(n), step, label]
    paths[:, 0] = label
    return paths


def _probabilities(scores: np.ndarray, is_token: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    length = scores.shape[1]
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    moves = np.exp(transitions - transitions.max())
    forward = np.empty_like(weights)
    now = forward[:, 0] = _normal(weights[:, 0])
    for step in range(1, length):
        now = np.where(is_token[:, step, None], _normal((now @ moves) * weights[:, step]), now)
        forward[:, step] = now
    behind = np.ones_like(now)
    both = np.empty_like(weights)
    both[:, -1] = forward[:, -1]
    for step in range(length - 2, -1, -1):
        reached = _normal((behind * weights[:, step + 1]) @ moves.T)
        behind = np.where(is_token[:, step + 1, None], reached, behind)
        both[:, step] = _normal(forward[:, step] * behind)
    return both


def _normal(values: np.ndarray) -> np.ndarray:
    return values / values.sum(axis=1, keepdims=True)
