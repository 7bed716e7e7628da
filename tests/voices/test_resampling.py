import numpy as np
import pytest

from tenor.errors import UserError
from tenor.voices.resampling import Bootstrap

BOOTSTRAP = Bootstrap(0.95, 500, 1)
STORIES = np.arange(40)


def bounds_of_half(n: int, seed: int = 1) -> np.ndarray:
    """The bounds of the share of column 0, which half of `n` documents are of."""
    docs = np.arange(n)
    return Bootstrap(0.95, 500, seed).shares(docs, docs % 2, np.ones(n), STORIES, 2)


def test_shares_of_two_columns_mirror_one_another():
    (low, high), (other_low, other_high) = bounds_of_half(40)
    assert (other_low, other_high) == pytest.approx((1 - high, 1 - low))
    # The standard error is sqrt(0.25 / 40) = 0.079.
    assert low == pytest.approx(0.5 - 1.96 * 0.079, abs=0.03)


def test_the_same_seed_gives_the_same_bounds():
    assert bounds_of_half(20).tolist() == bounds_of_half(20).tolist() != bounds_of_half(20, 2).tolist()


def test_weights_count():
    docs = np.arange(20)
    bounds = BOOTSTRAP.shares(docs, docs % 2, np.where(docs % 2, 9.0, 1.0), STORIES, 2)
    assert bounds[0, 1] < 0.5 < bounds[1, 0]


def test_copies_are_drawn_together():
    docs = np.arange(20)
    stories = np.repeat(np.arange(4), 5)
    assert np.isnan(BOOTSTRAP.shares(docs, docs % 2, np.ones(20), stories, 2)).all()


def test_a_logarithm_is_bounded_around_its_number_and_above_one():
    draws = np.exp(np.random.default_rng(1).normal(0, 0.1, 4000))
    low, high = BOOTSTRAP.bound_logarithm(4.0, draws, 1000)
    assert (low, high) == pytest.approx((4 * np.exp(-0.196), 4 * np.exp(0.196)), rel=0.01)
    assert BOOTSTRAP.bound_logarithm(1.05, draws, 1000)[0] == 1
    assert np.isnan(BOOTSTRAP.bound_logarithm(4.0, draws, 4)).all()


@pytest.mark.parametrize("settings", [(0.2, 500, 1), (0.95, 10, 1), (0.95, 500, -1)])
def test_bad_settings(settings):
    with pytest.raises(UserError):
        Bootstrap(*settings)
