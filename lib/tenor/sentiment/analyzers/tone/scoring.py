"""Sentences to polarities: the weights of the listed words, each times its factors, added up."""

import numpy as np
import pyarrow as pa

from tenor.sentiment.analyzers.tone.contexts import Occurrences, factors, find_occurrences
from tenor.sentiment.analyzers.tone.settings import Settings, shipped_settings
from tenor.sentiment.analyzers.tone.words import Words, shipped_words


def score_tokens(
    forms: pa.StringArray,
    form_ids: np.ndarray,
    bounds: np.ndarray,
    *,
    words: Words | None = None,
    settings: Settings | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Score sentences: the polarity of each, and the number of its words that have a weight.

    `forms` holds distinct words and marks as written, `form_ids` the place in it of each token, `bounds` the
    first token of each sentence and the end of the last. Polarity runs from -1 to 1; it is stretched so that
    0.125 parts positive and neutral as 0.5 does on people's scale from -4 to 4. It is missing where no word
    is scored: none is listed, or all are names or silenced with weight 0. A sentence gets the same bits
    whatever stands before or after it. `words` is a list of your own, see `read_lexicon`.

    >>> forms = pa.array(["A", "calm", "night"])
    >>> polarity, n_scored_words = score_tokens(forms, np.array([0, 1, 2, 2]), np.array([0, 3, 4]))
    >>> polarity[0] > 0, n_scored_words.tolist()
    (np.True_, [1, 0])
    """
    words = words or shipped_words()
    settings = settings or shipped_settings()
    found = find_occurrences(forms, form_ids, bounds, words.find(forms), settings.reach)
    n = len(found.n_words)
    sums = np.bincount(found.sentence, weights=adds(found, words, settings), minlength=n)
    counts = np.bincount(found.sentence[is_scored(found, words)], minlength=n)
    return np.where(counts > 0, np.clip(sums, -1, 1), np.nan), counts


def is_scored(found: Occurrences, words: Words) -> np.ndarray:
    """Whether each occurrence is neither a name nor silenced."""
    return ~found.is_name & (words.weights[found.term] != 0)


def per_weight(found: Occurrences, settings: Settings) -> np.ndarray:
    """What a word of weight 1 adds to the polarity at each occurrence."""
    n_words = found.n_words[found.sentence]
    return factors(found, settings) * (settings.scale / np.sqrt(n_words + settings.constant))


def adds(found: Occurrences, words: Words, settings: Settings) -> np.ndarray:
    """What each occurrence adds to the polarity of its sentence."""
    return words.weights[found.term] * per_weight(found, settings)
