import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.frequency.dispersion import dp, dp_norm

SIZES = [9, 10, 10, 10, 11]


def dp_of(frequencies: list[int], sizes: list[int]) -> float:
    """DP of one term, from its frequency in every part."""
    parts = np.flatnonzero(frequencies)
    return dp(np.zeros(len(parts)), parts, np.array(frequencies)[parts], sizes, n_terms=1)[0]


def test_gries_toy_corpus():
    value = dp_of([1, 2, 3, 4, 5], SIZES)
    assert value == pytest.approx(0.18)
    assert dp_norm(value, SIZES).round(4) == 0.2195


@pytest.mark.parametrize(
    ("frequencies", "value", "stretched"), [([9, 10, 10, 10, 11], 0, 0), ([4, 0, 0, 0, 0], 0.82, 1)]
)
def test_ends_of_the_scale(frequencies, value, stretched):
    assert dp_of(frequencies, SIZES) == pytest.approx(value)
    assert dp_norm(value, SIZES) == pytest.approx(stretched)


def test_several_terms_in_any_order_and_one_that_does_not_occur():
    values = dp([2, 0, 2], [1, 0, 0], [5, 4, 1], [50, 50], n_terms=3)
    assert values.round(4)[[0, 2]].tolist() == [0.5, 0.3333]
    assert np.isnan(values[1])


def test_a_single_part_has_no_stretched_value():
    assert np.isnan(dp_norm([0.0], [12])).all()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 30)), min_size=2, max_size=8))
def test_as_in_the_definition(parts):
    frequencies, sizes = (list(column) for column in zip(*parts, strict=True))
    total = sum(frequencies)
    if not total:
        return
    distances = [abs(f / total - s / sum(sizes)) for f, s in parts]
    assert dp_of(frequencies, sizes) == pytest.approx(sum(distances) / 2, abs=1e-12)
    assert dp_norm(dp_of(frequencies, sizes), sizes) <= 1 + 1e-12
