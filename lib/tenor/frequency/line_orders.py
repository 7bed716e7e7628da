"""The order of the lines of a concordance."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.selections import first_days
from tenor.errors import UserError, check_choice
from tenor.frequency.queries.matches import Matches

_MOST = 3
_SIDES = tuple(f"{side}{distance}" for side in "LR" for distance in range(1, 6))
KEYS = ("document", "source", "date", "voice", "speaker", "node", *_SIDES)


def read_keys(sort: str | Sequence[str]) -> list[str]:
    """The keys of an order.

    Raises
    ------
    UserError
        If there is none, one is unknown, or there are more than three.
    """
    keys = list(sort) if isinstance(sort, list | tuple) else [sort]
    if not 1 <= len(keys) <= _MOST:
        raise UserError(f"sort = {sort!r} has {len(keys)} keys; give 1 to {_MOST} of {', '.join(KEYS)}")
    return [check_choice("sort", key, KEYS) for key in keys]


def sort_lines(corpus: Corpus, matches: Matches, keys: Sequence[str]) -> np.ndarray:
    """The order of the matches, which are in that of the text, by each of `keys`."""
    if list(keys) == ["document"]:
        return np.arange(len(matches.positions))
    values = [column for key in keys for column in _values(corpus, matches, key)]
    return np.lexsort([matches.positions, *reversed(values)])


def _values(corpus: Corpus, matches: Matches, key: str) -> list[np.ndarray]:
    """Numbers of each match in the order of `key`, the first to compare before the second."""
    positions = matches.positions
    if key in _SIDES:
        return [_neighbours(corpus, matches, -int(key[1]) if key[0] == "L" else int(key[1]))]
    if key == "node":
        return _node_terms(corpus, matches)
    if key == "voice":
        return [corpus.token_voices[positions]]
    if key == "speaker":
        return [_missing_last(corpus.token_speakers[positions])]
    document = np.searchsorted(corpus.document_bounds, positions, side="right") - 1
    if key == "document":
        return [document]
    column = corpus.documents["source" if key == "source" else "published"].take(document)
    values = column if key == "source" else first_days(column)
    return [_missing_last(pd.factorize(values, sort=True)[0])]


def _node_terms(corpus: Corpus, matches: Matches) -> list[np.ndarray]:
    """The term id of the first token of each node, of the second, and so on; -1 behind its last."""
    steps = np.arange(matches.sizes.max(initial=1))
    inside = steps[:, None] < matches.sizes
    places = np.where(inside, matches.positions + steps[:, None], 0)
    return list(np.where(inside, corpus.terms[places], -1)) if len(corpus.terms) else []


def _missing_last(codes: np.ndarray) -> np.ndarray:
    return np.where(codes < 0, np.iinfo(codes.dtype).max, codes)


def _neighbours(corpus: Corpus, matches: Matches, distance: int) -> np.ndarray:
    """The term id of the word `distance` words behind each node, or before it; -1 beyond its document. Ids
    are in alphabetical order."""
    words, positions = corpus.words, matches.positions
    if distance < 0:
        place = corpus.count_words_before(positions) + distance
    else:
        place = corpus.count_words_before(positions + matches.sizes) + distance - 1
    inside = (place >= 0) & (place < len(words))
    neighbour = words[np.where(inside, place, 0)] if len(words) else np.zeros(len(place), np.intp)
    document = np.searchsorted(corpus.document_bounds, positions, side="right")
    inside &= np.searchsorted(corpus.document_bounds, neighbour, side="right") == document
    return np.where(inside, corpus.terms[neighbour] if len(corpus.terms) else -1, -1)
