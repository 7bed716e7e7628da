from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.errors import UserError
from tenor.sentiment import ANALYZERS, score
from tenor.sentiment.ratings import agreement_with_ratings, calibration, read_ratings
from tenor.sentiment.ratings.calibrations import MIN_SENTENCES, _bins
from tenor.tables import describe

# By VADER: positive, negative, and without a known word.
TEXTS = ["A great day.", "A bad night.", "It rains."]


def rated(*ratings: float, texts: list[str] = TEXTS, **columns) -> pd.DataFrame:
    whole = (texts * len(ratings))[: len(ratings)]
    return pd.DataFrame({"text": whole, "rating": np.array(ratings, float), **columns})


def measure(ratings: pd.DataFrame, **how) -> pd.Series:
    return agreement_with_ratings(ratings, analyzers=["vader"], **how).iloc[0]


def test_a_row_is_an_analyzer():
    table = agreement_with_ratings(rated(3, -2, 0))
    assert table["analyzer"].tolist() == list(ANALYZERS)
    assert table["n_sentences"].tolist() == [3, 3, 3]


def test_measures_by_hand():
    great, bad = score(TEXTS[:2], analyzer="vader")["polarity"]
    row = measure(rated(3, -2, 1))
    a, b = np.array([3, -2, 1]) - 2 / 3, np.array([great, bad, 0]) - (great + bad) / 3
    assert row["pearson_r"] == pytest.approx((a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum()))
    assert row["spearman_rho"] == pytest.approx(1)
    # The unscored one is neutral and rated positive: F1 1 for negative, 0 for neutral, 2/3 for positive.
    assert row["macro_f1"] == pytest.approx(5 / 9)
    assert (row["n_scored"], row["share_scored"]) == (2, pytest.approx(2 / 3))


def test_curly_marks_are_read_as_straight_ones():
    straight = rated(1, 2, 3, texts=["It isn't good.", "A bad day.", "Great."])
    curly = straight.assign(text=["It isn’t good.", *straight["text"][1:]])
    assert measure(straight)["pearson_r"] == measure(curly)["pearson_r"]


@pytest.mark.parametrize("ratings", [(1, -1), (1, 1, 1)])
def test_too_few_or_equal_ratings_have_no_correlation(ratings):
    row = measure(rated(*ratings))
    assert row[["pearson_r", "spearman_rho"]].isna().all()
    assert np.isfinite(row["macro_f1"])


@pytest.mark.parametrize(("n", "is_known"), [(MIN_SENTENCES - 1, False), (MIN_SENTENCES, True)])
def test_an_interval_takes_sentences(n, is_known):
    row = measure(rated(*np.arange(n) % 5 - 2), n_resamples=100)
    assert row[["low", "high"]].notna().all() == is_known
    assert np.isfinite(row["pearson_r"])


@pytest.mark.parametrize(("n_documents", "is_known"), [(4, False), (5, True)])
def test_an_interval_takes_documents(n_documents, is_known):
    doc_id = [str(i % n_documents) for i in range(40)]
    row = measure(rated(*np.arange(40) % 5 - 2, doc_id=doc_id), n_resamples=100)
    assert row[["low", "high"]].notna().all() == is_known


def test_documents_are_drawn_whole():
    # In each document the same sentences: every draw has the correlation of the whole.
    ratings = rated(*[3, -2, 0] * 10)
    alone = measure(ratings, n_resamples=100)
    together = measure(ratings.assign(doc_id=np.repeat(list("abcdefghij"), 3)), n_resamples=100)
    assert together["high"] - together["low"] == pytest.approx(0, abs=1e-9)
    assert alone["high"] - alone["low"] > 1e-4


def test_notes_tell_what_is_drawn_and_those_of_the_ratings():
    ratings = describe(rated(1, 0, 1), title="", row="", notes=["A note."])
    notes = agreement_with_ratings(ratings, analyzers=["vader"]).attrs["notes"]
    assert "over sentences, as their documents are not known," in notes[2]
    assert notes[-1] == "A note."
    known = agreement_with_ratings(ratings.assign(doc_id=["a", None, "b"]), analyzers=["vader"])
    assert "over documents (1 sentence of an unknown document" in known.attrs["notes"][2]


def test_bins_of_a_calibration():
    great, bad = score(TEXTS[:2], analyzer="vader")["polarity"]
    table = calibration(rated(3, -2, 1, 2, -3, -2), analyzers=["vader"], n_bins=2)
    assert table["bin"].tolist() == ["1", "2", "unscored"]
    assert table["n_sentences"].tolist() == [2, 2, 2]
    np.testing.assert_allclose(table["polarity"], [bad, great, np.nan])
    np.testing.assert_allclose(table["rating"], [-2.5, 2.5, -0.5])
    assert table[["low", "high"]].isna().all(axis=None)


def test_a_bin_of_five_has_an_interval():
    table = calibration(rated(1, 2, 3, 4, 3, texts=["A great day."]), analyzers=["vader"], n_resamples=100)
    assert len(table) == 1
    row = table.iloc[0]
    assert 1 < row["low"] < row["rating"] < row["high"] < 4


@given(
    st.lists(st.sampled_from([-0.5, 0.0, 0.1, 0.2, 0.9, np.nan]) | st.floats(-1, 1), min_size=1),
    st.integers(1, 8),
)
def test_bins_part_the_sentences_and_keep_equal_scores_together(scores, n_bins):
    polarity = np.array(scores)
    bins = _bins(polarity, n_bins)
    assert sum(inside.astype(int) for _, inside in bins).tolist() == [1] * len(polarity)
    scored = [polarity[inside] for label, inside in bins if label != "unscored"]
    assert len(scored) <= n_bins
    assert all(a.max() < b.min() for a, b in pairwise(scored))


@given(st.lists(st.floats(-1, 1), min_size=1, unique=True), st.integers(1, 8))
def test_bins_of_different_scores_are_nearly_equal(scores, n_bins):
    sizes = [inside.sum() for _, inside in _bins(np.array(scores), n_bins)]
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("function", [agreement_with_ratings, calibration])
@pytest.mark.parametrize(
    ("ratings", "how", "message"),
    [
        (rated(1), {"analyzers": []}, "names none"),
        (rated(1), {"analyzers": ["wader"]}, "did you mean 'vader'"),
        (rated(1), {"n_resamples": 5}, "n_resamples = 5 is too small"),
        (rated(1).drop(columns="rating"), {}, "ratings lack the column 'rating'"),
    ],
)
def test_what_is_wrong_is_told(function, ratings, how, message):
    with pytest.raises(UserError, match=message):
        function(ratings, **how)


def test_bins_are_one_at_least():
    with pytest.raises(UserError, match="n_bins = 0 is no number of bins"):
        calibration(rated(1), n_bins=0)


def test_no_ratings_give_no_measures():
    ratings = read_ratings("")
    table = agreement_with_ratings(ratings)
    assert table["n_sentences"].tolist() == [0, 0, 0]
    assert table[["pearson_r", "macro_f1", "share_scored"]].isna().all(axis=None)
    assert calibration(ratings).empty
    assert table.attrs["notes"][-1].startswith("No ratings are given: fill in the sample")
