"""Diversity: how varied the vocabulary of each of many texts is.

Measures of the order of words take `earlier`: one entry a word, all texts one after the other, its distance
in words from the same word before it in its text, 0 where it is the first; and `bounds`, the first word of
each text and an end. Measures of frequencies take cells, one a text and word that occurs in it: `text`,
`frequency`, and `n_words` of each text. All give one value a text, missing where the text is too short for
it: the length of the texts compared is never changed.
"""

from collections.abc import Iterable

import numpy as np

# MTLD was found unstable below this; HD-D needs as many words by definition.
MTLD_LEAST = 100
HDD_SAMPLE = 42


def ttr(n_types: np.ndarray, n_words: np.ndarray) -> np.ndarray:
    """Compute the type-token ratio, from 0 to 1. It falls with the length of a text: never compare texts of
    different length by it. Missing for a text without words.

    >>> ttr(np.array([6, 0]), np.array([10, 0])).tolist()
    [0.6, nan]
    """
    return np.divide(n_types, n_words, out=np.full(len(n_words), np.nan), where=n_words > 0)


def mattr(earlier: np.ndarray, bounds: np.ndarray, *, window: int) -> np.ndarray:
    """Compute the moving-average type-token ratio: the mean ratio of all windows of `window` words.

    Missing for a text shorter than the window. It hardly depends on the length of the text.

    References
    ----------
    Covington, M. & McFall, J. (2010). Cutting the Gordian knot: the moving-average type-token ratio. J. of
    Quantitative Linguistics 17.

    >>> mattr(np.array([0, 0, 2, 0]), np.array([0, 4]), window=3).round(4).tolist()
    [0.8333]
    """
    sizes = np.diff(bounds)
    place = np.arange(len(earlier)) - np.repeat(bounds[:-1], sizes)
    last_window = np.repeat(sizes - window, sizes)
    # A word is new in the windows that begin behind its predecessor; count these windows for every word.
    first = np.maximum(place - window + 1, 0)
    first = np.maximum(first, np.where(earlier > 0, place - earlier + 1, 0))
    n_new = np.maximum(np.minimum(place, last_window) - first + 1, 0)
    totals = np.concatenate([[0], np.cumsum(n_new)])
    n_windows = np.maximum(sizes - window + 1, 1)
    return np.where(sizes >= window, np.diff(totals[bounds]) / (n_windows * window), np.nan)


def mtld(earlier: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """Compute the measure of textual lexical diversity: the mean length of the stretches that keep a
    type-token ratio of 0.72 or more, forwards and backwards, of which the mean is taken.

    A stretch ends with the word at which its ratio falls below 0.72; what is left at the end counts as the
    part of a stretch that it has come towards 0.72. Missing for a text of fewer than 100 words, where it is
    not stable, and for one without repetition.

    References
    ----------
    McCarthy, P. & Jarvis, S. (2010). MTLD, vocd-D, and HD-D: a validation study. Behavior Research Methods
    42.

    >>> mtld(np.array([0] * 30 + [30] * 70), np.array([0, 100])).round(4).tolist()
    [50.0]
    """
    second = np.flatnonzero(earlier)
    first = second - earlier[second]
    forwards = _stretch_lengths(first, second, bounds)
    seconds = np.zeros(len(earlier), np.int64)
    seconds[first] = second
    last, first = len(earlier) - 1, np.flatnonzero(seconds)[::-1]
    backwards = _stretch_lengths(last - seconds[first], last - first, last + 1 - bounds[::-1])
    return (forwards + backwards[::-1]) / 2


def _stretch_lengths(first: np.ndarray, second: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """The mean length of the stretches of each text, read from its start.

    `first` and `second` are the places of each word and of the next that is the same, ordered by the second.
    """
    lengths = np.full(len(bounds) - 1, np.nan)
    rows = np.searchsorted(second, bounds)
    measured = np.flatnonzero((np.diff(bounds) >= MTLD_LEAST) & (np.diff(rows) > 0))
    for text in measured.tolist():
        start, n_words = bounds[text], bounds[text + 1] - bounds[text]
        its_rows = slice(rows[text], rows[text + 1])
        repeats = zip((first[its_rows] - start).tolist(), (second[its_rows] - start).tolist(), strict=True)
        lengths[text] = n_words / _count_stretches(repeats, int(n_words))
    return lengths


def _count_stretches(repeats: Iterable[tuple[int, int]], n_words: int) -> float:
    """How many stretches a text has, of which the last may be a part. Only a repeated word can end one."""
    n_stretches, start, n_repeats = 0, 0, 0
    for first, second in repeats:
        if first >= start:
            n_repeats += 1
            # In whole numbers: the share of repeats is above 0.28, so that of types below 0.72.
            if 25 * n_repeats > 7 * (second - start + 1):
                n_stretches, start, n_repeats = n_stretches + 1, second + 1, 0
    rest = n_words - start
    return n_stretches + (n_repeats / rest / 0.28 if rest else 0)


def hdd(text: np.ndarray, frequency: np.ndarray, n_words: np.ndarray) -> np.ndarray:
    """Compute HD-D: the mean type-token ratio of all samples of 42 words, from 0 to 1; missing below 42
    words.

    References
    ----------
    McCarthy, P. & Jarvis, S. (2007). vocd: a theoretical and empirical evaluation. Language Testing 24.

    >>> hdd(np.zeros(30, int), np.array([4] * 10 + [3] * 20), np.array([100])).round(6).tolist()
    [0.597656]
    """
    is_long = n_words >= HDD_SAMPLE
    logs = np.where(is_long, _log_samples(n_words), 0)
    missed = np.exp(_log_samples(n_words[text] - frequency) - logs[text])
    found = np.bincount(text, 1 - missed, minlength=len(n_words)) / HDD_SAMPLE
    return np.where(is_long, found, np.nan)


def _log_samples(n: np.ndarray) -> np.ndarray:
    """The logarithm of the number of samples in order that `n` words have, minus infinity for none."""
    from scipy.special import gammaln

    logs = np.full(len(n), -np.inf)
    enough = n >= HDD_SAMPLE
    logs[enough] = gammaln(n[enough] + 1.0) - gammaln(n[enough] - HDD_SAMPLE + 1.0)
    return logs


def yules_k(text: np.ndarray, frequency: np.ndarray, n_words: np.ndarray) -> np.ndarray:
    """Compute Yule's K, the repetition of words: 0 where none recurs, ten thousand where all are the same.

    Higher is less varied. It hardly depends on the length of the text. Missing for a text without words.

    References
    ----------
    Yule, G. U. (1944). The statistical study of literary vocabulary. Cambridge. For its constancy Tweedie,
    F. & Baayen, H. (1998), How variable may a constant be?, Computers and the Humanities 32.

    >>> yules_k(np.zeros(6, int), np.array([3, 2, 1, 1, 2, 1]), np.array([10])).tolist()
    [1000.0]
    """
    squares = np.bincount(text, frequency.astype(float) ** 2, minlength=len(n_words))
    n = n_words.astype(float)
    return np.divide(1e4 * (squares - n), n**2, out=np.full(len(n), np.nan), where=n > 0)


def entropy(text: np.ndarray, frequency: np.ndarray, n_words: np.ndarray) -> np.ndarray:
    """Compute the entropy in bits of each text's words: 0 where all are the same; it grows with the length of
    the text. Missing for a text without words.

    References
    ----------
    Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal 27.

    >>> entropy(np.zeros(4, int), np.array([2, 2, 2, 2]), np.array([8])).tolist()
    [2.0]
    """
    share = frequency / n_words[text]
    bits = np.bincount(text, -share * np.log2(share), minlength=len(n_words))
    return np.where(n_words > 0, np.maximum(bits, 0), np.nan)
