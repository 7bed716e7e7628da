import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures, ContingencyMeasures

from tenor.frequency.measures.association import (
    delta_p,
    expected,
    g2_association,
    log_dice,
    mi,
    mi3,
    npmi,
    simple_ll,
    t_score,
    z_score,
)

PAIR = 30, 200, 150, 1_000_000
MISSING = float("nan")
MEASURES = [mi, mi3, npmi, t_score, z_score, simple_ll, g2_association]

# Both words together, each without the other, and all other bigrams.
tables = st.tuples(*[st.integers(1, 500)] * 3, st.integers(1, 10**7))


def counts_of(table: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    together, node_alone, collocate_alone, neither = table
    n = together + node_alone + collocate_alone + neither
    return together, together + node_alone, together + collocate_alone, n


@pytest.mark.parametrize(("span", "value"), [(10, 0.3), (1, 0.03)])
def test_expected_frequency(span, value):
    assert expected(*PAIR[1:], span=span) == pytest.approx(value)


@pytest.mark.parametrize(
    ("measure", "span", "value"),
    [
        (mi, 10, 6.6439),
        (mi, 1, 9.9658),
        (mi3, 10, 16.4576),
        (t_score, 10, 5.4225),
        (t_score, 1, 5.4717),
        (simple_ll, 10, 216.9102),
    ],
)
def test_worked_values(measure, span, value):
    assert measure(*PAIR, span=span) == pytest.approx(value, abs=5e-5)


def test_worked_log_dice():
    assert log_dice(*PAIR[:3]) == pytest.approx(11.4557, abs=5e-5)
    assert log_dice(20, 20, 20) == 14


def test_published_values():
    # Church & Hanks (1990) p. 24; Smadja et al. (1996) p. 13; Bouma (2009) p. 36; Gries (2013) p. 144.
    assert mi(8, 1105, 44, 15_000_000, span=1).round(1) == 11.3
    assert 2 ** (log_dice(130, 3121, 143) - 14) == pytest.approx(0.08, abs=0.005)
    assert npmi([10, 1, 0], 10, 10, 100, span=1).round(10).tolist() == [1, 0, -1]
    assert np.round(delta_p(5610, 174_548, 7867, 10_409_868, span=1), 3).tolist() == [0.032, 0.697]


@pytest.mark.parametrize("span", [1, 10])
def test_words_that_fill_all_windows_of_each_other_are_never_apart(span):
    assert npmi(10 * span, 10, 10, 1000, span=span) == pytest.approx(1)


@given(tables)
def test_with_a_span_of_1_as_in_nltk(table):
    o, f1, f2, n = counts_of(table)
    assert mi(o, f1, f2, n, span=1) == pytest.approx(BigramAssocMeasures.pmi(o, (f1, f2), n), abs=1e-9)
    assert t_score(o, f1, f2, n, span=1) == pytest.approx(BigramAssocMeasures.student_t(o, (f1, f2), n))
    assert 2 ** (log_dice(o, f1, f2) - 14) == pytest.approx(BigramAssocMeasures.dice(o, (f1, f2), n))
    expected_g2 = BigramAssocMeasures.likelihood_ratio(o, (f1, f2), n)
    assert abs(g2_association(o, f1, f2, n, span=1)) == pytest.approx(expected_g2, rel=1e-6, abs=1e-4)


@given(tables, st.integers(2, 20))
def test_the_table_holds_the_places_of_all_windows(table, span):
    o, f1, f2, n = counts_of(table)
    cells = o, f1 * span - o, f2 * span - o, (n - f1 - f2) * span + o
    if min(cells) < 0:
        return
    nltk_g2 = ContingencyMeasures(BigramAssocMeasures).likelihood_ratio(*cells)
    assert abs(g2_association(o, f1, f2, n, span=span)) == pytest.approx(nltk_g2, rel=1e-6, abs=1e-4)
    forwards = cells[0] / (cells[0] + cells[1]) - cells[2] / (cells[2] + cells[3])
    backwards = cells[0] / (cells[0] + cells[2]) - cells[1] / (cells[1] + cells[3])
    assert delta_p(o, f1, f2, n, span=span) == pytest.approx((forwards, backwards), abs=1e-12)


@given(tables, st.integers(1, 20))
def test_all_measures_agree_on_the_side_of_chance(table, span):
    o, f1, f2, n = counts_of(table)
    distance = o - expected(f1, f2, n, span=span)
    if abs(distance) < 1e-6 * o:
        return
    for measure in (mi, npmi, t_score, z_score, simple_ll, g2_association):
        assert np.sign(measure(o, f1, f2, n, span=span)) == np.sign(distance)


@given(tables, st.integers(1, 20))
def test_node_and_collocate_may_change_places(table, span):
    o, f1, f2, n = counts_of(table)
    for measure in MEASURES:
        turned = measure(o, f2, f1, n, span=span)
        assert measure(o, f1, f2, n, span=span) == pytest.approx(turned, rel=1e-6, abs=1e-6)
    assert delta_p(o, f1, f2, n, span=span) == pytest.approx(delta_p(o, f2, f1, n, span=span)[::-1])


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        (mi, MISSING),
        (mi3, MISSING),
        (npmi, -1),
        (t_score, MISSING),
        (z_score, -np.sqrt(0.2)),
        (simple_ll, -0.4),
        (g2_association, -0.4002),
    ],
)
def test_words_that_never_stand_together(measure, value):
    assert measure(0, 20, 10, 10_000, span=10) == pytest.approx(value, abs=6e-4, nan_ok=True)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_node_that_does_not_occur_and_a_corpus_without_words(measure):
    assert np.isnan(measure([0, 0], [0, 0], [10, 0], [100, 0], span=10)).all()


@pytest.mark.parametrize("measure", [mi, mi3, npmi, t_score, z_score, simple_ll])
def test_a_collocate_that_does_not_occur(measure):
    assert np.isnan(measure(0, 10, 0, 100, span=10))


def test_a_collocate_that_does_not_occur_is_no_surprise():
    assert g2_association(0, 10, 0, 100, span=10) == 0


def test_a_corpus_of_nothing_but_the_node():
    assert np.isnan(g2_association(18, 10, 10, 10, span=2))
    assert np.isnan(npmi(20, 10, 10, 10, span=2))
    assert np.isnan(delta_p(18, 10, 10, 10, span=2)).all()


def test_words_that_never_stand_together_have_no_log_dice_and_absent_ones_no_delta_p():
    assert np.isnan(log_dice([0, 0], [5, 0], [5, 0])).all()
    assert np.isnan(delta_p(0, 0, 0, 0, span=10)).all()
    assert np.isnan(delta_p(0, 0, 5, 100, span=10)).tolist() == [True, False]


def test_windows_of_a_frequent_node_may_overlap():
    # The windows have 6000 places in 1000 words.
    assert g2_association(350, 600, 50, 1000, span=10) > 0
    assert g2_association(250, 600, 50, 1000, span=10) < 0


def test_products_of_counts_may_exceed_small_integers():
    columns = [np.array([value], np.int32) for value in (50_000, 1_000_000, 900_000, 2_000_000_000)]
    for measure in MEASURES:
        whole = measure(50_000, 1_000_000, 900_000, 2_000_000_000, span=10)
        assert measure(*columns, span=10) == pytest.approx([float(whole)])


@pytest.mark.parametrize("measure", MEASURES)
def test_arrays_give_what_single_values_give(measure):
    columns = np.array([PAIR, (3, 40, 50, 900), (0, 5, 5, 100)]).T
    singly = [float(measure(*row, span=4)) for row in columns.T]
    assert measure(*columns, span=4).tolist() == pytest.approx(singly, nan_ok=True)
