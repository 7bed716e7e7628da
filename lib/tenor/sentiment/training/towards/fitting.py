"""Fitting the weights of features to rated mentions."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tenor.sentiment.measures import f1_scores
from tenor.sentiment.targets.model import LABELS
from tenor.sentiment.training.towards.logistic import fit, ratio_scales, softmax
from tenor.sentiment.training.towards.preparing import Prepared

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Families of features whose names end in a stem, so that like words can have like weights.
STEM_FAMILIES = ("any", "left", "right")


class Settings(NamedTuple):
    """How weights are fitted; the values were chosen by cross-validation over articles.

    `penalty` of squared weights, `least_mentions` that have a feature, `ratio` (0 to 1: how far the penalty
    heeds how well a feature tells the labels apart), `vector_size` and `likeness` of words (0: each word is
    weighed by itself), `least_weight` that is kept.
    """

    penalty: float = 20.0
    least_mentions: int = 3
    ratio: float = 0.5
    vector_size: int = 100
    likeness: float = 0.5
    least_weight: float = 0.015


class Fitted(NamedTuple):
    """Weights of named features, one column a label, and the constants of the labels."""

    names: list[str]
    weights: np.ndarray
    constants: np.ndarray


def name_features(prepared: Prepared, mentions: np.ndarray, least: int) -> list[str]:
    """The features that at least this many of `mentions` have, and those of stems that have a vector."""
    counts = Counter(name for mention in mentions.tolist() for name in prepared.features[mention])
    common = {name for name, count in counts.items() if count >= least}
    like = {f"{family}:{word}" for family in STEM_FAMILIES for word in prepared.rows}
    return sorted(common | like)


def tabulate(features: Sequence[dict[str, float]], names: Collection[str]) -> "csr_array":
    """A table of mentions by features."""
    from scipy.sparse import csr_array

    places = {name: place for place, name in enumerate(names)}
    cells = [
        (row, places[name], value)
        for row, mention in enumerate(features)
        for name, value in mention.items()
        if name in places
    ]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((values, (rows, columns)), shape=(len(features), len(places)))


def _likeness(names: Sequence[str], prepared: Prepared) -> "csr_array":
    """A table of features by parts of vectors: what words have in common, for each family."""
    from scipy.sparse import csr_array, hstack

    places = {name: place for place, name in enumerate(names)}
    blocks = []
    for family in STEM_FAMILIES:
        known = [(places[f"{family}:{word}"], row) for word, row in prepared.rows.items()]
        at, rows = np.array(known, np.int64).reshape(-1, 2).T
        chosen = csr_array((np.ones(len(at)), (at, rows)), shape=(len(names), len(prepared.rows)))
        blocks.append(chosen @ csr_array(prepared.vectors))
    return hstack(blocks, format="csr")


def fit_weights(prepared: Prepared, classes: np.ndarray, mentions: np.ndarray, settings: Settings) -> Fitted:
    """Fit weights to the ratings `classes` of `mentions`, which are numbers of rows.

    A word's weight is one of its own and one that it shares with words of like vectors; the result is their
    sum, so that the fitted model has one weight a feature.
    """
    from scipy.sparse import diags_array, hstack

    names = name_features(prepared, mentions, settings.least_mentions)
    table = tabulate([prepared.features[mention] for mention in mentions.tolist()], names)
    scales = 1 - settings.ratio + settings.ratio * ratio_scales(table, classes[mentions])
    shares = _likeness(names, prepared) * settings.likeness
    own = diags_array(scales)
    parts = hstack([table @ own, table @ shares], format="csr")
    weights, constants = fit(parts, classes[mentions], settings.penalty)
    merged = own @ weights[: len(names)] + shares @ weights[len(names) :]
    return _prune(Fitted(names, merged, constants), settings.least_weight)


def _prune(fitted: Fitted, least: float) -> Fitted:
    """Without features that hardly tell the labels apart; the weights of each of the others have mean 0."""
    weights = fitted.weights - fitted.weights.mean(axis=1, keepdims=True)
    constants = fitted.constants - fitted.constants.mean()
    keep = np.flatnonzero(np.abs(weights).max(axis=1) >= least)
    return Fitted([fitted.names[place] for place in keep.tolist()], weights[keep], constants)


def predict(fitted: Fitted, features: Sequence[dict[str, float]]) -> np.ndarray:
    """The probabilities of the labels, one row a mention."""
    return softmax(tabulate(features, fitted.names) @ fitted.weights + fitted.constants)


def macro_f1(classes: np.ndarray, guesses: np.ndarray) -> tuple[float, list[float]]:
    """The mean of the labels' F1 scores, and these.

    >>> macro_f1(np.array([0, 1, 2, 2]), np.array([0, 1, 2, 1]))[1]
    [1.0, 0.6666666666666666, 0.6666666666666666]
    """
    scores = f1_scores(classes, guesses, range(len(LABELS)))
    return float(np.mean(scores)), scores
