"""The model: weights of features, read from weights.tsv, and the probabilities that they give."""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tenor.sentiment.targets.features import OWNERS, features
from tenor.sentiment.targets.reading import Reading

LABELS = ("negative", "neutral", "positive")
CONSTANT = "(constant)"
# Words that the model knows by themselves, and not by where they stand.
WORD = "any:"
HEADER = "\t".join(("feature", *LABELS))

Weights = tuple[float, float, float]


class Model(NamedTuple):
    """Log-odds that each feature adds to each label, those that every mention has, and the stems of words
    that are no names where they begin a sentence."""

    weights: Mapping[str, Weights]
    constant: Weights
    ordinary: frozenset[str]


@cache
def load() -> Model:
    """The model that is shipped."""
    return parse((files("tenor.sentiment.targets") / "weights.tsv").read_text("utf-8"))


def parse(text: str) -> Model:
    """The model of a table of weights: `feature`, `negative`, `neutral`, `positive`, parted by tabs.

    >>> parse(f"{HEADER}\\n(constant)\\t0\\t0.5\\t0\\nany:dam\\t0\\t1\\t-1").ordinary
    frozenset({'dam'})
    """
    weights: dict[str, Weights] = {}
    for line in text.splitlines()[1:]:
        name, negative, neutral, positive = line.split("\t")
        weights[name] = (float(negative), float(neutral), float(positive))
    constant = weights.pop(CONSTANT)
    stems = frozenset(name.removeprefix(WORD) for name in weights if name.startswith(WORD))
    return Model(weights, constant, stems)


def mention_features(reading: Reading, text: str, start: int, end: int) -> dict[str, float]:
    """The features of the mention in the characters from `start` to before `end` of `text`."""
    if not reading.words:
        return {}
    first, last = _tokens(reading, start, end)
    return features(reading, first, last, _is_owner(reading, text, last - 1))


def _tokens(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The first token that reaches into the span, and the one behind the last."""
    n = len(reading.words)
    first = next((place for place in range(n) if reading.ends[place] > start), n - 1)
    last = next((place for place in range(first, n) if reading.starts[place] >= end), n)
    return first, max(last, first + 1)


def _is_owner(reading: Reading, text: str, place: int) -> bool:
    """Whether the mention ends as one who has something: "Orr's", "voters'", "her"."""
    form = text[reading.starts[place] : reading.ends[place]].replace("’", "'").lower()
    after = text[reading.ends[place] : reading.ends[place] + 1]
    return form.endswith("'s") or form in OWNERS or (form.endswith("s") and after in ("'", "’"))


def probabilities(model: Model, found: Mapping[str, float]) -> tuple[list[float], int]:
    """The probability of each label, and how many words the model knows."""
    logits, n_known = list(model.constant), 0
    for name, value in found.items():
        weights = model.weights.get(name)
        if weights:
            n_known += name.startswith(WORD)
            for number, weight in enumerate(weights):
                logits[number] += value * weight
    powers = [math.exp(logit - max(logits)) for logit in logits]
    return [power / sum(powers) for power in powers], n_known
