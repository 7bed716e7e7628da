"""What is shipped with the model."""

import json
import re
from importlib.resources import files

import numpy as np
import pytest

from tenor.sentiment import score_towards
from tenor.sentiment.targets.model import load
from tenor.sentiment.targets.words import groups, look_up

HERE = files("tenor.sentiment.targets")


def test_no_weight_is_of_a_masked_word():
    # Where a stem stands in the table, other words may have it: "progressed" has that of "progressive".
    forms = {name for name in load().weights if re.match(r"(left|right)\d+:|any:[a-z]+-", name)}
    assert not {name for name in forms if set(name.partition(":")[2].split()) & groups()}


@pytest.mark.parametrize("word", sorted(groups())[::9])
def test_masked_words_do_not_change_a_score(word):
    one, other = (score_towards([f"Orr met the {seen} there."], [0], [3]) for seen in (word, "men"))
    assert one["polarity"].tolist() == other["polarity"].tolist()


def test_weights_are_as_many_as_told_and_each_tells_labels_apart():
    told = json.loads((HERE / "settings.json").read_text("utf-8"))
    weights = np.array(list(load().weights.values()))
    assert len(weights) == told["n_features"] <= 20_000
    assert np.abs(weights).max(axis=1).min() >= told["settings"]["least_weight"] - 0.001
    np.testing.assert_allclose(weights.sum(axis=1), 0, atol=0.002)


def test_the_card_is_there():
    assert "Neutrality" in (HERE / "CARD.md").read_text("utf-8")


@pytest.mark.parametrize(("word", "sign"), [("praised", 1), ("indicted", -1), ("dam", 0), ("NAME", 0)])
def test_signs_of_words(word, sign):
    assert look_up(word).sign == sign


def test_own_words_are_listed_once_a_class_and_none_is_masked():
    lines = (HERE / "opinions.tsv").read_text("utf-8").splitlines()[1:]
    assert len(lines) == len(set(lines))
    assert not {line.split("\t")[1] for line in lines} & groups()
