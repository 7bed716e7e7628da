"""The finder on marked articles that it did not learn from."""

from pathlib import Path

import pytest

from tenor.voices.finding.finder import LEAST_CONFIDENCE
from tenor.voices.finding.linking import shipped_weights
from tenor.voices.finding.models import shipped_model
from tenor.voices.finding.settling import settle
from tenor.voices.finding.sureness import sureness
from tenor.voices.finding.tagging import tag
from tenor.voices.training.attributions import join, read_marked
from tenor.voices.training.matching import is_right, true_speakers
from tenor.voices.training.weighing import found_in

SHARED = Path(__file__).resolve().parents[4] / "shared"
DEV = SHARED / "gold" / "attribution-dev.jsonl"
ARTICLES = SHARED / "corpora" / "polnear" / "articles"


@pytest.mark.real
@pytest.mark.skipif(not DEV.exists(), reason=f"no marked articles at {DEV}")
def test_as_many_are_right_as_the_card_says():
    marked = read_marked(DEV, ARTICLES)
    texts = marked.texts
    tags = settle(texts, tag(texts, shipped_model()))
    n_found = n_right = n_true = 0
    for number, attributions in enumerate(marked.attributions):
        found = found_in(marked, tags, number, shipped_weights())
        sure = [one for one in found if sureness(texts, tags, one) >= LEAST_CONFIDENCE]
        speakers = true_speakers(marked, number, [one.content for one in sure])
        n_found += len(sure)
        n_right += sum(is_right(one, speakers) for one in sure)
        n_true += sum(len(join(one["content"], texts.texts[number])) for one in attributions)
    assert 2 * n_right / (n_found + n_true) > 0.6
