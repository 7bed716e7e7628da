import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.duplicates.clusters import join_pairs


def join(resemblance: dict[tuple[int, int], float], ranks: list[int], **options: float) -> list[int]:
    """The clusters of documents of which two resemble each other as told, 0 where nothing is told.

    Pairs below 0.25 are not given as candidates, but told when asked for.
    """
    given = {pair: value for pair, value in resemblance.items() if value >= 0.25}

    def resemble(pairs: np.ndarray) -> np.ndarray:
        return np.array([resemblance.get((min(pair), max(pair)), 0) for pair in pairs.tolist()])

    pairs = np.array(list(given), np.int64).reshape(-1, 2)
    values = np.array(list(given.values()), np.float64)
    return join_pairs(pairs, values, np.array(ranks, np.int64), resemble, **options).tolist()


def test_documents_without_a_similar_one_are_alone():
    assert join({(0, 1): 0.2}, [0, 1, 2]) == [0, 1, 2]
    assert join({}, []) == []


def test_a_cluster_is_named_after_its_earliest_member():
    assert join({(0, 1): 0.9, (1, 2): 0.9}, [2, 1, 0]) == [2, 2, 2]
    assert join({(0, 1): 0.3}, [1, 0]) == [1, 1]


def test_strong_pairs_form_chains():
    pairs = {(number, number + 1): 0.5 for number in range(99)}
    assert join(pairs, list(range(100))) == [0] * 100


def test_weak_pairs_do_not_join_what_shares_nothing():
    # 1 is a round-up of two reports, of which the later one has nothing of the earlier.
    assert join({(0, 1): 0.4, (1, 2): 0.3}, [0, 1, 2]) == [0, 0, 2]


def test_weak_pairs_join_what_resembles_the_earliest_a_little():
    # 0 and 2 are versions of 1 that share less with each other than with what they were made from.
    assert join({(0, 1): 0.4, (1, 2): 0.3, (0, 2): 0.15}, [0, 1, 2]) == [0, 0, 0]


def test_weak_pairs_join_the_copies_of_an_earliest_text():
    assert join({(0, 1): 0.3, (0, 2): 0.3}, [0, 1, 2]) == [0, 0, 0]


def test_the_most_similar_pair_is_joined_first():
    # 2 holds parts of both 0 and 1, which share nothing: it goes to the one of which it has more.
    assert join({(0, 2): 0.3, (1, 2): 0.4}, [0, 1, 2]) == [0, 1, 1]
    assert join({(0, 2): 0.4, (1, 2): 0.3}, [0, 1, 2]) == [0, 1, 0]


def test_of_equally_similar_pairs_the_earlier_is_joined_first():
    assert join({(0, 2): 0.3, (1, 2): 0.3}, [0, 1, 2]) == [0, 1, 0]
    assert join({(0, 2): 0.3, (1, 2): 0.3}, [1, 0, 2]) == [0, 1, 1]


def test_a_part_of_a_later_text_does_not_draw_in_the_group_of_its_holder():
    # 0 and 1 are copies; 1 also quotes a third of 2 at length, of which 0 has nothing.
    assert join({(0, 1): 0.7, (1, 2): 0.3}, [0, 1, 2]) == [0, 0, 2]


def test_two_clusters_are_compared_once():
    asked = []

    def resemble(pairs: np.ndarray) -> np.ndarray:
        asked.extend(pairs.tolist())
        return np.zeros(len(pairs))

    pairs = np.array([[0, 1], [2, 3], [1, 3], [1, 2], [0, 3]])
    join_pairs(pairs, np.array([0.9, 0.9, 0.4, 0.3, 0.3]), np.arange(4), resemble)
    assert asked == [[0, 2]]


@pytest.mark.parametrize(("least", "clusters"), [(0.25, [0, 0, 0]), (0.35, [0, 0, 2]), (0.9, [0, 1, 2])])
def test_the_least_similarity_may_be_set(least, clusters):
    assert join({(0, 1): 0.8, (0, 2): 0.3}, [0, 1, 2], min_similarity=least) == clusters


resemblances = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.05, 0.15, 0.25, 0.4, 0.5, 0.9]),
    max_size=20,
)


@given(resemblances, st.permutations(range(8)), st.randoms(use_true_random=False))
def test_clusters_are_sound_and_do_not_depend_on_the_order_of_pairs(resemblance, ranks, random):
    clusters = join(resemblance, ranks)
    shuffled = list(resemblance.items())
    random.shuffle(shuffled)
    assert join(dict(shuffled), ranks) == clusters
    for number, earliest in enumerate(clusters):
        assert clusters[earliest] == earliest
        assert ranks[earliest] <= ranks[number]
    strong = [pair for pair, value in resemblance.items() if value >= 0.5]
    assert all(clusters[one] == clusters[other] for one, other in strong)
