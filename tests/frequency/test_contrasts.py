import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures

from tenor.frequency.contrasts import adjust_p_values, g2, g2_p_value, log_ratio


@pytest.mark.parametrize(
    ("a", "b", "c", "d", "likelihood", "ratio"),
    [
        (150, 50, 10_000, 20_000, 146.2463, 2.5850),
        (10, 0, 10_000, 10_000, 13.8679, 4.3219),
        (0, 10, 10_000, 10_000, -13.8679, -4.3219),
        (100, 10, 1_000_000, 1_000_000, 85.4765, 3.3219),
        (5, 40, 2500, 100_000, 7.7225, 2.3219),
        (600, 300, 10_000, 10_000, 106.6517, 1.0),
        (5, 10, 1000, 2000, 0.0, 0.0),
    ],
)
def test_worked_values(a, b, c, d, likelihood, ratio):
    assert g2(a, b, c, d) == pytest.approx(likelihood, abs=5e-5)
    assert log_ratio(a, b, c, d) == pytest.approx(ratio, abs=5e-5)


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
    assert log_ratio(a, b, c, d) == pytest.approx(-log_ratio(b, a, d, c), rel=1e-9, abs=1e-9)


def test_arrays_keep_their_order():
    assert np.round(g2(np.array([10, 0]), np.array([0, 10]), 10_000, 10_000), 4).tolist() == [
        13.8679,
        -13.8679,
    ]


@pytest.mark.parametrize(
    ("value", "p"), [(3.841, 0.05), (6.635, 0.01), (-10.828, 0.001), (15.137, 0.0001), (0, 1)]
)
def test_critical_values(value, p):
    assert g2_p_value([value])[0] == pytest.approx(p, rel=1e-3)


def test_a_huge_likelihood_has_the_p_value_0_and_no_warning():
    assert g2_p_value([1e6]).tolist() == [0]


def test_adjustment_by_hand():
    # Sorted 0.005 0.01 0.03 0.04 0.5, times 5/1 5/2 5/3 5/4 5/5, then the least from there on.
    adjusted = adjust_p_values([0.03, 0.005, 0.5, 0.04, 0.01])
    assert adjusted.round(10).tolist() == [0.05, 0.025, 0.5, 0.05, 0.025]


def test_adjustment_of_nothing():
    assert adjust_p_values([]).tolist() == []


@given(st.lists(st.floats(0, 1), min_size=1))
def test_adjusted_values_are_larger_and_in_the_same_order(p_values):
    adjusted = adjust_p_values(p_values)
    assert (adjusted >= np.array(p_values) - 1e-12).all()
    assert (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(p_values)]) >= 0).all()
