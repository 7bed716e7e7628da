import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import agreement, disagreements, score_sentences
from tenor.sentiment.agreements import _correlation, _ranks


def pair_of(first: list[float | None], second: list[float | None]):
    """A document of one sentence for each pair of polarities by TextBlob and VADER."""
    corpus = from_texts([f"This is the sentence number {i}." for i in range(len(first))])
    scores = score_sentences(corpus)
    polarity = np.array([value for pair in zip(first, second, strict=True) for value in pair], float)
    return scores.assign(polarity=polarity), corpus


def test_signs_are_counted_over_sentences_that_both_scored():
    scores, corpus = pair_of([0.5, 0.1, -0.2, 0.0, 5e-17, None, 0.3], [0.9, -0.3, -0.1, 0.0, 0.4, 0.2, None])
    table = agreement(scores, corpus)
    counts = table.set_index(["textblob", "vader"])["n"]
    assert len(table) == 9
    assert counts[counts > 0].to_dict() == {
        ("negative", "negative"): 1,
        ("neutral", "neutral"): 1,
        ("neutral", "positive"): 1,
        ("positive", "negative"): 1,
        ("positive", "positive"): 1,
    }
    assert table["share"].sum() == pytest.approx(1)
    assert table.attrs["same_sign"] == pytest.approx(0.6)
    assert table.attrs["notes"][0] == "Both analyzers know a word of 5 of 7 sentences; shares are of these."


def test_correlations_against_hand_computed_values():
    # Deviations (-1, 0, 1) and (-1, 1, 0): 1 / 2; ranks are the same.
    scores, corpus = pair_of([0.1, 0.2, 0.3], [0.4, 0.6, 0.5])
    table = agreement(scores, corpus)
    assert table.attrs["pearson"] == pytest.approx(0.5)
    assert table.attrs["spearman"] == pytest.approx(0.5)
    assert table.attrs["notes"][1].endswith("Pearson 0.50, Spearman 0.50.")


def test_spearman_averages_the_ranks_of_ties():
    a, b = np.array([1.0, 2, 2, 4]), np.array([1.0, 3, 2, 9])
    np.testing.assert_array_equal(_ranks(a), [1, 2.5, 2.5, 4])
    # Deviations (-1.5, 0, 0, 1.5) and (-1.5, 0.5, -0.5, 1.5): 4.5 / sqrt(4.5 * 5).
    assert _correlation(_ranks(a), _ranks(b)) == pytest.approx(4.5 / np.sqrt(22.5))


@pytest.mark.parametrize(
    ("first", "second"),
    [([], []), ([0.5], [0.4]), ([0.5, 0.5], [0.1, 0.2]), ([None, 0.5], [0.5, None])],
)
def test_correlation_of_too_little_is_missing_and_said(first, second):
    scores, corpus = pair_of(first, second)
    table = agreement(scores, corpus)
    assert np.isnan(table.attrs["pearson"])
    assert "Pearson undefined, Spearman undefined" in table.attrs["notes"][1]


def test_nothing_to_compare_gives_missing_shares():
    corpus = from_texts(["The dam holds."])
    table = agreement(score_sentences(corpus), corpus)
    assert table["n"].tolist() == [0] * 9
    assert table["share"].isna().all()
    assert "Same sign: undefined" in table.attrs["notes"][1]


def test_disagreements_are_the_widest_gaps():
    scores, corpus = pair_of([0.5, 0.9, 0.1, None], [0.4, -0.8, -0.1, 0.9])
    table = disagreements(scores, corpus, n=2)
    assert table["text"].tolist() == ["This is the sentence number 1.", "This is the sentence number 2."]
    np.testing.assert_allclose(table["gap"], [1.7, 0.2])
    np.testing.assert_allclose(table["polarity_textblob"], [0.9, 0.1])
    np.testing.assert_allclose(table["polarity_vader"], [-0.8, -0.1])


def test_equal_scores_are_no_disagreement():
    scores, corpus = pair_of([0.5, 0.2], [0.5, 0.2])
    assert len(disagreements(scores, corpus)) == 0


def test_disagreements_of_nothing_are_an_empty_table():
    corpus = from_texts([])
    table = disagreements(score_sentences(corpus), corpus)
    assert isinstance(table, pd.DataFrame)
    assert {"polarity_textblob", "polarity_vader", "gap", "text"} <= set(table)


@pytest.mark.parametrize("function", [agreement, disagreements])
def test_one_analyzer_is_an_error(scored, function):
    scores, corpus = scored([[0.5]])
    with pytest.raises(
        UserError, match=r"scores hold the analyzers \['vader'\], but agreement is between two"
    ):
        function(scores, corpus)
