import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import agreement, disagreements, score_sentences
from tenor.sentiment.agreements import _correlation, _ranks


def polarities_of(*columns: list[float | None]):
    """A document of one sentence for each row of polarities by TextBlob, VADER, and so on."""
    names = ["textblob", "vader", "tone"][: len(columns)]
    corpus = from_texts([f"This is the sentence number {i}." for i in range(len(columns[0]))])
    scores = score_sentences(corpus, analyzers=names)
    polarity = np.array([value for row in zip(*columns, strict=True) for value in row], float)
    return scores.assign(polarity=polarity), corpus


def test_signs_are_compared_over_sentences_that_both_scored():
    scores, corpus = polarities_of(
        [0.5, 0.1, -0.2, 0.0, 5e-17, None, 0.3], [0.9, -0.3, -0.1, 0.0, 0.4, 0.2, None]
    )
    table = agreement(scores, corpus)
    assert table[["first", "second", "n_sentences"]].to_numpy().tolist() == [["textblob", "vader", 5]]
    assert table[["share_same_sign", "share_opposite"]].to_numpy().tolist() == [[0.6, 0.2]]
    assert table.attrs["notes"][0] == "All 2 analyzers know a word of 5 of 7 sentences."


def test_three_analyzers_are_compared_two_by_two_and_together():
    scores, corpus = polarities_of([0.5, 0.5, -0.2, None], [0.9, -0.3, 0, 0.2], [0.1, 0.1, -0.1, 0.3])
    table = agreement(scores, corpus)
    pairs = [["textblob", "vader"], ["textblob", "tone"], ["vader", "tone"]]
    assert table[["first", "second"]].to_numpy().tolist() == pairs
    assert table["n_sentences"].tolist() == [3, 3, 4]
    np.testing.assert_allclose(table["share_same_sign"], [1 / 3, 1, 2 / 4])
    np.testing.assert_allclose(table["share_opposite"], [1 / 3, 0, 1 / 4])
    assert table.attrs["n_scored"] == 3
    assert [table.attrs[name] for name in ("same_sign", "opposite")] == pytest.approx([1 / 3, 1 / 3])


def test_correlations_against_hand_computed_values():
    # Deviations (-1, 0, 1) and (-1, 1, 0): 1 / 2; ranks are the same.
    scores, corpus = polarities_of([0.1, 0.2, 0.3], [0.4, 0.6, 0.5])
    table = agreement(scores, corpus)
    assert table[["pearson", "spearman"]].to_numpy().ravel() == pytest.approx([0.5, 0.5])


def test_spearman_averages_the_ranks_of_ties():
    a, b = np.array([1.0, 2, 2, 4]), np.array([1.0, 3, 2, 9])
    np.testing.assert_array_equal(_ranks(a), [1, 2.5, 2.5, 4])
    # Deviations (-1.5, 0, 0, 1.5) and (-1.5, 0.5, -0.5, 1.5): 4.5 / sqrt(4.5 * 5).
    assert _correlation(_ranks(a), _ranks(b)) == pytest.approx(4.5 / np.sqrt(22.5))


@pytest.mark.parametrize(
    ("first", "second"),
    [([], []), ([0.5], [0.4]), ([0.5, 0.5], [0.1, 0.2]), ([None, 0.5], [0.5, None])],
)
def test_correlation_of_too_little_is_missing(first, second):
    scores, corpus = polarities_of(first, second)
    assert agreement(scores, corpus)[["pearson", "spearman"]].isna().all(axis=None)


def test_nothing_to_compare_gives_missing_shares():
    corpus = from_texts(["The dam holds."])
    table = agreement(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus)
    assert table["n_sentences"].tolist() == [0]
    assert table[["share_same_sign", "share_opposite"]].isna().all(axis=None)


def test_disagreements_are_the_widest_gaps():
    scores, corpus = polarities_of([0.5, 0.9, 0.1, None], [0.4, -0.8, -0.1, 0.9])
    table = disagreements(scores, corpus, n=2)
    assert table["text"].tolist() == ["This is the sentence number 1.", "This is the sentence number 2."]
    np.testing.assert_allclose(table["gap"], [1.7, 0.2])
    np.testing.assert_allclose(table["polarity_textblob"], [0.9, 0.1])
    np.testing.assert_allclose(table["polarity_vader"], [-0.8, -0.1])


def test_scores_of_one_sign_are_no_disagreement():
    scores, corpus = polarities_of([0.5, 0.0, -0.5], [0.1, 0.5, -0.1])
    assert len(disagreements(scores, corpus)) == 0


def test_a_sentence_that_one_of_three_does_not_score_may_still_be_one():
    scores, corpus = polarities_of([None, 0.1], [-0.4, -0.1], [0.5, None])
    table = disagreements(scores, corpus)
    np.testing.assert_allclose(table["gap"], [0.9, 0.2])
    assert table["polarity_textblob"].isna().tolist() == [True, False]


def test_disagreements_of_nothing_are_an_empty_table():
    corpus = from_texts([])
    table = disagreements(score_sentences(corpus), corpus)
    assert isinstance(table, pd.DataFrame)
    assert {"polarity_textblob", "polarity_vader", "gap", "text"} <= set(table)


@pytest.mark.parametrize("function", [agreement, disagreements])
def test_one_analyzer_is_an_error(scored, function):
    scores, corpus = scored([[0.5]])
    with pytest.raises(
        UserError, match=r"scores hold the analyzers \['vader'\], but agreement is between two or more"
    ):
        function(scores, corpus)
