import numpy as np
import pytest

from tenor.sentiment.measures import interval, macro_f1, pearson, spearman


def test_correlations_of_values_by_hand():
    a, b = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 3.0, 2.0, 10.0])
    assert pearson(a, b) == pytest.approx(0.822192, abs=1e-6)
    assert spearman(a, b) == pytest.approx(0.8)


def test_a_constant_has_no_correlation():
    assert np.isnan(pearson(np.zeros(3), np.arange(3.0)))


def test_macro_f1_by_hand():
    ratings = np.array([-2.0, -0.6, 0.5, 0.0, 0.6, 3.0])
    polarity = np.array([-0.5, 0.0, 0.125, 0.2, 0.2, 0.2])
    # F1: negative 2/3, neutral 1/2, positive 4/5.
    assert macro_f1(ratings, polarity) == pytest.approx((2 / 3 + 1 / 2 + 4 / 5) / 3)


def test_the_interval_is_steady_and_holds_the_correlation():
    random = np.random.default_rng(2)
    ratings = random.normal(size=300)
    polarity = ratings + random.normal(size=300)
    groups = np.arange(300) // 3
    low, high = interval(groups, ratings, polarity, n=200)
    assert low < pearson(ratings, polarity) < high
    assert (low, high) == interval(groups, ratings, polarity, n=200)


def test_a_lower_confidence_has_a_narrower_interval():
    random = np.random.default_rng(2)
    ratings, noise = random.normal(size=(2, 300))
    wide, narrow = (
        interval(np.arange(300), ratings, ratings + noise, confidence=confidence, n=400)
        for confidence in (0.95, 0.8)
    )
    assert wide[0] < narrow[0] < narrow[1] < wide[1]
    # As far on each side: the correlations of draws lie nearly evenly around that of the whole.
    r = pearson(ratings, ratings + noise)
    assert (r - narrow[0]) / (narrow[1] - r) == pytest.approx(1, abs=0.35)


def test_articles_are_drawn_whole():
    # Two articles, each of one point: every draw of both is the whole, every other has no spread.
    groups, values = np.array([0, 0, 1, 1]), np.array([0.0, 0.0, 1.0, 1.0])
    assert interval(groups, values, values, n=50) == pytest.approx((1, 1))
