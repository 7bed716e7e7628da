import numpy as np
import pytest
from hypothesis import given
from toned_sentences import sentences

from tenor.corpus.shards import make_shard
from tenor.sentiment.analyzers.tone import score_tokens


def score(texts):
    shard = make_shard(texts)
    return score_tokens(shard.forms, shard.form_ids, shard.document_starts)


def test_a_word_adds_its_weight_over_the_root_of_the_number_of_words(score_by_hand):
    polarity = score_by_hand("calm fog lay there", "calm", calm=0.5)
    np.testing.assert_allclose(polarity, [0.5 / 2, 0.5])


def test_words_add_up_and_are_cut_at_the_ends(score_by_hand):
    polarity = score_by_hand("calm bad fog lay", "bad bad bad bad", calm=0.5, bad=-0.8)
    np.testing.assert_allclose(polarity, [(0.5 - 0.8) / 2, -1])


@pytest.mark.parametrize("text", ["", "...", "?!", "😀 👍", "—", "The fog lay there."])
def test_a_text_without_a_listed_word_has_no_polarity(score_by_hand, text):
    assert np.isnan(score_by_hand(text, calm=1.0)[0])


@pytest.mark.parametrize("text", ["", "!!!", "😡"])
def test_the_shipped_list_has_no_marks_and_no_emoji(text):
    polarity, n_scored_words = score([text])
    assert np.isnan(polarity[0])
    assert n_scored_words[0] == 0


def test_words_that_cancel_out_are_neutral_not_missing(score_by_hand):
    assert score_by_hand("calm bad", calm=0.5, bad=-0.5)[0] == 0


def test_a_silenced_word_is_not_scored(score_by_hand):
    assert np.isnan(score_by_hand("The party met.", party=0.0)[0])


def test_counts_are_of_words_with_a_weight_that_are_no_names():
    texts = ["It was an awful and shameful night.", "Sella United met.", "The party met."]
    assert score(texts)[1].tolist() == [2, 0, 0]


def test_capitals_and_curly_apostrophes_make_no_difference(score_by_hand):
    polarity = score_by_hand("CALM FOG", "calm fog", "isn’t calm", "isn't calm", calm=0.5)
    assert polarity[0] == polarity[1]
    assert polarity[2] == polarity[3]


@given(sentences)
def test_a_sentence_scores_the_same_alone_and_among_others(texts):
    together, counts = score(texts)
    alone = [score([text]) for text in texts]
    assert together.tobytes() == np.array([polarity[0] for polarity, _ in alone]).tobytes()
    assert counts.tolist() == [count[0] for _, count in alone]


def test_sentences_may_begin_in_the_middle_of_the_tokens():
    shard = make_shard(["It was an awful night.", "A great and calm day."])
    bounds = shard.document_starts
    part = score_tokens(shard.forms, shard.form_ids, bounds[1:])[0]
    assert part.tolist() == score(["A great and calm day."])[0].tolist()


def test_no_sentences_have_no_scores():
    polarity, counts = score([])
    assert len(polarity) == len(counts) == 0
