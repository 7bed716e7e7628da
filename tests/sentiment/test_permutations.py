from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.sentiment.permutations import holm, p_of_exchange, p_of_flips


def p_of(first, second, **settings):
    """The p-value of two groups of stories of one document each."""
    sums = np.array([[x, 0] for x in first] + [[0, x] for x in second], float)
    counts = np.repeat(np.eye(2, dtype=int), [len(first), len(second)], axis=0)
    return p_of_exchange(sums, counts, **{"n_permutations": 199, "seed": 1, **settings})


def welch(first, second):
    spread = np.var(first) / len(first) + np.var(second) / len(second)
    return abs(np.mean(first) - np.mean(second)) / np.sqrt(spread)


def test_p_is_the_share_of_all_ways_to_deal_out_that_lie_as_far_apart():
    first, second = [0.1, 0.5, 0.6, 0.3], [0.2, -0.4, -0.1, 0.15, -0.3]
    values = np.array(first + second)
    drawn = [welch(values[list(places)], np.delete(values, places)) for places in combinations(range(9), 4)]
    exact = np.mean(np.array(drawn) >= welch(first, second) - 1e-12)
    assert 0.01 < exact < 0.2
    assert p_of(first, second, n_permutations=5000) == pytest.approx(exact, abs=0.015)


def test_a_story_in_both_groups_exchanges_its_sides_and_no_others():
    # Five stories, all in both groups: the 32 ways to exchange their sides.
    sums = np.array([[0.5, 0.1], [0.4, 0.2], [0.3, 0.35], [0.6, 0.1], [0.2, 0.0]])
    observed = welch(*sums.T)
    ways = [np.where(np.array(way)[:, None], sums, sums[:, ::-1]) for way in product([0, 1], repeat=5)]
    exact = np.mean([welch(*way.T) >= observed - 1e-12 for way in ways])
    p = p_of_exchange(sums, np.ones((5, 2)), n_permutations=5000, seed=1)
    assert 0.03 < exact < 0.5
    assert p == pytest.approx(exact, abs=0.02)


@pytest.mark.parametrize("turned", [False, True])
def test_stories_of_one_group_and_of_both_are_dealt_out_together(turned):
    alone, both = [0.6, 0.5, 0.1, 0.0], np.array([[0.4, 0.1], [0.5, 0.3], [0.2, 0.3]])
    # Three stories only in the first group, one only in the second, three in both: 4 times 8 ways.
    drawn = []
    for place, way in product(range(4), product([0, 1], repeat=3)):
        sides = np.where(np.array(way)[:, None], both, both[:, ::-1])
        drawn.append(welch([*np.delete(alone, place), *sides[:, 0]], [alone[place], *sides[:, 1]]))
    observed = welch([*alone[:3], *both[:, 0]], [alone[3], *both[:, 1]])
    exact = np.mean(np.array(drawn) >= observed - 1e-12)
    sums = np.array([[x, 0] for x in alone[:3]] + [[0, alone[3]], *both.tolist()])
    counts = np.array([[1, 0]] * 3 + [[0, 1]] + [[1, 1]] * 3)
    order = [1, 0] if turned else [0, 1]
    p = p_of_exchange(sums[:, order], counts[:, order], n_permutations=4000, seed=1)
    assert 0.03 < exact < 0.6
    assert p == pytest.approx(exact, abs=0.03)


def test_documents_of_a_story_go_together():
    # Two stories, printed six times each: there is no other way to deal them out.
    assert p_of_exchange(np.array([[3.0, 0], [0, -3.0]]), np.diag([6, 6]), n_permutations=199, seed=1) == 1


def test_p_is_never_zero_and_one_where_nothing_differs():
    assert p_of([0.5] * 20, [-0.5] * 20) == 1 / 200
    counts = np.array([[n, 0] for n in (1, 2, 3, 1, 3, 3)] + [[0, n] for n in (2, 1, 1, 3, 2, 1, 2)])
    for score in np.linspace(0.03, 0.97, 30):
        assert p_of_exchange(counts * score, counts, n_permutations=50, seed=1) == 1


def test_seeds():
    first, second = np.linspace(-0.2, 0.6, 9), np.linspace(-0.5, 0.5, 12)
    assert p_of(first, second) == p_of(first, second)
    assert len({p_of(first, second, seed=seed) for seed in range(5)}) > 1


@pytest.mark.parametrize(("n_first", "spread"), [(8, 1), (6, 3), (30, 3)])
def test_groups_that_do_not_differ_raise_few_alarms(n_first, spread):
    random = np.random.default_rng(3)
    p_values = np.array(
        [p_of(random.normal(0, spread, n_first), random.normal(0, 1, 30), seed=1000 + i) for i in range(300)]
    )
    assert (p_values <= 0.05).mean() < 0.1
    assert 0.4 < (p_values <= 0.5).mean() < 0.6


def test_a_difference_is_found():
    random = np.random.default_rng(3)
    p_values = [p_of(random.normal(1, 1, 20), random.normal(0, 1, 20), seed=i) for i in range(50)]
    assert np.mean(np.array(p_values) <= 0.05) > 0.7


@given(
    st.lists(st.integers(-9, 9), min_size=5, max_size=9),
    st.lists(st.integers(-9, 9), min_size=5, max_size=9),
    st.integers(-9, 9),
)
def test_p_does_not_change_with_a_shift_of_all_scores(first, second, shift):
    moved = p_of([x + shift for x in first], [x + shift for x in second])
    assert moved == p_of(first, second)


def test_signs_are_drawn_by_story():
    # Of the 8 ways to sign 1, 2 and 4, two sum to 7 or -7 and four to at least 5.
    assert p_of_flips(np.array([1.0, 2, 4]), n_permutations=5000, seed=1) == pytest.approx(2 / 8, abs=0.02)
    assert p_of_flips(np.array([-1.0, 2, 4]), n_permutations=5000, seed=1) == pytest.approx(4 / 8, abs=0.02)
    assert p_of_flips(np.zeros(6), n_permutations=99, seed=1) == 1


def test_holm_by_hand():
    # 0.01 x 4, 0.02 x 3, 0.03 x 2 (not below the one before) and 0.04.
    np.testing.assert_allclose(holm([0.04, 0.01, 0.03, 0.02]), [0.06, 0.04, 0.06, 0.06])
    np.testing.assert_allclose(holm([0.5, np.nan, 0.9]), [1, np.nan, 1])
    assert holm([]).tolist() == []
