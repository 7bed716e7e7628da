"""Matches: where a word or phrase stands in a corpus, and what to offer when it does not."""

import difflib

import numpy as np

from tenor.corpus import Corpus, from_texts
from tenor.errors import UserError


def query_terms(query: str, *, parameter: str = "query") -> list[str]:
    """Split a query as the corpus' texts are split: small letters, straight apostrophes, marks on their own.

    Raises
    ------
    UserError
        If there is nothing to look for in it.

    >>> query_terms("Don’t strike!")
    ["don't", 'strike', '!']
    """
    split = from_texts([query])
    if not len(split.terms):
        raise UserError(
            f"{parameter}: {query!r} holds nothing to look for; give a word or phrase such as 'port strike'"
        )
    return split.vocabulary["term"].take(split.terms).tolist()


def find_phrase(corpus: Corpus, terms: list[str]) -> np.ndarray:
    """The positions of the tokens at which the terms follow one another inside a sentence, in text order.

    Matches may overlap. A mark between the words keeps them apart unless it is one of the terms.
    Boilerplate is not searched.
    """
    numbers = [np.flatnonzero(corpus.vocabulary["term"] == term) for term in terms]
    if not all(map(len, numbers)):
        return np.zeros(0, np.intp)
    first, *others = (int(number[0]) for number in numbers)
    positions = np.flatnonzero(corpus.counted_terms == first)
    positions = positions[positions + len(others) < _sentence_ends(corpus, positions)]
    for step, other in enumerate(others, start=1):
        positions = positions[corpus.terms[positions + step] == other]
    return positions


def _sentence_ends(corpus: Corpus, positions: np.ndarray) -> np.ndarray:
    """The position behind the last token of the sentence of each token."""
    return corpus.sentence_bounds[np.searchsorted(corpus.sentence_bounds, positions, side="right")]


def note_absent(corpus: Corpus, terms: list[str]) -> str:
    """A footnote that a word or phrase does not occur, with words of the corpus spelt like those it lacks."""
    occurs = np.bincount(corpus.counted_terms, minlength=len(corpus.vocabulary))[: len(corpus.vocabulary)] > 0
    present = corpus.vocabulary["term"][occurs & corpus.vocabulary["is_word"].to_numpy(bool)].tolist()
    missing = [term for term in terms if term not in set(present)]
    near = [word for term in missing for word in difflib.get_close_matches(term, present)]
    hint = f" Words spelt like it: {', '.join(near)}." if near else ""
    return f"“{' '.join(terms)}” does not occur in the corpus.{hint}"
