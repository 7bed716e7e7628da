"""Reading rated mentions: their features, which words are names, and which are alike."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from tenor.sentiment.targets.model import mention_features
from tenor.sentiment.targets.reading import is_known, read, stem
from tenor.sentiment.targets.words import groups
from tenor.sentiment.training.towards.targets import Rated
from tenor.sentiment.training.towards.vectors import word_vectors

_ENDS = frozenset('.!?:"“')


class Prepared(NamedTuple):
    """What is known before weights are fitted: features of each mention, and vectors of stems by row."""

    features: list[dict[str, float]]
    rows: dict[str, int]
    vectors: np.ndarray


def prepare(rated: Rated, texts: Sequence[str], vector_size: int) -> Prepared:
    """Read the rated sentences and `texts` without ratings, which tell what words are like one another."""
    different = list(dict.fromkeys(rated.texts))
    ordinary, names = tell_names([*different, *texts])
    masked = groups() | names
    readings = dict(zip(different, read(different, ordinary, masked), strict=True))
    found = [
        mention_features(readings[text], text, start, end)
        for text, start, end in zip(rated.texts, rated.starts, rated.ends, strict=True)
    ]
    others = read(texts, ordinary, masked)
    stems = [[stem(word) for word in reading.words if is_known(word)] for reading in others]
    return Prepared(found, *word_vectors(stems, vector_size))


def tell_names(texts: Sequence[str]) -> tuple[set[str], set[str]]:
    """The stems of words that are no names, and words that are names even where they are written small.

    A word is a name if it, or all words of its stem together, have a capital inside sentences at least as
    often as none. The stems are of other words, which occur in small letters at least twice.

    >>> stems, names = tell_names(["The dam by a river; a dam by a road.", "It is orr by Orr."])
    >>> sorted(stems), names
    (['a', 'by', 'dam'], {'orr'})
    """
    small, capital = _count_forms(texts)
    excess: Counter[str] = Counter()
    for word in small | capital:
        excess[stem(word)] += small[word] - capital[word]
    names = {word for word in small if small[word] <= capital[word] or excess[stem(word)] <= 0}
    stems: Counter[str] = Counter()
    for word in small.keys() - names:
        stems[stem(word)] += small[word]
    return {word for word, count in stems.items() if count >= 2}, names


def _count_forms(texts: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is written small, and with a capital inside a sentence, without "'s"."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for words in _forms(texts):
        for form, is_inside in words:
            word = form.lower().removesuffix("'s")
            if form.islower():
                small[word] += 1
            elif is_inside:
                capital[word] += 1
    return small, capital


def _forms(texts: Sequence[str]) -> Iterator[list[tuple[str, bool]]]:
    """The words of each text as written, with whether they stand inside a sentence."""
    from tenor.corpus.tokens import tokenize

    tokens = tokenize([text.encode() for text in texts])
    forms, bounds = tokens.forms.to_pylist(), tokens.bounds.tolist()
    for first, last in pairwise(bounds):
        is_inside, words = False, []
        for form in forms[first:last]:
            if form[0].isalpha():
                words.append((form.replace("’", "'"), is_inside))
            is_inside = form not in _ENDS and (is_inside or form[0].isalnum())
        yield words
