from math import comb, log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.frequency.measures import diversity

texts = st.lists(st.lists(st.integers(0, 6), max_size=40), min_size=1, max_size=4)
long_texts = st.lists(st.integers(0, 60), min_size=100, max_size=180)


def order_of(texts):
    """The distances from the same word before, and the bounds of the texts."""
    earlier = []
    for text in texts:
        for place, word in enumerate(text):
            before = [p for p in range(place) if text[p] == word]
            earlier.append(place - before[-1] if before else 0)
    return np.array(earlier, int), np.cumsum([0, *map(len, texts)])


def spectrum_of(texts):
    cells = [(number, text.count(word)) for number, text in enumerate(texts) for word in sorted(set(text))]
    text, frequency = np.array(cells, int).reshape(-1, 2).T
    return text, frequency, np.array([len(text) for text in texts])


def test_published_values():
    letters = [list("aaabbcdeef")]
    assert diversity.ttr(np.array([6]), np.array([10])).tolist() == [0.6]
    assert diversity.yules_k(*spectrum_of(letters)).tolist() == [1000]
    cycle = [[number % 30 for number in range(100)]]
    assert diversity.hdd(*spectrum_of(cycle)) == pytest.approx(0.597656, abs=5e-7)
    assert diversity.mtld(*order_of(cycle)) == pytest.approx(50)


@given(texts, st.integers(2, 12))
def test_mattr_is_the_mean_of_all_windows(texts, window):
    values = diversity.mattr(*order_of(texts), window=window)
    for text, value in zip(texts, values, strict=True):
        ratios = [len(set(text[i : i + window])) / window for i in range(len(text) - window + 1)]
        assert value == pytest.approx(np.mean(ratios) if ratios else np.nan, nan_ok=True)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=40))
def test_mattr_of_a_window_as_long_as_the_text_is_its_ttr(text):
    value = diversity.mattr(*order_of([text]), window=len(text))
    assert value == pytest.approx(diversity.ttr(np.array([len(set(text))]), np.array([len(text)])))


def plain_factors(text):
    factors, stretch = 0.0, []
    for word in text:
        stretch.append(word)
        if len(set(stretch)) < 0.72 * len(stretch):
            factors, stretch = factors + 1, []
    if stretch:
        factors += (1 - len(set(stretch)) / len(stretch)) / (1 - 0.72)
    return factors


@given(st.lists(long_texts, min_size=1, max_size=2))
def test_mtld_is_the_mean_of_both_directions(texts):
    for text, value in zip(texts, diversity.mtld(*order_of(texts)), strict=True):
        both = [len(text) / plain_factors(way) for way in (text, text[::-1])]
        assert value == pytest.approx(np.mean(both))


def test_mtld_takes_the_part_of_a_stretch_that_is_left():
    # 80 words in 100 are different: 0.2 of the 0.28 that a stretch loses.
    text = [*range(80), *range(20)]
    assert diversity.mtld(*order_of([text])) == pytest.approx(100 / (0.2 / 0.28))


def test_mtld_goes_on_at_just_0_72():
    # Of the first 100 words 72 are different; the last is new, and brings the ratio to 73 of 101.
    text = [*range(72), *range(28), 100]
    assert diversity.mtld(*order_of([text])) == pytest.approx(101 / (28 / 101 / 0.28))


def test_mtld_of_a_short_text_and_of_one_without_repetition_is_missing():
    assert np.isnan(diversity.mtld(*order_of([[1, 1] * 40, list(range(150))]))).all()


@given(texts)
def test_hdd_is_the_mean_of_all_samples(texts):
    for text, value in zip(texts, diversity.hdd(*spectrum_of(texts)), strict=True):
        n = len(text)
        if n < 42:
            assert np.isnan(value)
            continue
        found = [1 - comb(n - text.count(word), 42) / comb(n, 42) for word in set(text)]
        assert value == pytest.approx(sum(found) / 42)


@given(st.lists(st.integers(0, 200), min_size=42, max_size=90))
def test_hdd_of_long_texts(text):
    n = len(text)
    found = [1 - comb(n - text.count(word), 42) / comb(n, 42) for word in set(text)]
    assert diversity.hdd(*spectrum_of([text]))[0] == pytest.approx(sum(found) / 42)


@given(texts)
def test_entropy_and_yules_k_as_in_their_definitions(texts):
    spectrum = spectrum_of(texts)
    values = zip(texts, diversity.entropy(*spectrum), diversity.yules_k(*spectrum), strict=True)
    for text, bits, k in values:
        if not text:
            assert np.isnan([bits, k]).all()
            continue
        counts = [text.count(word) for word in set(text)]
        assert bits == pytest.approx(-sum(n / len(text) * log2(n / len(text)) for n in counts), abs=1e-9)
        assert k == pytest.approx(1e4 * sum(n * n - n for n in counts) / len(text) ** 2)


@given(st.lists(long_texts, min_size=1, max_size=2), st.permutations(range(61)))
def test_other_names_for_the_words_change_nothing(texts, names):
    renamed = [[names[word] for word in text] for text in texts]
    np.testing.assert_allclose(all_measures(renamed), all_measures(texts))


def all_measures(texts):
    order, spectrum = order_of(texts), spectrum_of(texts)
    in_order = [diversity.mattr(*order, window=50), diversity.mtld(*order)]
    return [
        *in_order,
        *(measure(*spectrum) for measure in (diversity.hdd, diversity.yules_k, diversity.entropy)),
    ]


def test_no_texts_have_no_values():
    empty = np.zeros(0, int)
    assert len(diversity.mattr(empty, np.zeros(1, int), window=5)) == 0
    assert len(diversity.mtld(empty, np.zeros(1, int))) == 0
    assert len(diversity.hdd(empty, empty, empty)) == 0
