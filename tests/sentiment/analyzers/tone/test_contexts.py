import numpy as np
import pytest


def lone(score_by_hand, text, word="bad"):
    """What the words around it make of a word of weight 0.1."""
    return score_by_hand(text, **{word: 0.1})[0] / 0.1 * np.sqrt(len(text.replace(",", "").split()))


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("it is bad", 1),
        ("it is not bad", -0.5),
        ("it isn't a bad idea", -0.5),
        ("never so bad", -0.5 * 1.5),
        ("very bad", 1.5),
        ("somewhat bad", 0.75),
        ("they denied a bad deed", 0.1),
        ("they prevented bad floods", -0.25),
        ("cleared of bad deeds", -0.25),
        ("cleared the bad road", 1),
        ("bad but over", 0.8),
        ("over but bad", 1.2),
        ("once but bad but over", 1.2),
    ],
)
def test_the_words_around_change_what_a_word_adds(score_by_hand, text, factor):
    assert lone(score_by_hand, text) == pytest.approx(factor)


@pytest.mark.parametrize(
    "text",
    [
        "not on that far hill bad",
        "it did not , bad",
        "not only bad",
        "bad not",
        "very , bad",
        "very old bad",
    ],
)
def test_a_negation_or_intensifier_does_not_reach_so_far(score_by_hand, text):
    assert lone(score_by_hand, text) == pytest.approx(1)


def test_the_sentence_before_does_not_reach_into_the_next(score_by_hand):
    polarity = score_by_hand("they will not", "bad", "they may but", "bad", bad=0.1)
    assert polarity[[1, 3]].tolist() == [0.1, 0.1]


@pytest.mark.parametrize(
    "text",
    ["They met Sella United in the fog.", "Great Hollow lies in the fog.", "He saw the Great Lakesend then."],
)
def test_names_are_masked(score_by_hand, text):
    assert np.isnan(score_by_hand(text, united=1.0, great=1.0)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Great fog lay on the hill.",
        "“Great fog lay on the hill.",
        "He said: Great fog lay there.",
        "Great Fog on the Hill",
        "GREAT FOG",
        "Great I called it, when done.",
    ],
)
def test_capitals_that_their_place_explains_are_not_masked(score_by_hand, text):
    assert score_by_hand(text, great=0.1)[0] > 0


def test_a_name_in_the_next_sentence_does_not_mask(score_by_hand):
    assert score_by_hand("they said it was foggy: Great", "Sella met them", great=0.1)[0] > 0
