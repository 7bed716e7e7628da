import numpy as np
import pytest
from scipy.stats import chi2_contingency

from tenor.frequency.measures.stretches import most_different_stretch


def greatest_g2(k, n):
    """The stretch that scipy's G² of every table of documents is greatest for."""
    k, n, found = np.array(k), np.array(n), {}
    for start in [0, *range(3, len(k))]:
        for end in range(start + 3, len(k) - 2):
            inside = np.isin(np.arange(len(k)), range(start, end))
            table = [[k[side].sum(), (n - k)[side].sum()] for side in (inside, ~inside)]
            found[start, end] = round(
                chi2_contingency(table, correction=False, lambda_="log-likelihood")[0], 9
            )
    return max(found, key=found.get)


@pytest.mark.parametrize("seed", range(6))
def test_the_stretch_of_greatest_g2(seed):
    rng = np.random.default_rng(seed)
    n = rng.integers(5, 30, 12)
    k = rng.binomial(n, 0.3)
    assert most_different_stretch(k, n, seed=1)[:2] == greatest_g2(k, n)


def test_a_step_starts_the_series():
    assert most_different_stretch([1] * 6 + [8] * 6, [9] * 12, seed=1)[:2] == (0, 6)


def test_a_clear_stretch_is_matched_by_no_shuffle():
    k = [2] * 15 + [15] * 6 + [2] * 15
    assert most_different_stretch(k, [20] * 36, seed=1) == (15, 21, 1 / 2000)


def test_equal_periods_are_matched_by_every_shuffle():
    assert most_different_stretch([2] * 10, [9] * 10, seed=1).p_value == 1
    assert most_different_stretch([0] * 10, [9] * 10, seed=1).p_value == 1
    assert most_different_stretch([9] * 10, [9] * 10, seed=1).p_value == 1


def test_a_lone_peak_is_no_stretch():
    k = [2] * 15 + [20] + [2] * 15
    assert most_different_stretch(k, [20] * 31, seed=1).p_value > 0.5


def test_the_same_seed_gives_the_same_value():
    k, n = np.random.default_rng(3).binomial(20, 0.2, 20), [20] * 20
    first, again, other = (most_different_stretch(k, n, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first.p_value != other.p_value
    assert first[:2] == other[:2]


@pytest.mark.parametrize("spread", [0, 0.5, 1.0], ids=["coins", "overdispersed", "wild"])
def test_false_alarms_in_flat_series_are_as_many_as_promised(spread):
    rng = np.random.default_rng(4)
    p_values = []
    for _ in range(200):
        rate = 0.15 * np.exp(spread * rng.normal(size=30) - spread**2 / 2)
        k = rng.binomial(20, np.minimum(rate, 1))
        p_values.append(most_different_stretch(k, [20] * 30, seed=1).p_value)
    # Of 200 trials at 0.05, 18 or more are a surprise of less than one in a hundred.
    assert (np.array(p_values) <= 0.05).sum() < 18
    assert 0.4 < np.mean(p_values) < 0.6


def test_false_alarms_where_the_number_of_documents_grows():
    rng = np.random.default_rng(5)
    n = np.linspace(5, 80, 30).astype(int)
    p_values = [most_different_stretch(rng.binomial(n, 0.15), n, seed=1).p_value for _ in range(200)]
    assert (np.array(p_values) <= 0.05).sum() < 18
    assert 0.4 < np.mean(p_values) < 0.6


def test_a_doubling_is_found_at_its_place():
    rng = np.random.default_rng(6)
    rate = np.repeat([0.15, 0.3], 15)
    found = [most_different_stretch(rng.binomial(40, rate), [40] * 30, seed=1) for _ in range(50)]
    assert sum(p_value <= 0.05 for *_, p_value in found) >= 45
    assert sum(abs(end - 15) <= 1 for start, end, _ in found if start == 0) >= 30
