"""The openly licensed lists of words that the weights start from."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

from tenor.sentiment.training.tone.inflections import find_inflections

FOLDER = Path(__file__).parent


@cache
def source_lists() -> dict[str, dict[str, float]]:
    """Each list by its name: terms of one word and their values from -4 to 4."""
    return {"vader": _vader(), "textblob": _textblob(), "opinion": _opinion()}


def _is_word(term: str) -> bool:
    return term[:1].isalpha() and " " not in term and len(term) > 1


def _vader() -> dict[str, float]:
    import vaderSentiment

    path = Path(vaderSentiment.__file__).parent / "vader_lexicon.txt"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row[0].lower(): float(row[1]) for row in rows if _is_word(row[0])}


def _textblob() -> dict[str, float]:
    """The mean of the senses of each word."""
    from xml.etree import ElementTree

    import textblob.en

    path = Path(textblob.en.__file__).parent / "en-sentiment.xml"
    senses = defaultdict(list)
    for word in ElementTree.parse(path).getroot().iter("word"):
        senses[word.get("form").lower()].append(4 * float(word.get("polarity")))
    return {term: float(np.mean(values)) for term, values in senses.items() if _is_word(term)}


def _opinion() -> dict[str, float]:
    rows = (line.split("\t") for line in (FOLDER / "opinion_words.tsv").read_text("utf-8").splitlines()[1:])
    return {term: float(value) for term, value in rows}


def listed_terms() -> list[str]:
    """The terms of all lists, in the order of the alphabet."""
    return sorted(set().union(*source_lists().values()))


def stems_of(terms: Iterable[str]) -> list[str]:
    """The stem of each term (Porter's second stemmer)."""
    from nltk.stem.snowball import SnowballStemmer

    stemmer = SnowballStemmer("english")
    return [stemmer.stem(term) for term in terms]


def look_up(terms: list[str], stems: list[str]) -> np.ndarray:
    """What the lists say of `terms`, which hold all of theirs, and whose stems are given: a row a term.

    There are four columns a list: the value of the term if it is positive, if it is negative (-4 to 4), and
    the same two of its kin, for terms that this list lacks and another has. Kin is the mean of the terms with
    the same stem. A form that no list has, but whose base one has, takes all from its base, as kin.
    """
    stem_of = dict(zip(terms, stems, strict=True))
    place_of = {term: place for place, term in enumerate(terms)}
    listed = set(listed_terms())
    bases = [(form, base) for form, base in find_inflections(listed).items() if form in place_of]
    forms, sources = ([place_of[pair[side]] for pair in bases] for side in (0, 1))
    columns = []
    for values in source_lists().values():
        means = _means_by_stem(values, stem_of)
        own = np.array([values.get(term, 0.0) for term in terms])
        lacks = np.array([term in listed and term not in values for term in terms], bool)
        kin = np.where(lacks, [means.get(stem, 0.0) for stem in stems], 0.0)
        kin[forms] = own[sources] + kin[sources]
        columns += [np.maximum(own, 0), np.minimum(own, 0), np.maximum(kin, 0), np.minimum(kin, 0)]
    return np.column_stack(columns)


def _means_by_stem(values: dict[str, float], stem_of: dict[str, str]) -> dict[str, float]:
    by_stem = defaultdict(list)
    for term, value in values.items():
        by_stem[stem_of[term]].append(value)
    return {stem: float(np.mean(found)) for stem, found in by_stem.items()}
