"""From rated sets to a list of words with weights, and its honest figures by cross-validation."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from tenor.sentiment.analyzers.tone.settings import Settings
from tenor.sentiment.analyzers.tone.words import HIGHEST, LOWEST, Words, make_words
from tenor.sentiment.measures import macro_f1
from tenor.sentiment.training.tone.candidates import silenced
from tenor.sentiment.training.tone.designs import RatedSet, make_shards, rated_set, take_rows, words_of
from tenor.sentiment.training.tone.fits import (
    Terms,
    describe_terms,
    fit_weights,
    make_problem,
    search_factors,
)
from tenor.sentiment.training.tone.inflections import find_inflections
from tenor.sentiment.training.tone.lexicons import listed_terms, source_lists
from tenor.sentiment.training.tone.ratings import Ratings

# Weights nearer to 0 than this are left out of the list.
LEAST_WEIGHT = 0.1
_STRETCHES = np.arange(1.0, 3.01, 0.1)


class Model(NamedTuple):
    """A trained scorer: the weight of each term, and the settings that go with them."""

    weights: np.ndarray
    settings: Settings

    def predict(self, rated: RatedSet) -> np.ndarray:
        """The polarity of each sentence, 0 where no word has a weight."""
        return np.clip(rated.matrix(self.settings) @ self.weights, -1, 1)


class Sets(NamedTuple):
    """What is known of the terms, the main rated set and the others."""

    known: Terms
    main: RatedSet
    others: list[RatedSet]


def prepare(main: Ratings, others: Sequence[Ratings]) -> Sets:
    """Tokenise the rated sentences and find all their words."""
    every = [main, *others]
    shards = make_shards(every)
    listed = set(listed_terms())
    terms = sorted({*listed, *find_inflections(listed), *words_of(shards)})
    reach = Settings().reach
    first, *rest = (rated_set(each, shard, terms, reach) for each, shard in zip(every, shards, strict=True))
    return Sets(describe_terms(terms), first, rest)


def train(sets: Sets, *, n_folds: int = 5, seed: int = 0) -> Model:
    """Train on the main set and, to a lesser part, on the others.

    Ridge regression shrinks: its polarities lie nearer to 0 than the ratings. They are stretched by the
    factor that gives the best macro-F1 on sentences of articles that were left out in turn.
    """
    settings = search_factors(sets.main, sets.known.values)
    polarity = np.zeros(len(sets.main.ratings))
    for rows, left_out in folds(sets.main.groups, n_folds, seed):
        model = _fit(sets, settings, rows)
        polarity[left_out] = model.predict(take_rows(sets.main, left_out))
    scores = np.array([macro_f1(sets.main.ratings, stretch * polarity) for stretch in _STRETCHES])
    # The mean with the neighbours, since the best of many is in part chance.
    smooth = np.convolve(np.pad(scores, 2, "edge"), np.full(5, 0.2), "valid")
    model = _fit(sets, settings, np.arange(len(sets.main.ratings)))
    stretched = replace(model.settings, scale=round(model.settings.scale * _STRETCHES[smooth.argmax()], 4))
    return Model(model.weights, stretched)


def _fit(sets: Sets, settings: Settings, rows: np.ndarray) -> Model:
    """Fit the weights on some sentences of the main set and bring them to the scale of the first list."""
    problem = make_problem(sets.known, take_rows(sets.main, rows), sets.others)
    weights = fit_weights(problem, settings)
    values = np.array([source_lists()["vader"].get(term, 0.0) for term in sets.known.terms])
    unit = float(weights @ values / (values @ values))
    scaled = np.round(np.clip(weights / unit, LOWEST, HIGHEST), 2)
    scaled[np.abs(scaled) < LEAST_WEIGHT] = 0
    return Model(scaled, replace(settings, scale=unit / 4))


def folds(groups: np.ndarray, n: int, seed: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """`n` pairs of rows to train on and rows left out; all rows of a group are on one side.

    >>> [left_out.tolist() for _, left_out in folds(np.array([0, 0, 1]), 2, seed=0)]
    [[0, 1], [2]]
    """
    distinct, numbers = np.unique(groups, return_inverse=True)
    fold = np.random.default_rng(seed).permutation(np.arange(len(distinct)) % n)[numbers]
    return [(np.flatnonzero(fold != each), np.flatnonzero(fold == each)) for each in range(n)]


def cross_validate(sets: Sets, *, n_folds: int = 10, seed: int = 0) -> np.ndarray:
    """The polarity of each sentence of the main set, by a model trained without its article."""
    polarity = np.zeros(len(sets.main.ratings))
    for rows, left_out in folds(sets.main.groups, n_folds, seed):
        model = train(Sets(sets.known, take_rows(sets.main, rows), sets.others), n_folds=3, seed=seed)
        polarity[left_out] = model.predict(take_rows(sets.main, left_out))
    return polarity


def as_words(sets: Sets, model: Model) -> Words:
    """The list to ship: terms with a weight, and the silenced ones with their reason."""
    weighted = np.flatnonzero(model.weights)
    rows = {sets.known.terms[place]: (float(model.weights[place]), "") for place in weighted.tolist()}
    rows |= {term: (0.0, reason) for term, reason in silenced().items()}
    return make_words(dict(sorted(rows.items())))
