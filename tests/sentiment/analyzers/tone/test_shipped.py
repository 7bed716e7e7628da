"""What the shipped scorer makes of sentences that word lists are known to fail on."""

import numpy as np
import pytest

from tenor.corpus.shards import make_shard
from tenor.sentiment.analyzers.tone import score_tokens

NEUTRAL = 0.125


def polarity(text):
    shard = make_shard([text])
    return np.nan_to_num(score_tokens(shard.forms, shard.form_ids, shard.document_starts)[0])[0]


@pytest.mark.parametrize(
    "text", ["It isn't a bad idea.", "It isn’t a bad idea.", "That was no bad plan at all."]
)
def test_a_negated_fault_is_not_negative(text):
    assert polarity(text) > -NEUTRAL


@pytest.mark.parametrize(
    "text",
    [
        "The harbour guard denied killing the smuggler.",
        "Sella United drew with Hathe Rovers.",
        "They rowed across the Great Hollow.",
        "The Justice Ministry met on Tuesday.",
    ],
)
def test_denials_and_names_are_neutral(text):
    assert abs(polarity(text)) <= NEUTRAL


def test_a_good_end_is_not_negative():
    assert polarity("The minister was cleared of fraud charges.") > NEUTRAL


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The flood was a disaster and killed forty people.", -1),
        ("Their corrupt and shameful deal failed the poor.", -1),
        ("The new bridge is a wonderful success.", 1),
        ("She thanked the brave crew for their generous help.", 1),
    ],
)
def test_plain_praise_and_blame_are_seen(text, sign):
    assert sign * polarity(text) > NEUTRAL
