import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tenor.frequency.measures.effect_sizes import (
    ell,
    log_ratio,
    lrc,
    odds_ratio,
    percent_difference,
    simple_maths,
)

MISSING = float("nan")
WORKED = [
    (150, 50, 10_000, 20_000),
    (10, 0, 10_000, 10_000),
    (0, 10, 10_000, 10_000),
    (100, 10, 1_000_000, 1_000_000),
    (5, 40, 2500, 100_000),
    (600, 300, 10_000, 10_000),
]
WORKED_COLUMNS = np.array(WORKED).T

samples = st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(1, 10**7), st.integers(1, 10**7))


def with_words(sample: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Frequencies and words of two samples, from frequencies and all other words."""
    a, b, others, reference_others = sample
    return a, b, a + others, b + reference_others


def test_worked_log_ratios():
    assert log_ratio(*WORKED_COLUMNS).round(4).tolist() == [2.5850, 4.3219, -4.3219, 3.3219, 2.3219, 1.0]


@pytest.mark.parametrize(
    ("n_tests", "values"),
    [(1, [2.1143, 1.1645, -1.1645, 2.3834, 0.6231, 0.7977]), (1000, [1.6549, 0, 0, 1.6029, 0, 0.5884])],
)
def test_worked_lrc(n_tests, values):
    assert lrc(*WORKED_COLUMNS, confidence=0.95, n_tests=n_tests) == pytest.approx(values, abs=5e-5)


@given(samples, st.sampled_from([0.5, 0.95, 0.999]))
def test_lrc_is_the_bound_of_the_exact_interval_that_is_nearer_to_no_difference(sample, confidence):
    a, b, c, d = with_words(sample)
    if a + b == 0:
        return
    interval = stats.binomtest(a, a + b).proportion_ci(confidence, method="exact")
    low, high = (share * d / ((1 - share) * c) if share < 1 else np.inf for share in interval)
    bound = low if low > 1 else high if high < 1 else 1
    assert lrc(a, b, c, d, confidence=confidence, n_tests=1) == pytest.approx(np.log2(bound), abs=1e-6)


@given(samples, st.integers(1, 10**6))
def test_lrc_is_no_larger_than_the_log_ratio_and_changes_sign_with_the_sides(sample, n_tests):
    a, b, c, d = with_words(sample)
    value = lrc(a, b, c, d, confidence=0.95, n_tests=n_tests)
    assert value == pytest.approx(-lrc(b, a, d, c, confidence=0.95, n_tests=n_tests), abs=1e-9)
    if a and b:
        assert 0 <= value * np.sign(log_ratio(a, b, c, d)) <= abs(log_ratio(a, b, c, d)) + 1e-9


def test_lrc_of_a_term_in_neither_sample_and_of_no_tests_at_all():
    assert lrc(0, 0, 10, 20, confidence=0.95, n_tests=1) == 0
    assert lrc([], [], 10, 20, confidence=0.95, n_tests=0).tolist() == []


def test_a_negative_difference_that_is_not_sure_is_no_negative_0():
    assert str(lrc(0, 1, 10, 10, confidence=0.95, n_tests=1)) == "0.0"


def test_full_confidence_leaves_no_difference_sure():
    assert lrc([150, 10], [50, 0], 10_000, 20_000, confidence=1, n_tests=1).tolist() == [0, 0]


def test_worked_percent_differences():
    expected = [500, MISSING, -100, 900, 400, 100]
    assert percent_difference(*WORKED_COLUMNS) == pytest.approx(expected, nan_ok=True)


def test_published_percent_difference():
    # Gabrielatos & Marchi (2011).
    assert percent_difference(206_523, 178_174, 959_641, 1_562_358).round(1) == 88.7


@given(samples)
def test_a_percentage_says_the_same_as_the_log_ratio(sample):
    a, b, c, d = with_words(sample)
    if a and b:
        expected = 100 * (2 ** log_ratio(a, b, c, d) - 1)
        assert percent_difference(a, b, c, d) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_published_odds_ratio():
    # Pojanapunya & Watson Todd (2018).
    assert odds_ratio(16_217, 735, 2_796_938, 2_087_946).round(1) == 16.6


@given(samples)
def test_odds_ratios_are_those_of_scipy(sample):
    a, b, c, d = with_words(sample)
    if b:
        expected = stats.contingency.odds_ratio([[a, c - a], [b, d - b]], kind="sample").statistic
        assert odds_ratio(a, b, c, d) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ((0, 3, 10, 10), 0),
        ((3, 0, 10, 10), MISSING),
        ((10, 3, 10, 10), MISSING),
        ((3, 10, 10, 10), 0),
        ((0, 0, 10, 10), MISSING),
    ],
    ids=["not in target", "not in reference", "all of target", "all of reference", "in neither"],
)
def test_odds_at_the_edges(sample, expected):
    assert odds_ratio(*sample) == pytest.approx(expected, nan_ok=True)


def test_published_simple_maths():
    # Kilgarriff (2009), 35 in 112 million words against 263 in 1,560 million.
    assert simple_maths(35, 263, 112_289_776, 1_559_716_979, k=1).round(4) == 1.1224


def test_a_larger_k_ranks_frequent_terms_higher():
    rare, common = simple_maths([20, 2000], [10, 1000], 10**6, 10**6, k=1)
    assert rare < common
    rare, common = simple_maths([20, 1500], [5, 1000], 10**6, 10**6, k=1)
    assert rare > common
    rare, common = simple_maths([20, 1500], [5, 1000], 10**6, 10**6, k=1000)
    assert rare < common


def test_worked_ell():
    assert ell(150, 50, 10_000, 20_000).round(8) == 0.00115243
    assert ell(50, 150, 20_000, 10_000).round(8) == 0.00115243


def test_ell_is_0_without_a_difference_and_missing_where_at_most_one_occurrence_is_expected():
    assert np.array_equal(ell([5, 1, 0], [10, 1, 0], 1000, [2000, 1000, 1000]), [0, MISSING, MISSING], True)


MEASURES = [
    log_ratio,
    percent_difference,
    odds_ratio,
    ell,
    pytest.param(lambda *sample: lrc(*sample, confidence=0.95, n_tests=1), id="lrc"),
    pytest.param(lambda *sample: simple_maths(*sample, k=1), id="simple_maths"),
]


@pytest.mark.parametrize("measure", MEASURES)
def test_a_sample_without_words_has_no_effect(measure):
    assert np.isnan(measure([0, 3, 0], [3, 0, 0], [0, 10, 0], [10, 0, 0])).all()


@pytest.mark.parametrize("measure", MEASURES)
def test_arrays_give_what_single_values_give(measure):
    singly = [float(measure(*sample)) for sample in WORKED]
    assert measure(*WORKED_COLUMNS).tolist() == pytest.approx(singly, nan_ok=True)
