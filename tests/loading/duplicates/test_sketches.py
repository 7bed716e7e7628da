import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from near_copies import hash_words

from tenor.loading.duplicates import sketches as module
from tenor.loading.duplicates.sketches import EMPTY, N_BINS, sketch


def pairs_that_share(n_shared: int, n_words: int, n_pairs: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """Word hashes and bounds of pairs of documents whose first `n_shared` words are the same."""
    random = np.random.default_rng(1)
    words = random.integers(1 << 63, size=(2 * n_pairs, n_words), dtype=np.uint64)
    words[::2, :n_shared] = words[1::2, :n_shared]
    return words.ravel(), np.arange(2 * n_pairs + 1) * n_words


@pytest.mark.parametrize("n_words", [32, 122, 802])
@pytest.mark.parametrize("shared", [0, 0.4, 0.7, 0.9])
def test_equal_bins_estimate_the_shared_shingles(shared, n_words):
    n_shared = round(shared * (n_words - 2))
    sketches = sketch(*pairs_that_share(n_shared + 2, n_words))
    estimates = (sketches[::2] == sketches[1::2]).mean(axis=1)
    assert estimates.mean() == pytest.approx(n_shared / (2 * (n_words - 2) - n_shared), abs=0.01)
    assert estimates.std() < (0.05 if n_words > 100 else 0.1)


def test_documents_without_words_have_empty_sketches():
    sketches = sketch(*hash_words([[], ["dam"], []]))
    assert (sketches == EMPTY).all(axis=1).tolist() == [True, False, True]
    assert sketch(*hash_words([])).shape == (0, N_BINS)


@pytest.mark.parametrize("n_words", [1, 2, 3, 20])
def test_short_documents_fill_all_bins(n_words):
    words = [f"word{number}" for number in range(n_words)]
    assert (sketch(*hash_words([words])) != EMPTY).all()


def test_a_sketch_is_of_the_set_of_shingles():
    document = "the dam at High Hathe holds and it rains".split()
    once, twice, other = sketch(*hash_words([document, [*document, *document[2:7]], document[::-1]]))
    assert (once == twice).mean() > 0.5
    assert not (once == other).any()


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=40), min_size=1, max_size=8))
def test_a_sketch_does_not_depend_on_its_neighbours(documents):
    together = sketch(*hash_words(documents))
    alone = [sketch(*hash_words([document]))[0] for document in documents]
    assert np.array_equal(together, alone)


def test_a_sketch_does_not_depend_on_the_blocks(monkeypatch):
    words, bounds = pairs_that_share(30, 50)
    whole = sketch(words, bounds)
    for size in (1, 60, 130):
        monkeypatch.setattr(module, "_BLOCK_WORDS", size)
        assert np.array_equal(sketch(words, bounds), whole)
