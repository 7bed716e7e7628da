import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.frequency.measures.adjusted_frequencies import arf


def arf_of(places: list[int], n_words: int) -> float:
    return arf(places, [0, len(places)], n_words=n_words)[0]


def test_gries_toy_corpus():
    # Gries (2008) p. 410, by the distances given there.
    distances = [2, 10, 2, 9, 2, 5, 2, 3, 3, 1, 3, 2, 1, 3, 2]
    assert arf_of(np.cumsum(distances) - 1, 50) == pytest.approx(10.8)


def test_ends_of_the_scale():
    assert arf_of([3, 28, 53, 78], 100) == 4
    assert arf_of([40, 41, 42, 43], 100) == pytest.approx(1 + 3 * 4 / 100)
    assert arf_of([99], 100) == 1
    assert arf_of(range(7), 7) == 7


def test_terms_that_do_not_occur_first_amid_and_last():
    values = arf([0, 5, 0, 1], [0, 0, 2, 2, 4, 4], n_words=10)
    assert values == pytest.approx([0, 2, 0, 1.2, 0])


@pytest.mark.parametrize(("bounds", "values"), [([0], []), ([0, 0, 0], [0, 0])])
def test_a_corpus_without_words(bounds, values):
    assert arf([], bounds, n_words=0).tolist() == values


corpora = st.lists(st.integers(0, 3), min_size=1, max_size=40)


@given(corpora)
def test_as_in_the_definition(words):
    values = arf(
        np.argsort(words, kind="stable"), np.searchsorted(sorted(words), range(5)), n_words=len(words)
    )
    for term in range(4):
        places = [place for place, word in enumerate(words) if word == term]
        stretch = len(words) / max(len(places), 1)
        gaps = [
            (place - before) % len(words) or len(words)
            for before, place in zip(places[-1:] + places[:-1], places, strict=True)
        ]
        assert values[term] == pytest.approx(sum(min(gap, stretch) for gap in gaps) / stretch)
        assert min(len(places), 1) - 1e-9 <= values[term] <= len(places) + 1e-9


@given(corpora)
def test_the_start_of_the_corpus_does_not_matter(words):
    turned = words[7 % len(words) :] + words[: 7 % len(words)]
    both = [
        arf(np.argsort(text, kind="stable"), np.searchsorted(sorted(text), range(5)), n_words=len(text))
        for text in (words, turned)
    ]
    assert both[0] == pytest.approx(both[1])
