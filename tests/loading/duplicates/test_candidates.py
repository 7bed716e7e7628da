import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.duplicates.candidates import WINDOW, candidate_pairs
from tenor.loading.duplicates.sketches import EMPTY, N_BINS


def sketches_that_agree(n: int, sources: np.ndarray, share: float) -> np.ndarray:
    """Random sketches of `n` documents, each of which agrees in about `share` of its bins with its source."""
    random = np.random.default_rng(1)
    sketches = random.integers(1 << 31, size=(n, N_BINS), dtype=np.uint32)
    agrees = random.random(sketches.shape) < share
    return np.where(agrees, sketches[sources], sketches)


def are_joined(n: int, pairs: np.ndarray) -> bool:
    """Whether the pairs, one after the other, lead from each of `n` documents to every other."""
    reached = np.zeros(n, bool)
    reached[0] = True
    for _ in range(n):
        before = reached.sum()
        reached[pairs[reached[pairs].any(axis=1)]] = True
        if reached.sum() == before:
            break
    return bool(reached.all())


@pytest.mark.parametrize(("share", "least"), [(0.25, 0.995), (0.35, 0.999), (0.6, 1)])
def test_documents_that_share_enough_are_pairs(share, least):
    numbers = np.arange(4000)
    pairs = candidate_pairs(sketches_that_agree(4000, numbers // 2 * 2, share))
    wanted = numbers.reshape(-1, 2)
    assert (pairs[:, 0] % 2 == 0).all()
    assert (pairs[:, 1] == pairs[:, 0] + 1).all()
    assert len(pairs) >= least * len(wanted)


def test_documents_that_share_nothing_are_no_pairs():
    assert candidate_pairs(sketches_that_agree(2000, np.arange(2000), 0)).tolist() == []


def test_pairs_are_sorted_and_single():
    pairs = candidate_pairs(sketches_that_agree(60, np.arange(60) // 6 * 6, 0.8)).tolist()
    assert pairs == sorted(pairs)
    assert all(one < other for one, other in pairs)
    assert len(pairs) == len(set(map(tuple, pairs))) == 10 * 15


def test_documents_without_words_are_in_no_pair():
    sketches = sketches_that_agree(4, np.zeros(4, np.int64), 0.9)
    sketches[[1, 3]] = EMPTY
    assert candidate_pairs(sketches).tolist() == [[0, 2]]
    assert candidate_pairs(sketches[[1, 3]]).tolist() == []
    assert candidate_pairs(sketches[:0]).tolist() == []


small_sketches = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), min_size=1, max_size=2 * WINDOW
)


@given(small_sketches)
def test_a_search_for_fresh_documents_finds_the_same_pairs(documents):
    # A document takes half of its bins from one of four patterns, and half from another.
    patterns = np.random.default_rng(4).integers(1 << 31, size=(4, 2, N_BINS // 2), dtype=np.uint32)
    sketches = np.array([[patterns[left, 0], patterns[right, 1]] for left, right, _ in documents])
    sketches = sketches.reshape(-1, N_BINS)
    fresh = np.array([is_fresh for *_, is_fresh in documents])
    pairs = candidate_pairs(sketches)
    assert candidate_pairs(sketches, fresh=fresh).tolist() == pairs[fresh[pairs].any(axis=1)].tolist()


def test_thousands_of_equal_documents_are_each_paired_with_the_first():
    sketches = sketches_that_agree(5000, np.zeros(5000, np.int64), 1)
    pairs = candidate_pairs(sketches)
    assert pairs.tolist() == [[0, number] for number in range(1, 5000)]


def test_thousands_of_similar_documents_hang_together_by_few_pairs():
    pairs = candidate_pairs(sketches_that_agree(3000, np.zeros(3000, np.int64), 0.8))
    assert are_joined(3000, pairs)
    assert len(pairs) < 100 * 3000


def test_documents_that_meet_in_a_crowd_are_found():
    # All share four bins, as texts with one phrase in common do; number 2,000 is a copy of number 10.
    sketches = sketches_that_agree(3000, np.arange(3000), 0)
    sketches[:, :4] = 7
    sketches[2000, 4:100] = sketches[10, 4:100]
    assert candidate_pairs(sketches).tolist() == [[10, 2000]]


def test_thousands_of_copies_that_resemble_the_first_alone_are_paired_with_it():
    # Two copies agree with the first in a third of their bins each, and so with each other in a ninth.
    pairs = candidate_pairs(sketches_that_agree(3000, np.zeros(3000, np.int64), 0.35))
    assert (pairs[:, 0] == 0).sum() >= 0.995 * 2999
