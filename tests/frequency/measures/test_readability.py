import numpy as np
import pytest

from tenor.frequency.measures import readability
from tenor.frequency.measures.syllables import count_syllables

WORDS, SENTENCES, SYLLABLES, LONG, CHARACTERS = (np.array([n, 0]) for n in (100, 5, 140, 10, 450))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (readability.flesch_reading_ease(WORDS, SENTENCES, SYLLABLES), 206.835 - 1.015 * 20 - 84.6 * 1.4),
        (readability.flesch_kincaid_grade(WORDS, SENTENCES, SYLLABLES), 0.39 * 20 + 11.8 * 1.4 - 15.59),
        (readability.gunning_fog(WORDS, SENTENCES, LONG), 0.4 * (20 + 10)),
        (readability.automated_readability(WORDS, SENTENCES, CHARACTERS), 4.71 * 4.5 + 0.5 * 20 - 21.43),
        (readability.lix(WORDS, SENTENCES, LONG), 20 + 10),
    ],
)
def test_by_hand_and_missing_without_words(value, expected):
    assert value[0] == pytest.approx(expected)
    assert np.isnan(value[1])


def test_smog_needs_thirty_sentences():
    grades = readability.smog(np.array([30, 60, 29]), np.array([40, 80, 40]))
    assert grades[:2] == pytest.approx(3.1291 + 1.043 * np.sqrt(40))
    assert np.isnan(grades[2])


COUNTED = {
    1: "the strike walked closed called whole makes times said through eyes league",
    2: "about harbour little tables flooded houses changes statement mayor people police being business",
    3: "government idea area container created agreement official radio coalition basically media",
    4: "economic material political",
    5: "university examination associated",
}


@pytest.mark.parametrize(("count", "words"), COUNTED.items())
def test_syllables_of_common_words(count, words):
    assert {word: count_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


SPOKEN = {
    1: "don't we're dam's bridge's 5th ms hmmmm",
    2: "didn't boss's mr u.s. p.m. so-called o'brien café 25 3.5 AT&T",
    3: "bbc self-employed",
    4: "1918 1990s 10-year-old",
}


@pytest.mark.parametrize(("count", "words"), SPOKEN.items())
def test_endings_compounds_figures_and_letters_as_they_are_spoken(count, words):
    assert {word: count_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize("word", ["b", "'", "_", "дом", "", "s's"])
def test_every_word_has_a_syllable(word):
    assert count_syllables(word) >= 1
