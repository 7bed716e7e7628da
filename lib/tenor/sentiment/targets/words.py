"""What is known of words before anything is learned: values of two lexicons, and a list of our own."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tenor.sentiment.targets.reading import is_known, stem

_HERE = files("tenor.sentiment.targets")
# Classes of opinions.tsv that speak for whom they are said of; "report" and "claim" do neither.
_GOOD = frozenset(("praise", "succeed", "support", "merit"))
_BAD = frozenset(("attack", "prosecute", "harm", "err", "blame", "scandal", "opposition", "suffering"))


class Known(NamedTuple):
    """A word's stem, its classes in opinions.tsv, and its sign (-1, 0 or 1): that of its classes, else the
    one on which VADER's and TextBlob's lexicons do not disagree."""

    stem: str
    classes: tuple[str, ...]
    sign: int


@cache
def groups() -> frozenset[str]:
    """Words for faiths, ideologies, peoples and sexes, none of which may weigh."""
    return frozenset((_HERE / "groups.txt").read_text("utf-8").split())


@cache
def _opinions() -> dict[str, tuple[str, ...]]:
    classes: dict[str, dict[str, None]] = {}
    for line in (_HERE / "opinions.tsv").read_text("utf-8").splitlines()[1:]:
        kind, word = line.split("\t")
        classes.setdefault(stem(word), {})[kind] = None
    return {word: tuple(kinds) for word, kinds in classes.items()}


@cache
def _vader() -> dict[str, float]:
    # Imported here: the package brings `requests` along.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return {word: value / 4 for word, value in SentimentIntensityAnalyzer().lexicon.items()}


@cache
def _textblob() -> dict[str, float]:
    from textblob.en import sentiment

    sentiment.load()
    return {word: senses[None][0] for word, senses in sentiment.items() if None in senses}


@cache
def look_up(word: str) -> Known:
    """What is known of a word.

    >>> look_up("embattled")
    Known(stem='embattl', classes=('blame',), sign=-1)
    """
    if not is_known(word):
        return Known(word, (), 0)
    classes = _opinions().get(stem(word), ())
    values = (_vader().get(word, 0.0), _textblob().get(word, 0.0))
    votes = sum((value > 0) - (value < 0) for value in values)
    votes += 2 * (any(kind in _GOOD for kind in classes) - any(kind in _BAD for kind in classes))
    return Known(stem(word), classes, (votes > 0) - (votes < 0))
