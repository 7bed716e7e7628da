import pytest

from tenor.corpus import from_texts
from tenor.loading.duplicates.alignment import find_gaps, match
from tenor.loading.duplicates.attributions import is_reattributed
from tenor.loading.duplicates.passages import read_sentences


def judge(one: str, other: str) -> bool:
    corpus = from_texts([one, other])
    ((mine,), (theirs,)) = read_sentences(corpus, 0), read_sentences(corpus, 1)
    gaps = find_gaps(match(mine.words, theirs.words), len(mine.words), len(theirs.words))
    return is_reattributed(mine, theirs, gaps)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The dam holds,” Kell told reporters.", "“The dam holds,” a senior officer fumed."),
        ("“The dam holds,” Kell said.", '"The dam holds," Orr claimed.'),
        ("“The dam holds,” said Tomas Kell.", "“The dam holds,” said Adela Orr."),
        ("Kell called the dam “a wall”.", "Orr called the dam “a wall”."),
        ("“The dam holds.”", "“The dam holds,” said Orr."),
        ("“The dam holds,” said Orr.", "“The dam holds.”"),
        ("Officials warned that rain may come.", "The mayor, Agnes Thole, warned that rain may come."),
        ("Officials said that the dam would hold.", "Officials claimed the dam would hold."),
        ("The dam would hold all spring, officials said.", "The dam would hold all spring, Kell said."),
        ("The dam would hold all spring, officials said.", "The dam would hold all spring."),
        ("According to Kell, the dam holds well.", "According to Orr, the dam holds well."),
        ("The dam holds well, according to Kell.", "The dam holds well, according to the port."),
    ],
)
def test_another_speaker_or_verb_is_found(one, other):
    assert judge(one, other)
    assert judge(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The dam holds,” Kell said.", "“The dam broke,” Orr said."),
        ("“The dam holds,” Kell said.", "“The dam holds,” said Kell."),
        ("“The dam holds,” Kell said on Monday.", "“The dam holds,” Kell said on Tuesday."),
        ("“The dam holds,” Kell said on Monday.", "“The dam holds,” Kell said."),
        ("“The dam holds,” Kell said.", "“The dam holds,” Kell said, and warned of rain."),
        ("It cost 3m drals, the “wall” of Hathe.", "It cost 4m drals, the “wall” of Hathe."),
        ("Officials said the dam would hold.", "Officials said the wall would hold."),
        ("Agnes Thole, the mayor, warned of rain.", "Agnes Thole warned of rain."),
        ("The dam of Hathe was said to be safe.", "The dam of Lowmere was said to be safe."),
        ("Kell called it “a wall” for three drals.", "Kell called it “a wall” for four drals."),
        ("Fourteen ships waited outside.", "Fifteen ships waited outside."),
        ("The dam holds.", "The dam holds."),
    ],
)
def test_other_changes_are_none_of_the_speaker(one, other):
    assert not judge(one, other)
    assert not judge(other, one)
