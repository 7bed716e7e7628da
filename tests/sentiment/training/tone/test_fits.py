import numpy as np
import pytest

from tenor.sentiment.analyzers.tone.words import make_words
from tenor.sentiment.training.tone.designs import make_shards, rated_set, take_rows
from tenor.sentiment.training.tone.fits import describe_terms, ridge
from tenor.sentiment.training.tone.inflections import find_inflections
from tenor.sentiment.training.tone.lexicons import listed_terms
from tenor.sentiment.training.tone.models import folds
from tenor.sentiment.training.tone.ratings import Ratings


def values_of(*terms):
    every = sorted({*listed_terms(), *terms})
    known = describe_terms(every)
    return [known.values[every.index(term)] for term in terms]


def test_forms_take_what_their_base_has_and_silenced_words_nothing():
    death, deaths, party, guns, likes = values_of("death", "deaths", "party", "guns", "likes")
    assert death.sum() == deaths.sum() < 0
    assert not party.any()
    assert not guns.any()
    assert likes.sum() > 0


def test_forms_of_listed_words_are_found():
    found = find_inflections({"fog", "waste"})
    assert found["wasted"] == "waste"
    assert found["wastes"] == "waste"
    assert "waste" not in found


def test_ridge_by_hand():
    # One column (1, 1), target (2, 4), penalty 1: 6 / (2 + 1).
    assert ridge(np.array([[2.0]]), np.array([6.0]), np.array([1.0])).tolist() == pytest.approx([2.0])


def test_articles_are_never_parted():
    groups = np.repeat(np.arange(7), 3)
    parts = folds(groups, 3, seed=4)
    assert sorted(np.concatenate([left_out for _, left_out in parts]).tolist()) == list(range(21))
    for rows, left_out in parts:
        assert not set(groups[rows]) & set(groups[left_out])


def test_rows_are_taken_with_their_words():
    texts = ["calm fog", "bad", "bad bad fog", ""]
    ratings = Ratings(np.arange(4), np.arange(4.0), texts)
    (shard,) = make_shards([ratings])
    terms = ["bad", "calm", "fog"]
    assert make_words(dict.fromkeys(terms, (1.0, ""))).terms.to_pylist() == terms
    part = take_rows(rated_set(ratings, shard, terms, reach=4), np.array([0, 2]))
    assert part.found.sentence.tolist() == [0, 0, 1, 1, 1]
    assert part.found.n_words.tolist() == [2, 3]
    assert part.count_sentences().tolist() == [1, 1, 2]
