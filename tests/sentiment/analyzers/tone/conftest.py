"""A scorer whose words are chosen by hand."""

from collections.abc import Callable

import numpy as np
import pytest

from tenor.corpus.shards import make_shard
from tenor.sentiment.analyzers.tone.scoring import score_tokens
from tenor.sentiment.analyzers.tone.settings import Settings
from tenor.sentiment.analyzers.tone.words import make_words

# A word of weight 1 adds 1 over the root of the number of words.
PLAIN = Settings(
    negated=-0.5,
    reversed=-0.25,
    reduced=0.1,
    intensified=1.5,
    diminished=0.75,
    before_but=0.8,
    after_but=1.2,
    constant=0.0,
    scale=1.0,
)


@pytest.fixture
def score_by_hand() -> Callable[..., np.ndarray]:
    """Score texts, each a sentence, with words given as `calm=0.5`: the polarity of each."""

    def score(*texts: str, **weights: float) -> np.ndarray:
        shard = make_shard(texts)
        words = make_words({term: (weight, "") for term, weight in weights.items()})
        tokens = (shard.forms, shard.form_ids, shard.document_starts)
        return score_tokens(*tokens, words=words, settings=PLAIN)[0]

    return score
