import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import tone_towards, towards


@pytest.fixture
def corpus():
    texts = [f"Orr met voters on day {n}. Orr left them." for n in range(6)]
    return from_texts(texts, source=["Courier"] * 5 + ["Lantern"])


def with_scores(mentions: pd.DataFrame, polarity: list[float]) -> pd.DataFrame:
    labels = np.sign(np.array(polarity)).astype(int) + 1
    label = pd.Categorical.from_codes(labels, ["negative", "neutral", "positive"])
    return mentions.assign(polarity=polarity, label=label)


def test_each_document_counts_once(corpus):
    mentions = with_scores(towards(corpus, "Orr"), [1.0, 0.0] + [-0.5] * 10).drop(index=[3])
    row = tone_towards(mentions, corpus).iloc[0]
    assert row["n_documents"] == 6
    assert row["n_mentions"] == 11
    assert row["polarity"] == pytest.approx((0.5 - 5 * 0.5) / 6)
    assert row[["negative", "neutral", "positive"]].tolist() == pytest.approx([5 / 6, 0.5 / 6, 0.5 / 6])
    assert row["low"] < row["polarity"] < row["high"]


def test_too_few_stories_are_masked_and_named(corpus):
    table = tone_towards(towards(corpus, "Orr"), corpus, by="source")
    assert table["source"].tolist() == ["Courier", "Lantern"]
    assert table["n_documents"].tolist() == [5, 1]
    assert table["polarity"].isna().tolist() == [False, True]
    assert table["neutral"].isna().tolist() == [False, True]
    assert table.attrs["notes"][-1] == "No mean where fewer than 5 stories have a score: Orr, Lantern."


def test_by_voice(corpus):
    table = tone_towards(towards(corpus, "Orr"), corpus, by="voice")
    assert table["voice"].tolist() == ["narration"]


def test_rows_without_a_group_are_counted(corpus):
    table = tone_towards(towards(corpus, "Orr"), corpus, by="speaker")
    assert len(table) == 0
    assert "12 of 12 sentences are left out: they have no speaker." in table.attrs["notes"]


def test_stories_count_once():
    corpus = from_texts(["Orr met voters."] * 3)
    mentions = towards(corpus, "Orr")
    assert tone_towards(mentions, corpus)["n_documents"].tolist() == [3]
    table = tone_towards(mentions, corpus, count="stories")
    assert table["n_documents"].tolist() == [1]
    assert any("2 of 3 sentences, in later near-copies" in note for note in table.attrs["notes"])


def test_an_interval_does_not_depend_on_other_targets(corpus):
    alone = tone_towards(towards(corpus, "Orr"), corpus)
    beside = tone_towards(towards(corpus, {"Orr": [], "voters": []}), corpus)
    pd.testing.assert_series_equal(
        alone.iloc[0], beside[beside["target"] == "Orr"].iloc[0], check_names=False
    )


def test_mentions_of_another_corpus_are_told(corpus):
    mentions = towards(corpus, "Orr")
    with pytest.raises(UserError, match="make them with towards"):
        tone_towards(mentions, corpus.take(np.array([3, 4])))


@pytest.mark.parametrize("by", ["polarity", "colour"])
def test_bad_groups(corpus, by):
    with pytest.raises(UserError, match=by):
        tone_towards(towards(corpus, "Orr"), corpus, by=by)


def test_no_mentions_give_no_rows(corpus):
    assert len(tone_towards(towards(corpus, "Nobody"), corpus)) == 0
