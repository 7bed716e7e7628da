"""Where listed words stand: masked as names, negated, intensified, before or behind "but"."""

from typing import NamedTuple

import numpy as np
import pyarrow as pa

from tenor.sentiment.analyzers.tone.modifiers import (
    BREAK,
    CAPITAL,
    CONTRAST,
    DIMINISHER,
    INTENSIFIER,
    NEGATOR,
    OF,
    OPENER,
    REDUCER,
    REVERSER,
    SMALL,
    UNNEGATES,
    WITH_OF,
    WORD,
    form_kinds,
)
from tenor.sentiment.analyzers.tone.settings import Settings

# The modifiers of a word, in the order of the columns of `Occurrences.modifiers`.
MODIFIERS = ("negated", "reversed", "reduced", "intensified", "diminished", "after_but", "before_but")


class Occurrences(NamedTuple):
    """The listed words of some sentences, in the order of the text.

    `place` is the token, `sentence` its sentence, `term` its place in the list, `is_name` whether its
    capital masks it. `modifiers` has a column for each of `MODIFIERS`: the token that so modifies the word,
    -1 if none does. `n_words` has one entry a sentence.
    """

    place: np.ndarray
    sentence: np.ndarray
    term: np.ndarray
    is_name: np.ndarray
    modifiers: np.ndarray
    n_words: np.ndarray


def find_occurrences(
    forms: pa.StringArray, form_ids: np.ndarray, bounds: np.ndarray, form_terms: np.ndarray, reach: int
) -> Occurrences:
    """Find the listed words: `form_terms` holds the place in the list of each form, -1 if it is not there."""
    form_ids, bounds = _checked(form_ids, bounds)
    kinds = form_kinds(forms)
    places = np.flatnonzero((form_terms >= 0)[form_ids])
    sentence = np.searchsorted(bounds, places, side="right") - 1
    # A token of no kind behind the last, so that every token has a next one.
    token_kinds = np.append(kinds[form_ids], np.int16(0))
    return Occurrences(
        places,
        sentence,
        form_terms[form_ids[places]],
        _is_name(token_kinds, places, sentence, bounds),
        _modifiers(token_kinds, places, sentence, bounds, reach),
        _count((token_kinds & WORD) != 0, bounds),
    )


def _checked(form_ids: np.ndarray, bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The tokens of the sentences alone, and their bounds counted from 0."""
    return form_ids[bounds[0] : bounds[-1]], np.asarray(bounds, np.int64) - bounds[0]


def _count(flags: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    before = np.zeros(len(flags) + 1, np.int64)
    np.cumsum(flags, out=before[1:])
    return np.diff(before[bounds])


def _is_name(kinds: np.ndarray, places: np.ndarray, sentence: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """Whether the word has a capital that its place does not explain, or begins a run of capitals."""
    capital = (kinds[places] & CAPITAL) != 0
    is_heading = _count((kinds & SMALL) != 0, bounds) == 0
    # Before the first token stands, by the wrap of a negative place, the one of no kind.
    is_first = (places == bounds[sentence]) | ((kinds[places - 1] & OPENER) != 0)
    before_capital = ((kinds[places + 1] & CAPITAL) != 0) & (places + 1 < bounds[sentence + 1])
    return capital & ~is_heading[sentence] & (~is_first | before_capital)


def _modifiers(
    kinds: np.ndarray, places: np.ndarray, sentence: np.ndarray, bounds: np.ndarray, reach: int
) -> np.ndarray:
    following = kinds[1:]
    kinds = kinds[:-1]
    is_with_of = ((kinds & WITH_OF) == 0) | ((following & OF) != 0)
    negates = ((kinds & NEGATOR) != 0) & ((following & UNNEGATES) == 0)
    reverses, reduces = (((kinds & kind) != 0) & is_with_of for kind in (REVERSER, REDUCER))
    first = bounds[sentence]
    clause = np.maximum(first, _last((kinds & BREAK) != 0, places) + 1)
    found = [
        _within(_last(flags, places), clause, places - distance)
        for flags, distance in (
            (negates, reach),
            (reverses, reach),
            (reduces, reach),
            ((kinds & INTENSIFIER) != 0, 1),
            ((kinds & DIMINISHER) != 0, 1),
        )
    ]
    contrasts = np.append(np.flatnonzero((kinds & CONTRAST) != 0), len(kinds))
    next_contrast = contrasts[np.searchsorted(contrasts, places)]
    after_but = _within(_last((kinds & CONTRAST) != 0, places), first, first)
    before_but = np.where((next_contrast < bounds[sentence + 1]) & (after_but < 0), next_contrast, -1)
    return np.column_stack([*found, after_but, before_but])


def _last(flags: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The last token with the flag before each place, -1 if there is none."""
    found = np.concatenate([[-1], np.flatnonzero(flags)])
    return found[np.searchsorted(found, places) - 1]


def _within(found: np.ndarray, clause: np.ndarray, nearest: np.ndarray) -> np.ndarray:
    return np.where((found >= clause) & (found >= nearest), found, -1)


def factors(occurrences: Occurrences, settings: Settings) -> np.ndarray:
    """What each word's weight is multiplied with; 0 for names."""
    product = np.where(occurrences.is_name, 0.0, 1.0)
    for column, name in enumerate(MODIFIERS):
        product[occurrences.modifiers[:, column] >= 0] *= getattr(settings, name)
    return product
