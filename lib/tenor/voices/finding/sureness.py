"""How sure a quotation is: the chance that its words and its speaker are both right, as fitted on articles
that the tagger did not learn from."""

import json
from functools import cache
from math import exp, log1p
from pathlib import Path

import numpy as np

from tenor.voices.finding.spans import CONTENT, CUE, Found
from tenor.voices.finding.tagging import Tags
from tenor.voices.finding.texts import Texts

WEIGHTS = Path(__file__).with_name("sureness.json")


def sureness(texts: Texts, tags: Tags, found: Found) -> float:
    """The confidence in a quotation, 0 to 1."""
    weights = _weights()
    score = sum(weights[name] * value for name, value in signs_of(texts, tags, found).items())
    return 1 / (1 + exp(-score))


def signs_of(texts: Texts, tags: Tags, found: Found) -> dict[str, float]:
    """What speaks for and against a quotation."""
    content, cue = found.content, found.cue
    likely = tags.probabilities[slice(*content), CONTENT:].sum(axis=1)
    quoted = texts.is_quoted[slice(*content)].mean()
    n_words = log1p(content.end - content.first)
    first = texts.paragraph_bounds[texts.paragraphs[content.first] + 1]
    goes_on = tags.probabilities[content.end, CONTENT + 1] if content.end < first else 0.0
    signs = {
        "constant": 1.0,
        "mean probability": likely.mean(),
        "least probability": likely.min(),
        "probability of the start": tags.probabilities[content.first, CONTENT],
        "probability of going on": goes_on,
        "quoted": quoted,
        "words": n_words,
        "words quoted": n_words * quoted,
        "no cue": cue is None,
        "probability of the cue": tags.probabilities[slice(*cue), CUE : CUE + 2].sum(axis=1).mean()
        if cue
        else 0.0,
        "no speaker": found.speaker is None,
        "speaker": found.speaker_sureness if found.speaker else 0.0,
    }
    return {name: float(np.float64(value)) for name, value in signs.items()}


@cache
def _weights() -> dict[str, float]:
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))
