from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts
from tenor.loading.duplicates.differences import Comparison, compare
from tenor.loading.duplicates.passages import read_sentences

SENTENCES = [
    "The dam holds.",
    "It rained all night.",
    "The dam broke.",
    "Fourteen ships waited outside the port.",
    "Fifteen ships waited outside the harbour.",
    "“Nobody sleeps,” Kell said.",
]


def differences(one: str, other: str) -> list[tuple[str, int, str, str]]:
    """Each difference: change, words, and the two passages."""
    return [
        (
            found.change,
            found.n_words,
            "" if found.earliest is None else one[slice(*found.earliest)],
            "" if found.later is None else other[slice(*found.later)],
        )
        for found in compare_texts(one, other).differences()
    ]


def compare_texts(one: str, other: str) -> Comparison:
    corpus = from_texts([one, other])
    return compare(read_sentences(corpus, 0), read_sentences(corpus, 1))


def test_sentences_cut_side_by_side_are_one_difference():
    one = "The dam holds. It rained all night.\n\nThe ferry left. Kell waited."
    assert differences(one, "The dam holds. Kell waited.") == [
        ("cut", 7, "It rained all night.\n\nThe ferry left.", "")
    ]


def test_sentences_cut_here_and_there_are_several():
    one = "The dam holds. It rained all night. The ferry left. Kell waited."
    assert [found[:2] for found in differences(one, "It rained all night. Kell waited.")] == [
        ("cut", 3),
        ("cut", 3),
    ]


def test_an_added_sentence_has_no_earliest_text():
    assert differences("The dam holds.", "The dam holds. It rains.") == [("added", 2, "", "It rains.")]


def test_a_sentence_with_other_words_is_altered():
    one, other = "Fourteen ships waited outside the port.", "Fifteen big ships waited outside the port."
    assert differences(one, other) == [("altered", 2, one, other)]


def test_a_sentence_with_few_of_the_words_is_another():
    one, other = "Fourteen ships waited outside the port.", "The port was shut on Monday by a storm."
    assert [found[:2] for found in differences(one, other)] == [("cut", 6), ("added", 9)]


def test_a_sentence_given_to_another_speaker_is_told_so():
    one, other = "“Nobody sleeps,” Kell said.", "“Nobody sleeps,” an officer said."
    assert differences(one, other) == [("re-attributed", 2, one, other)]


def test_of_several_likely_partners_the_likest_is_taken():
    one = "Two ships waited outside the port of Sella."
    other = "Two men sat outside the port of Hathe. Two ships waited outside the port of Hathe."
    assert [found[:2] for found in differences(one, other)] == [("added", 8), ("altered", 1)]


def test_of_two_parts_of_a_sentence_the_larger_is_its_version():
    one = "The old ferry left Port Sella before dawn on Monday."
    other = "The old ferry left late. Port Sella before dawn on Monday was quiet."
    assert [found[:2] for found in differences(one, other)] == [("added", 5), ("altered", 6)]


def test_of_two_sentences_made_one_the_second_is_cut():
    one = "The dam holds well tonight. The river falls again now."
    other = "The dam holds well tonight, the river falls again now."
    assert [found[:2] for found in differences(one, other)] == [("altered", 5), ("cut", 5)]


def test_marks_white_space_and_capitals_are_no_differences():
    one = "“It won’t hold” – he said.\n\nThe dam broke."
    assert differences(one, '"It won\'t hold" - He said. THE DAM BROKE!') == []


def test_a_sentence_in_another_place_is_moved():
    comparison = compare_texts("It rains. The dam holds. Kell waits.", "The dam holds. Kell waits. It rains.")
    assert list(comparison.differences()) == []
    assert [sentence.words for sentence in comparison.moved] == [("it", "rains")]
    assert comparison.n_kept == 7


def test_a_sentence_met_twice_and_then_once_is_cut_once():
    comparison = compare_texts("It rains. It rains. Kell waits.", "Kell waits. It rains.")
    assert [(found.change, found.n_words) for found in comparison.differences()] == [("cut", 2)]
    assert len(comparison.moved) == 1


texts = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join)


@given(texts, texts)
def test_the_words_kept_cut_and_added_add_up(one, other):
    comparison = compare_texts(one, other)
    found = list(comparison.differences())
    n_one, n_other = (int(n) for n in from_texts([one, other]).documents["n_words"])
    n_cut = sum(each.n_words for each in found if each.change == "cut")
    n_added = sum(each.n_words for each in found if each.change == "added")
    n_altered = sum(each.n_words for each in found if each.change in ("altered", "re-attributed"))
    assert n_cut <= n_one - comparison.n_kept <= n_cut + n_altered
    assert n_added <= n_other - comparison.n_kept <= n_added + n_altered


@given(texts)
def test_a_text_does_not_differ_from_itself(text):
    comparison = compare_texts(text, text)
    assert list(comparison.differences()) == []
    assert comparison.moved == []
    assert comparison.n_kept == from_texts([text]).n_words
