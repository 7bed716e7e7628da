import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.frequency.measures.rates import per_million, wilson_interval


def test_rates():
    assert per_million([3, 0], [2000, 10]).tolist() == [1500, 0]


def test_a_rate_of_no_words_is_missing():
    assert np.isnan(per_million([0], [0])).all()
    assert np.isnan(wilson_interval([0], [0], confidence=0.95)).all()


# The four examples of Newcombe (1998), method 3.
@pytest.mark.parametrize(
    ("frequency", "n_words", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_published_intervals(frequency, n_words, low, high):
    assert np.round(wilson_interval(frequency, n_words, confidence=0.95), 4).tolist() == [low, high]


@given(st.integers(0, 50), st.integers(0, 10**7), st.sampled_from([0.5, 0.9, 0.999]))
def test_the_interval_holds_the_share(frequency, others, confidence):
    low, high = wilson_interval(frequency, frequency + others or 1, confidence=confidence)
    assert 0 <= low <= frequency / (frequency + others or 1) <= high <= 1
    assert low < high
