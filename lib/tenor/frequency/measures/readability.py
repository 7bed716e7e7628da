"""Readability: the indices that count words, sentences, syllables and letters.

All but LIX were fitted to schoolbooks or manuals in English; on news they tell long words and sentences, not
whether a reader understands. The arguments are counts of each text, and the values missing where a text has
no words.
"""

import numpy as np

# McLaughlin's rule counts in thirty sentences.
SMOG_SENTENCES = 30


def flesch_reading_ease(n_words: np.ndarray, n_sentences: np.ndarray, n_syllables: np.ndarray) -> np.ndarray:
    """Compute Flesch's reading ease: about 100 very easy, 60 plain, 30 difficult; long sentences push it
    below 0.

    References
    ----------
    Flesch, R. (1948). A new readability yardstick. J. of Applied Psychology 32.

    >>> flesch_reading_ease(np.array([100]), np.array([5]), np.array([140])).round(3).tolist()
    [68.095]
    """
    return 206.835 - 1.015 * _ratio(n_words, n_sentences) - 84.6 * _ratio(n_syllables, n_words)


def flesch_kincaid_grade(n_words: np.ndarray, n_sentences: np.ndarray, n_syllables: np.ndarray) -> np.ndarray:
    """Compute the Flesch-Kincaid grade: the years of (American) school that a text is said to ask for.

    References
    ----------
    Kincaid, J. P. et al. (1975). Derivation of new readability formulas for Navy enlisted personnel.

    >>> flesch_kincaid_grade(np.array([100]), np.array([5]), np.array([140])).round(2).tolist()
    [8.73]
    """
    return 0.39 * _ratio(n_words, n_sentences) + 11.8 * _ratio(n_syllables, n_words) - 15.59


def smog(n_sentences: np.ndarray, n_polysyllables: np.ndarray) -> np.ndarray:
    """Compute the SMOG grade from the words of three syllables or more; missing below 30 sentences, for
    which it was not made.

    References
    ----------
    McLaughlin, G. H. (1969). SMOG grading: a new readability formula. J. of Reading 12.

    >>> smog(np.array([30, 29]), np.array([40, 40])).round(4).tolist()
    [9.7256, nan]
    """
    grade = 3.1291 + 1.043 * np.sqrt(30 * _ratio(n_polysyllables, n_sentences))
    return np.where(n_sentences >= SMOG_SENTENCES, grade, np.nan)


def gunning_fog(n_words: np.ndarray, n_sentences: np.ndarray, n_polysyllables: np.ndarray) -> np.ndarray:
    """Compute the fog index from sentence length and the words of three syllables or more, names and
    inflected forms among them.

    References
    ----------
    Gunning, R. (1952). The technique of clear writing. McGraw-Hill.

    >>> gunning_fog(np.array([100]), np.array([5]), np.array([10])).tolist()
    [12.0]
    """
    return 0.4 * (_ratio(n_words, n_sentences) + 100 * _ratio(n_polysyllables, n_words))


def automated_readability(
    n_words: np.ndarray, n_sentences: np.ndarray, n_characters: np.ndarray
) -> np.ndarray:
    """Compute the automated readability index, which needs no syllables.

    References
    ----------
    Smith, E. A. & Senter, R. J. (1967). Automated readability index. Aerospace Medical Research Laboratories.

    >>> automated_readability(np.array([100]), np.array([5]), np.array([450])).round(3).tolist()
    [9.765]
    """
    return 4.71 * _ratio(n_characters, n_words) + 0.5 * _ratio(n_words, n_sentences) - 21.43


def lix(n_words: np.ndarray, n_sentences: np.ndarray, n_long_words: np.ndarray) -> np.ndarray:
    """Compute LIX, the words in a sentence and the percentage of words of more than six letters: about 30
    easy, 40 a newspaper, 60 difficult. It needs no syllables and is used for many languages.

    References
    ----------
    Björnsson, C. H. (1968). Läsbarhet. Liber.

    >>> lix(np.array([100]), np.array([5]), np.array([25])).tolist()
    [45.0]
    """
    return _ratio(n_words, n_sentences) + 100 * _ratio(n_long_words, n_words)


def _ratio(upper: np.ndarray, lower: np.ndarray) -> np.ndarray:
    """The ratio, missing where `lower` is 0."""
    return np.divide(upper, lower, out=np.full(len(lower), np.nan), where=lower > 0)
