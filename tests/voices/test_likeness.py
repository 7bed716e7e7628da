import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.voices.likeness import are_versions, link, shared_words

WORDS = st.lists(st.integers(0, 9), max_size=30).map(lambda numbers: np.array(numbers, np.int64))


@given(WORDS, WORDS)
def test_as_many_words_of_one_are_shared_as_of_the_other(one, other):
    mine, theirs = shared_words(one, other)
    assert mine.sum() == theirs.sum()
    assert one[mine].tolist() == other[theirs].tolist()


@given(WORDS, WORDS, st.booleans())
def test_versions_are_versions_both_ways(one, other, is_loose):
    assert are_versions(one, other, is_loose=is_loose) == are_versions(other, one, is_loose=is_loose)


@pytest.mark.parametrize(("n", "expected"), [(4, False), (5, True)])
def test_five_words_must_be_shared(n, expected):
    assert are_versions(np.arange(n), np.arange(n), is_loose=False) == expected


def test_half_of_the_shorter_one_must_be_shared():
    whole = np.arange(100)
    assert are_versions(whole, np.append(np.arange(10, 20), np.arange(200, 210)), is_loose=False)
    assert not are_versions(whole, np.append(np.arange(10, 20), np.arange(200, 211)), is_loose=False)
    assert not are_versions(whole, np.arange(10, 20), is_loose=True)


def test_long_versions_are_compared_by_runs():
    words = np.arange(300)
    assert shared_words(words, np.delete(words, 150))[0].tolist() == [at != 150 for at in range(300)]


def test_many_versions_hang_together_by_few_links():
    texts = [[*range(10), 100 + number] for number in range(50)]
    words, bounds = np.concatenate(texts), np.arange(0, 551, 11)
    links = link(words, bounds, np.ones(50, bool))
    assert len(links) == 49 + 48
    assert {0, *(other for _, other in links)} == set(range(50))
