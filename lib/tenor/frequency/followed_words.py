"""Followed words: the words, phrases or patterns that a user names, and every place in which they stand."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.frequency.queries.matches import find, note_query
from tenor.frequency.queries.patterns import parse, told


class Hits(NamedTuple):
    """The queries, and how they are told; one entry a match: the query's number, its first token, how many.

    Matches are in the order of the queries, then of the text.
    """

    queries: list[str]
    names: list[str]
    word: np.ndarray
    position: np.ndarray
    size: np.ndarray


def read_words(words: str | Sequence[str]) -> list[str]:
    """The words, phrases or patterns, each meaning once.

    Raises
    ------
    UserError
        If one of them holds no word.

    >>> read_words(["Dam", "dam", "port strik*"])
    ['Dam', 'port strik*']
    """
    queries = {}
    for word in [words] if isinstance(words, str) else words:
        name = told(parse(word, parameter="words"))
        if not any(character.isalnum() or character == "*" for character in name):
            raise UserError(f"words: {word!r} is no word; give words or phrases such as 'port strike'")
        queries.setdefault(name, word)
    return list(queries.values())


def find_words(corpus: Corpus, queries: list[str]) -> Hits:
    """Every place in which the queries stand in the corpus."""
    found = [find(corpus, query, parameter="words") for query in queries]
    word = np.repeat(np.arange(len(queries)), [len(matches.positions) for matches in found])
    empty = np.zeros(0, np.intp)
    position, size = (
        (np.concatenate([empty, *columns]) for columns in zip(*found, strict=True)) if found else (empty,) * 2
    )
    return Hits(queries, [told(parse(query)) for query in queries], word, position, size)


def note_queries(corpus: Corpus, hits: Hits) -> list[str]:
    """Footnotes on each query: that it does not occur, or which words its patterns fit."""
    n_found = np.bincount(hits.word, minlength=len(hits.queries)).tolist()
    return [
        note for query, n in zip(hits.queries, n_found, strict=True) for note in note_query(corpus, query, n)
    ]
