import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.voices.hill import hill_numbers


@pytest.mark.parametrize(
    ("counts", "first", "second"),
    [
        ([5, 5, 5, 5], 4, 4),
        ([7], 1, 1),
        # exp(-(3/4 ln 3/4 + 1/4 ln 1/4)) and 1 / (9/16 + 1/16)
        ([3, 1], 1.754765, 1.6),
        ([3, 1, 0], 1.754765, 1.6),
    ],
)
def test_effective_numbers(counts, first, second):
    counts = np.array([counts])
    assert hill_numbers(counts, 1)[0] == pytest.approx(first, abs=1e-6)
    assert hill_numbers(counts, 2)[0] == pytest.approx(second)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8))
def test_higher_orders_are_no_larger_and_all_lie_between_one_and_the_number_of_kinds(counts):
    first, second = (hill_numbers(np.array([counts]), order)[0] for order in (1, 2))
    assert 1 - 1e-9 <= second <= first + 1e-9 <= len(counts) + 2e-9
