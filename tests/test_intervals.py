import numpy as np
import pytest

from tenor.intervals import bootstrap_mean, bounds_of

SETTINGS = {"confidence": 0.95, "n_resamples": 400, "seed": 1}


def bounds(values, clusters=None, **settings):
    values = np.asarray(values, float)
    clusters = np.arange(len(values)) if clusters is None else np.asarray(clusters)
    return bootstrap_mean(values, clusters, **{**SETTINGS, **settings})


def test_same_seed_gives_the_same_bounds_and_another_seed_others():
    values = np.linspace(-1, 1, 30)
    assert bounds(values) == bounds(values)
    assert bounds(values) != bounds(values, seed=2)


def test_bounds_do_not_depend_on_the_size_of_a_block(monkeypatch):
    values = np.linspace(-1, 1, 30)
    whole = bounds(values)
    monkeypatch.setattr("tenor.intervals._DRAWS_AT_ONCE", 1)
    assert bounds(values) == whole


def test_bounds_lie_around_the_mean_and_widen_with_confidence():
    values = np.linspace(0, 1, 40)
    low, high = bounds(values)
    wider_low, wider_high = bounds(values, confidence=0.99)
    assert 0 < wider_low < low < 0.5 < high < wider_high < 1


def test_bounds_are_near_those_of_the_normal_approximation():
    values = np.random.default_rng(0).normal(0.2, 0.3, 400)
    half_width = 1.96 * values.std() / 20
    expected = [values.mean() - half_width, values.mean() + half_width]
    np.testing.assert_allclose(bounds(values, n_resamples=4000), expected, atol=0.003)


def test_equal_values_give_bounds_without_width():
    assert bounds([0.25] * 8) == (0.25, 0.25)


def test_missing_values_are_left_out():
    values = np.linspace(0, 1, 9)
    assert bounds([*values, np.nan]) == bounds(values)


@pytest.mark.parametrize("values", [[], [0.1], [0.1, 0.2, 0.3, 0.4], [0.1] * 4 + [np.nan] * 4, [np.nan] * 9])
def test_fewer_than_five_known_values_give_no_bounds(values):
    assert np.isnan(bounds(values)).all()


def test_copies_are_one_observation():
    values = np.linspace(-1, 1, 12)
    thrice = np.repeat(values, 3)
    np.testing.assert_allclose(bounds(thrice, np.repeat(np.arange(12), 3)), bounds(values))
    low, high = bounds(thrice)
    assert high - low < np.ptp(bounds(values)) * 0.75
    assert np.isnan(bounds(thrice, np.repeat(np.arange(4), 9))).all()


def test_a_document_of_a_large_cluster_counts_once_in_the_mean():
    # One text printed 30 times with score 1, and 30 others with 0: the mean of documents is 0.5.
    low, high = bounds([1] * 30 + [0] * 30, [0] * 30 + list(range(1, 31)), n_resamples=4000)
    assert low == 0
    assert high > 0.7


@pytest.mark.parametrize("n", [5, 10, 40])
def test_about_95_of_100_intervals_hold_the_true_mean(n):
    random = np.random.default_rng(7)
    samples = random.normal(0.2, 0.1, (300, n))
    intervals = np.array([bounds(sample, seed=seed) for seed, sample in enumerate(samples)])
    covered = (intervals[:, 0] <= 0.2) & (intervals[:, 1] >= 0.2)
    assert 0.91 <= covered.mean() <= 0.98


def test_bounds_of_many_stories_are_the_percentiles():
    draws = np.linspace(0, 1, 1001)
    np.testing.assert_allclose(bounds_of(draws, 10**6, 0.95), [0.025, 0.975], atol=1e-4)


def test_bounds_of_five_stories_lie_further_out():
    # Student's t of 4 degrees of freedom at 0.975 is 2.776; times the root of 5/4 it is 3.104, behind which
    # the normal distribution has 0.00095.
    np.testing.assert_allclose(bounds_of(np.linspace(0, 1, 1001), 5, 0.95), [0.00095, 0.99905], atol=1e-5)
