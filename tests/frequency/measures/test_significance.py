import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures
from scipy import stats

from tenor.frequency.measures.significance import adjust_p_values, bic, g2, g2_p_value, g2_two_cell


@pytest.mark.parametrize(
    ("a", "b", "c", "d", "four_cells", "two_cells"),
    [
        (150, 50, 10_000, 20_000, 146.2463, 145.1961),
        (10, 0, 10_000, 10_000, 13.8679, 13.8629),
        (0, 10, 10_000, 10_000, -13.8679, -13.8629),
        (100, 10, 1_000_000, 1_000_000, 85.4765, 85.4724),
        (5, 40, 2500, 100_000, 7.7225, 7.7162),
        (600, 300, 10_000, 10_000, 106.6517, 101.9394),
        (5, 10, 1000, 2000, 0.0, 0.0),
        (0, 0, 1000, 2000, 0.0, 0.0),
        (10, 20, 10, 20, 0.0, 0.0),
    ],
)
def test_worked_values(a, b, c, d, four_cells, two_cells):
    assert g2(a, b, c, d) == pytest.approx(four_cells, abs=5e-5)
    assert g2_two_cell(a, b, c, d) == pytest.approx(two_cells, abs=5e-5)


samples = st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(1, 10**7), st.integers(1, 10**7))


@given(samples)
def test_g2_is_that_of_nltk_and_changes_sign_with_the_sides(sample):
    a, b, others, reference_others = sample
    c, d = a + others, b + reference_others
    if a + b == 0:
        return
    expected = BigramAssocMeasures.likelihood_ratio(a, (a + b, c), c + d)
    assert abs(g2(a, b, c, d)) == pytest.approx(expected, rel=1e-5, abs=1e-4)
    assert g2(a, b, c, d) == pytest.approx(-g2(b, a, d, c), rel=1e-9, abs=1e-9)


@given(samples)
def test_g2_is_the_g_test_of_the_table(sample):
    a, b, others, reference_others = sample
    if a + b == 0:
        return
    table = [[a, others], [b, reference_others]]
    expected = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    value = g2(a, b, a + others, b + reference_others)
    assert abs(value) == pytest.approx(expected.statistic, rel=1e-6, abs=1e-6)
    assert g2_p_value(value) == pytest.approx(expected.pvalue, rel=1e-4, abs=1e-6)


@given(samples)
def test_two_cells_are_at_most_four_and_have_their_sign(sample):
    a, b, others, reference_others = sample
    four, two = (measure(a, b, a + others, b + reference_others) for measure in (g2, g2_two_cell))
    assert np.sign(two) * np.sign(four) >= 0
    assert abs(two) <= abs(four) + 1e-6


@pytest.mark.parametrize("measure", [g2, g2_two_cell])
def test_arrays_keep_their_order(measure):
    together = measure(np.array([10, 0]), np.array([0, 10]), 10_000, 10_000)
    assert together.tolist() == [measure(10, 0, 10_000, 10_000), measure(0, 10, 10_000, 10_000)]


@pytest.mark.parametrize("measure", [g2, g2_two_cell])
def test_a_sample_without_words_has_no_likelihood(measure):
    assert np.isnan(measure([0, 3, 0], [3, 0, 0], [0, 10, 0], [10, 0, 0])).all()


@pytest.mark.parametrize(
    ("value", "p"), [(3.841, 0.05), (6.635, 0.01), (-10.828, 0.001), (15.137, 0.0001), (0, 1)]
)
def test_critical_values(value, p):
    assert g2_p_value([value])[0] == pytest.approx(p, rel=1e-3)


def test_p_values_are_the_tail_of_chi_squared():
    values = np.array([[0.0, 1e-9, 0.3], [4.0, 50.0, 700.0]])
    assert g2_p_value(values) == pytest.approx(stats.chi2.sf(values, 1), rel=1e-9)


def test_a_huge_likelihood_has_the_p_value_0_and_a_missing_one_none():
    assert np.array_equal(g2_p_value([1e6, np.nan]), [0, np.nan], equal_nan=True)


def test_adjustment_by_hand():
    # Sorted 0.005 0.01 0.03 0.04 0.5, times 5/1 5/2 5/3 5/4 5/5, then the least from there on.
    adjusted = adjust_p_values([0.03, 0.005, 0.5, 0.04, 0.01])
    assert adjusted.round(10).tolist() == [0.05, 0.025, 0.5, 0.05, 0.025]


@pytest.mark.parametrize("p_values", [[], [np.nan, np.nan]])
def test_adjustment_of_nothing(p_values):
    assert np.array_equal(adjust_p_values(p_values), p_values, equal_nan=True)


def test_what_is_missing_is_no_test():
    adjusted = adjust_p_values([0.03, np.nan, 0.01])
    assert np.array_equal(adjusted.round(10), [0.03, np.nan, 0.02], equal_nan=True)


@given(st.lists(st.floats(0, 1), min_size=1))
def test_adjusted_values_are_those_of_scipy(p_values):
    assert adjust_p_values(p_values) == pytest.approx(stats.false_discovery_control(p_values), abs=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1))
def test_adjusted_values_are_larger_and_in_the_same_order(p_values):
    adjusted = adjust_p_values(p_values)
    assert (adjusted >= np.array(p_values) - 1e-12).all()
    assert (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(p_values)]) >= 0).all()


@pytest.mark.parametrize(
    ("a", "b", "c", "d", "value"),
    [
        (150, 50, 10_000, 20_000, 134.8872),
        (10, 0, 10_000, 10_000, 3.9595),
        (0, 10, 10_000, 10_000, 3.9595),
        (100, 10, 1_000_000, 1_000_000, 70.9638),
        (5, 40, 2500, 100_000, -3.8214),
        (600, 300, 10_000, 10_000, 92.0359),
    ],
)
def test_worked_bic_of_two_cells(a, b, c, d, value):
    assert bic(g2_two_cell(a, b, c, d), c, d) == pytest.approx(value, abs=5e-5)


def test_bic_without_words_is_missing():
    assert np.isnan(bic([0.0, 0.0], [0, 9], [9, 0])).all()
