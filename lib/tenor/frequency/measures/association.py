"""Association: how much more often two words stand together than they would by chance.

In every function `o` is how often the collocate stands in the window of the node (each pair of occurrences
counts), `f1` and `f2` are the frequencies of node and collocate, `n` the words of the corpus and `span` the
places of a window, left and right together: 10 for five words on each side, 1 for the next word.

The table of four cells counts places of windows: those of the node have `f1 * span`, of which `o` hold the
collocate; those of all other words have `(n - f1) * span`, of which `f2 * span - o` hold it. No cell falls
below 0 when the windows of a frequent node overlap, and with a span of 1 it is the table of bigrams. Windows
that the edge of a text cuts short are taken for whole, so in short texts values are a little low.
"""

import numpy as np
from numpy.typing import ArrayLike

from tenor.frequency.measures.rates import above_zero
from tenor.frequency.measures.significance import g2


def expected(f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute how often the two words would stand together by chance; missing where `n` is 0.

    Tools that leave out the span have smaller expectations, and so an MI that is higher by its logarithm.

    References
    ----------
    Evert, S. (2008). Corpora and collocations. In: Corpus linguistics, an international handbook.

    >>> float(expected(200, 150, 1_000_000, span=10))
    0.3
    """
    return np.asarray(f1, float) * np.asarray(f2, float) * span / above_zero(n)


def mi(o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute the (pointwise) mutual information: 1 is twice as often as by chance, -1 half as often.

    It favours rare words, so pair it with a least frequency. It is missing for words that never stand
    together.

    References
    ----------
    Church, K. & Hanks, P. (1990). Word association norms, mutual information, and lexicography. Computational
    Linguistics 16.

    >>> mi(30, 200, 150, 1_000_000, span=10).round(4).tolist()
    6.6439
    """
    return np.log2(above_zero(o) / above_zero(expected(f1, f2, n, span=span)))


def mi3(o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute the mutual information with the cube of `o`, which favours frequent pairs; missing as `mi` is.

    It has no meaning but that of an order.

    References
    ----------
    Daille, B. (1994). Approche mixte pour l'extraction automatique de terminologie. Université Paris 7.

    >>> mi3(30, 200, 150, 1_000_000, span=10).round(4).tolist()
    16.4576
    """
    return mi(o, f1, f2, n, span=span) + 2 * np.log2(above_zero(o))


def npmi(o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute the mutual information on a scale from -1 (never together) to 1 (never apart); 0 is chance.

    It is missing where a word does not occur, and where every place holds the pair.

    References
    ----------
    Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. GSCL Conference.

    >>> npmi([10, 1, 0], [10, 10, 10], [10, 10, 10], 100, span=1).round(4).tolist()
    [1.0, 0.0, -1.0]
    """
    values = mi(o, f1, f2, n, span=span) / above_zero(-np.log2(above_zero(o) / above_zero(n) / span))
    never = (np.asarray(o) == 0) & (expected(f1, f2, n, span=span) > 0)
    return np.where(never, -1.0, values)


def t_score(o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute the difference from chance in standard errors of `o`, which favours frequent pairs.

    It is for ordering; words are no normal draws, so take no probability from it. It is missing where a word
    does not occur and for words that never stand together.

    References
    ----------
    Church, K., Gale, W., Hanks, P. & Hindle, D. (1991). Using statistics in lexical analysis. In: Lexical
    acquisition.

    >>> t_score(30, 200, 150, 1_000_000, span=10).round(4).tolist()
    5.4225
    """
    o = above_zero(o)
    return (o - above_zero(expected(f1, f2, n, span=span))) / np.sqrt(o)


def z_score(o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute the difference from chance in standard deviations of what is expected (the root of it).

    It favours rare words as `mi` does. It is missing where a word does not occur.

    References
    ----------
    Berry-Rogghe, G. (1973). The computation of collocations and their relevance in lexical studies. In: The
    computer and literary studies. The root of the expected frequency stands for her binomial deviation.

    >>> z_score(30, 200, 150, 1_000_000, span=10).round(4).tolist()
    54.2245
    """
    chance = above_zero(expected(f1, f2, n, span=span))
    return (o - chance) / np.sqrt(chance)


def log_dice(o: ArrayLike, f1: ArrayLike, f2: ArrayLike) -> np.ndarray:
    """Compute 14 plus the binary logarithm of the Dice coefficient of the two words.

    It does not depend on the size of the corpus, so that it may be compared across corpora, for the same
    span. It is 14 for two words that are never met apart, and exceeds that only where windows hold a word
    several times. It is missing for words that never stand together.

    References
    ----------
    Rychlý, P. (2008). A lexicographer-friendly association score. RASLAN.

    >>> log_dice(30, 200, 150).round(4).tolist()
    11.4557
    """
    return 14 + np.log2(2 * above_zero(o) / above_zero(np.add(f1, f2, dtype=float)))


def simple_ll(o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute the log-likelihood ratio of `o` alone, negative where it is less than by chance.

    It comes close to `g2_association` for words that are not frequent. It is missing where a word does not
    occur.

    References
    ----------
    Evert, S. (2008). Corpora and collocations. In: Corpus linguistics, an international handbook.

    >>> simple_ll(30, 200, 150, 1_000_000, span=10).round(4).tolist()
    216.9102
    """
    chance = above_zero(expected(f1, f2, n, span=span))
    o = np.asarray(o, float)
    logarithm = np.log(np.where(o > 0, o / chance, 1))
    return np.sign(o - chance) * np.maximum(2 * (o * logarithm - (o - chance)), 0)


def g2_association(o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int) -> np.ndarray:
    """Compute the log-likelihood ratio of the whole table, negative where `o` is less than by chance.

    It tells how sure an association is, not how strong, and `g2_p_value` holds for it. It is 0 where the
    collocate does not occur, and missing where the node does not or nothing but the node does.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
    Linguistics 19.

    >>> g2_association(30, 200, 150, 1_000_000, span=10).round(2).tolist()
    217.95
    """
    return g2(*_samples(o, f1, f2, n, span))


def delta_p(
    o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, *, span: int
) -> tuple[np.ndarray, np.ndarray]:
    """Compute how much likelier a place holds one word near the other than elsewhere, from -1 to 1.

    The first value is that of the collocate given the node, the second that of the node given the collocate:
    they tell which of the two calls for the other. A place is one of the span, so the wider that is, the
    smaller the values. They are missing where the word given does not occur or nothing but that does.

    References
    ----------
    Gries, S. Th. (2013). 50-something years of work on collocations. Int. J. of Corpus Linguistics 18.

    >>> forwards, backwards = delta_p(5610, 174_548, 7867, 10_409_868, span=1)
    >>> print(f"{forwards:.3f} and {backwards:.3f}")
    0.032 and 0.697
    """
    return _rate_difference(*_samples(o, f1, f2, n, span)), _rate_difference(*_samples(o, f2, f1, n, span))


def _rate_difference(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> np.ndarray:
    return a / above_zero(c) - b / above_zero(d)


def _samples(
    o: ArrayLike, f1: ArrayLike, f2: ArrayLike, n: ArrayLike, span: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The collocate in the node's windows and in all others, and the places of both."""
    o, f1, f2, n = (np.asarray(values, float) for values in (o, f1, f2, n))
    return o, np.maximum(f2 * span - o, 0), f1 * span, (n - f1) * span
