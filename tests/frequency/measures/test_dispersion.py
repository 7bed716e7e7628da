import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tenor.frequency.measures.dispersion import (
    carroll_d2,
    dkl,
    dp,
    dp_norm,
    juilland_d,
    kl_divergence,
    part_range,
    rosengren_s,
)

SIZES = [9, 10, 10, 10, 11]
MEASURES = [dp, kl_divergence, juilland_d, carroll_d2, rosengren_s]

parts_of_a_term = st.lists(st.tuples(st.integers(0, 9), st.integers(9, 30)), min_size=2, max_size=8).filter(
    lambda parts: any(frequency for frequency, _ in parts)
)


def value_of(measure, frequencies: list[int], sizes: list[int]) -> float:
    """The value of one term, from its frequency in every part."""
    parts = np.flatnonzero(frequencies)
    return measure(np.zeros(len(parts)), parts, np.array(frequencies)[parts], sizes, n_terms=1)[0]


# Juilland's D is 0.78515045 before it is rounded.
@pytest.mark.parametrize(
    ("measure", "value"),
    [(dp, 0.18), (kl_divergence, 0.1370), (juilland_d, 0.7852), (carroll_d2, 0.9379), (rosengren_s, 0.9498)],
)
def test_gries_toy_corpus(measure, value):
    assert value_of(measure, [1, 2, 3, 4, 5], SIZES).round(4) == value


def test_gries_toy_corpus_on_a_common_scale():
    assert dp_norm(value_of(dp, [1, 2, 3, 4, 5], SIZES), SIZES).round(4) == 0.2195
    assert dkl(value_of(kl_divergence, [1, 2, 3, 4, 5], SIZES)).round(4) == 0.1280


# Carroll (1970) p. 13 and 14; Gries (2008) p. 409, whose adjusted frequency is 14.053 of 15.
@pytest.mark.parametrize(
    ("measure", "frequencies", "value"),
    [
        (carroll_d2, [2, 1, 1, 1, 0], 0.8277),
        (juilland_d, [0, 4, 3, 2, 1], 0.6464),
        (rosengren_s, [1, 2, 3, 4, 5], 0.9368),
    ],
)
def test_published_values_of_equal_parts(measure, frequencies, value):
    assert value_of(measure, frequencies, [100] * 5).round(4) == value


@pytest.mark.parametrize(
    ("measure", "value"),
    [(dp, 0), (kl_divergence, 0), (juilland_d, 1), (carroll_d2, 1), (rosengren_s, 1)],
)
def test_a_term_spread_as_the_words_are(measure, value):
    assert value_of(measure, SIZES, SIZES) == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    ("measure", "value"),
    [(dp, 0.82), (kl_divergence, np.log2(50 / 9)), (juilland_d, 0), (carroll_d2, 0), (rosengren_s, 0.18)],
)
def test_a_term_in_the_smallest_part_only(measure, value):
    assert value_of(measure, [4, 0, 0, 0, 0], SIZES) == pytest.approx(value, abs=1e-12)


def test_dp_norm_reaches_both_ends_of_the_scale():
    assert dp_norm([0, 0.82], SIZES) == pytest.approx([0, 1])


@pytest.mark.parametrize("measure", MEASURES)
def test_several_terms_in_any_order_and_one_that_does_not_occur(measure):
    values = measure([2, 0, 2], [1, 0, 0], [5, 4, 1], [50, 50], n_terms=3)
    singly = [value_of(measure, [4, 0], [50, 50]), np.nan, value_of(measure, [1, 5], [50, 50])]
    assert values.tolist() == pytest.approx(singly, nan_ok=True)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_part_without_words_is_no_part(measure):
    with_empty = measure([0, 0], [0, 2], [1, 3], [10, 0, 20], n_terms=1)
    assert with_empty == pytest.approx(measure([0, 0], [0, 1], [1, 3], [10, 20], n_terms=1))


def test_a_part_without_words_does_not_stretch():
    assert dp_norm([0.5], [10, 0, 20]) == pytest.approx(dp_norm([0.5], [10, 20]))


@pytest.mark.parametrize(
    ("measure", "value"),
    [(dp, 0), (kl_divergence, 0), (juilland_d, np.nan), (carroll_d2, np.nan), (rosengren_s, 1)],
)
def test_a_single_part(measure, value):
    assert value_of(measure, [3], [12]) == pytest.approx(value, nan_ok=True)


def test_a_single_part_has_no_stretched_value():
    assert np.isnan(dp_norm([0.0], [12])).all()


@pytest.mark.parametrize("measure", MEASURES)
def test_a_corpus_without_words(measure):
    assert np.isnan(measure([], [], [], [], n_terms=2)).all()
    assert measure([], [], [], [0, 0], n_terms=0).tolist() == []


def test_dp_norm_of_a_corpus_without_words():
    assert np.isnan(dp_norm([np.nan], [])).all()


def test_range_counts_parts():
    assert part_range([2, 0, 2], n_terms=4).tolist() == [1, 0, 2, 0]


@given(parts_of_a_term)
def test_dp_as_in_the_definition(parts):
    frequencies, sizes = (np.array(column) for column in zip(*parts, strict=True))
    distances = np.abs(frequencies / frequencies.sum() - sizes / sizes.sum())
    assert value_of(dp, frequencies, sizes) == pytest.approx(distances.sum() / 2, abs=1e-12)
    assert dp_norm(value_of(dp, frequencies, sizes), sizes) <= 1 + 1e-12


@given(parts_of_a_term)
def test_divergence_is_the_relative_entropy(parts):
    frequencies, sizes = zip(*parts, strict=True)
    expected = stats.entropy(frequencies, sizes, base=2)
    assert value_of(kl_divergence, frequencies, sizes) == pytest.approx(expected, abs=1e-12)


@given(parts_of_a_term)
def test_juilland_d_as_in_the_definition(parts):
    frequencies, sizes = (np.array(column) for column in zip(*parts, strict=True))
    variation = stats.variation(frequencies / sizes)
    expected = 1 - variation / np.sqrt(len(parts) - 1)
    assert value_of(juilland_d, frequencies, sizes) == pytest.approx(expected, abs=1e-12)


@given(parts_of_a_term)
def test_carroll_d2_is_the_entropy_of_the_rates(parts):
    frequencies, sizes = (np.array(column) for column in zip(*parts, strict=True))
    expected = stats.entropy(frequencies / sizes, base=len(parts))
    assert value_of(carroll_d2, frequencies, sizes) == pytest.approx(expected, abs=1e-12)


@given(parts_of_a_term)
def test_rosengren_s_as_in_the_definition(parts):
    frequencies, sizes = (np.array(column) for column in zip(*parts, strict=True))
    expected = np.sqrt(frequencies * sizes / sizes.sum()).sum() ** 2 / frequencies.sum()
    assert value_of(rosengren_s, frequencies, sizes) == pytest.approx(expected, abs=1e-12)
    assert value_of(rosengren_s, frequencies, sizes) >= sizes.min() / sizes.sum() - 1e-12


@pytest.mark.parametrize(
    ("measure", "frequencies", "sizes", "end"),
    [
        (kl_divergence, [5, 5, 5], [10**9, 10**9 + 1, 10**9 - 1], "0.0"),
        (juilland_d, [3, 0, 0, 0, 0, 0, 0], [7] * 7, "0.0"),
        (carroll_d2, [3, 0, 0, 0, 0], [7] * 5, "0.0"),
        (carroll_d2, [3, 3, 3, 3, 3], [7] * 5, "1.0"),
        (rosengren_s, [3, 3, 3, 3, 3], [7] * 5, "1.0"),
    ],
)
def test_rounding_does_not_leave_the_scale(measure, frequencies, sizes, end):
    assert str(value_of(measure, frequencies, sizes)) == end


@pytest.mark.parametrize("measure", MEASURES)
@given(parts=parts_of_a_term)
def test_values_stay_on_their_scale(measure, parts):
    frequencies, sizes = (np.array(column) for column in zip(*parts, strict=True))
    value = value_of(measure, frequencies, sizes)
    assert 0 <= (dkl(value) if measure is kl_divergence else value) <= 1
