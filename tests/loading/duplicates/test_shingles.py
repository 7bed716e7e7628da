import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from near_copies import hash_words

from tenor.loading.duplicates.shingles import distinct, shingle_hashes, word_hashes

words_of_documents = st.lists(st.lists(st.sampled_from(["dam", "river", "holds"]), max_size=7), max_size=6)


def shingle_words(document: list[str]) -> list[tuple[str, ...]]:
    """The shingles of a document, written plainly."""
    if 0 < len(document) < 3:
        return [tuple(document)]
    return [tuple(document[at : at + 3]) for at in range(len(document) - 2)]


def test_a_hash_is_the_same_in_every_process():
    hashes = word_hashes(pa.array(["dam", "überflutet"]))
    assert hashes.tolist() == [1498799485703988315, 16213457140323290497]


def test_a_hash_depends_on_the_word_alone():
    words = pa.array(["a", "dam", "mad", "ad", "dam", "a"])
    first, dam, mad, _, again, last = word_hashes(words).tolist()
    assert (first, dam) == (last, again)
    assert dam != mad
    assert word_hashes(words.slice(3)).tolist() == word_hashes(words).tolist()[3:]


def test_different_words_have_different_hashes():
    words = [f"{letter}{number}" for letter in ("", "a", "ab", "ß") for number in range(50_000)]
    assert len(np.unique(word_hashes(pa.array(words)))) == len(words)


def test_no_words_have_no_hashes():
    assert len(word_hashes(pa.array([], pa.string()))) == 0


@given(words_of_documents)
def test_shingles_are_equal_where_their_words_are(documents):
    hashes, bounds = shingle_hashes(*hash_words(documents))
    plain = [shingle_words(document) for document in documents]
    assert np.diff(bounds).tolist() == [len(shingles) for shingles in plain]
    flat = [shingle for shingles in plain for shingle in shingles]
    assert len(set(hashes.tolist())) == len(set(flat)) == len(set(zip(flat, hashes.tolist(), strict=True)))


def test_a_run_of_documents_has_the_shingles_that_it_has_among_all():
    words, bounds = hash_words([["the", "dam", "at", "High", "Hathe"], ["it", "rains"], list("abcd")])
    hashes, starts = shingle_hashes(words, bounds)
    some, _ = shingle_hashes(words, bounds[1:])
    assert some.tolist() == hashes[starts[1] :].tolist()


@pytest.mark.parametrize("values", [[], [3], [3, 1, 3, 2, 1]])
def test_distinct_values_are_those_of_numpy(values):
    assert distinct(np.array(values, np.uint64)).tolist() == np.unique(values).tolist()
