import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from near_copies import hash_words

from tenor.loading.duplicates import similarities as module
from tenor.loading.duplicates.similarities import similarities

documents_of_few_words = st.lists(st.lists(st.sampled_from("abc"), max_size=12), min_size=2, max_size=5)


def shingle_set(document: list[str]) -> set[tuple[str, ...]]:
    """The different shingles of a document, written plainly."""
    if 0 < len(document) < 3:
        return {tuple(document)}
    return {tuple(document[at : at + 3]) for at in range(len(document) - 2)}


def test_resemblance_and_containment_by_hand():
    # "a rose is", "rose is a", "is a rose" and "a rose is", "rose is a", "is a flower", "a flower which",
    # "flower which is": two of six are shared, and two of the three of the shorter text.
    documents = ["a rose is a rose is a rose".split(), "a rose is a flower which is".split()]
    found = similarities(*hash_words(documents), np.array([[0, 1], [1, 0], [1, 1]]))
    assert found.resemblance.tolist() == pytest.approx([2 / 6, 2 / 6, 1])
    assert found.containment.tolist() == pytest.approx([2 / 3, 2 / 3, 1])


@given(documents_of_few_words)
def test_similarities_are_those_of_the_sets_of_shingles(documents):
    pairs = np.array([(one, other) for one in range(len(documents)) for other in range(len(documents))])
    found = similarities(*hash_words(documents), pairs)
    for (one, other), resemblance, containment in zip(pairs, *found, strict=True):
        mine, theirs = shingle_set(documents[one]), shingle_set(documents[other])
        assert resemblance == len(mine & theirs) / max(len(mine | theirs), 1)
        assert containment == len(mine & theirs) / max(min(len(mine), len(theirs)), 1)


def test_a_document_without_words_is_like_none():
    found = similarities(*hash_words([[], ["dam"], []]), np.array([[0, 1], [0, 2]]))
    assert found.resemblance.tolist() == found.containment.tolist() == [0, 0]


def test_no_pairs_have_no_similarities():
    found = similarities(*hash_words([["dam"]]), np.zeros((0, 2), np.int64))
    assert found.resemblance.tolist() == found.containment.tolist() == []


def test_similarities_do_not_depend_on_the_blocks(monkeypatch):
    documents = [[f"word{number % size}" for number in range(40)] for size in range(3, 30)]
    pairs = np.array([(one, other) for one in range(27) for other in range(one)])
    whole = similarities(*hash_words(documents), pairs)
    monkeypatch.setattr(module, "_BLOCK_PAIRS", 7)
    parts = similarities(*hash_words(documents), pairs)
    assert np.array_equal(whole.resemblance, parts.resemblance)
    assert np.array_equal(whole.containment, parts.containment)
