"""Fitting: factors by a search on the lists alone, weights by ridge regression."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy import linalg, sparse

from tenor.sentiment.analyzers.tone.settings import Settings
from tenor.sentiment.training.tone.candidates import find_candidates, silenced
from tenor.sentiment.training.tone.designs import RatedSet
from tenor.sentiment.training.tone.inflections import base_of
from tenor.sentiment.training.tone.lexicons import listed_terms, look_up, stems_of

# Ridge penalties on the coefficients of the lists, on what a word learns and on what the words of a stem
# learn together.
LIST_PENALTY, WORD_PENALTY, STEM_PENALTY = 1.0, 3.0, 4.0
# How much a sentence of another set counts beside one of the main set.
OTHER_SHARE = 0.1
_GRIDS = {
    "negated": (-0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.0),
    "reversed": (-0.6, -0.4, -0.3, -0.2, -0.1, 0.0),
    "reduced": (0.0, 0.05, 0.1),
    "intensified": (1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6),
    "diminished": (0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
    "before_but": (0.7, 0.8, 0.9, 1.0),
    "after_but": (1.0, 1.1, 1.2, 1.3),
}


class Terms(NamedTuple):
    """The terms that may get a weight, their stems, and what the lists say of each (see `look_up`)."""

    terms: list[str]
    stems: list[str]
    values: np.ndarray


class Problem(NamedTuple):
    """The sets to learn from and what may be learnt.

    `basis` has a row a term and a column a quantity to learn: its product with what is learnt are the
    weights.
    """

    main: RatedSet
    others: list[RatedSet]
    basis: sparse.csr_matrix
    penalties: np.ndarray


def describe_terms(terms: list[str]) -> Terms:
    """Find the stems of the terms and their values in the lists.

    Silenced terms have none, nor have forms of them that no list has.
    """
    silent, listed = silenced().keys(), set(listed_terms())
    stems = stems_of(terms)
    values = look_up(terms, stems)
    for place, term in enumerate(terms):
        if term in silent or (term not in listed and base_of(term, silent)):
            values[place] = 0
    return Terms(terms, stems, values)


def make_problem(known: Terms, main: RatedSet, others: list[RatedSet]) -> Problem:
    """Put together what may be learnt: a coefficient for each column of the lists, words, stems."""
    n_terms = len(known.terms)
    learning = np.flatnonzero(find_candidates(known.terms, main, others))
    words = sparse.identity(n_terms, format="csc")[:, learning]
    kin = _stem_columns(n_terms, learning, [known.stems[place] for place in learning])
    basis = sparse.hstack([sparse.csr_matrix(known.values), words, kin]).tocsr()
    sizes = (known.values.shape[1], words.shape[1], kin.shape[1])
    penalties = np.repeat([LIST_PENALTY, WORD_PENALTY, STEM_PENALTY], sizes)
    return Problem(main, others, basis, penalties)


def _stem_columns(n_terms: int, learning: np.ndarray, stems: list[str]) -> sparse.csc_matrix:
    """A column for each stem that several learning words share."""
    _, numbers = np.unique(stems, return_inverse=True)
    columns = sparse.csc_matrix(
        (np.ones(len(learning)), (learning, numbers)), (n_terms, numbers.max(initial=-1) + 1)
    )
    return columns[:, np.flatnonzero(np.bincount(numbers) > 1)]


def search_factors(main: RatedSet, values: np.ndarray) -> Settings:
    """The factors with which the lists alone fit the ratings best, found one after another, twice over."""
    settings = Settings(scale=1.0)
    for _ in range(2):
        for name, grid in _GRIDS.items():
            tried = [replace(settings, **{name: value}) for value in grid]
            settings = min(tried, key=lambda each: _squared_error(main, values, each))
    return settings


def _squared_error(main: RatedSet, values: np.ndarray, settings: Settings) -> float:
    columns = main.matrix(settings) @ values
    columns = columns - columns.mean(0)
    ratings = main.ratings - main.ratings.mean()
    solved = ridge(columns.T @ columns, columns.T @ ratings, np.full(columns.shape[1], LIST_PENALTY))
    return float(np.square(ratings - columns @ solved).sum())


def ridge(gram: np.ndarray, target: np.ndarray, penalties: np.ndarray) -> np.ndarray:
    """The coefficients of a ridge regression, from the products of its columns."""
    gram = np.array(gram)
    gram[np.diag_indices_from(gram)] += penalties
    return linalg.cho_solve(linalg.cho_factor(gram, overwrite_a=True), target)


def fit_weights(problem: Problem, settings: Settings) -> np.ndarray:
    """A weight for each term, on the scale of the ratings of the main set.

    The ratings of each set are taken from their mean; those of the others are brought to the spread of the
    main one's. There is no constant: a sentence gets its tone from its words alone.
    """
    gram, target = _products(problem.main, problem, settings, 1.0)
    for other in problem.others:
        spread = problem.main.ratings.std() / other.ratings.std()
        more_gram, more_target = _products(other, problem, settings, spread)
        gram, target = gram + OTHER_SHARE * more_gram, target + OTHER_SHARE * more_target
    return problem.basis @ ridge(gram.toarray(), target, problem.penalties)


def _products(rated: RatedSet, problem: Problem, settings: Settings, spread: float) -> tuple:
    columns = (rated.matrix(settings) @ problem.basis).tocsr()
    ratings = spread * (rated.ratings - rated.ratings.mean())
    return columns.T @ columns, columns.T @ ratings
