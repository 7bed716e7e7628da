import numpy as np
import pytest

from tenor.corpus import from_texts
from tenor.voices.finding.marked import mend, runs_in_marks
from tenor.voices.finding.spans import CONTENT, CUE, spans_of
from tenor.voices.finding.texts import read_texts


def read(written):
    (texts,) = read_texts(from_texts([written]))
    return texts


def words(texts, spans):
    return [texts.texts[0][texts.starts[first] : texts.ends[end - 1]] for first, end in spans]


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("“One,” she said, “two.”", ["“One,”", "“two.”"]),
        ("“One” “two”", ["“One”", "“two”"]),
        ("“Open.\n\n“Open too.", ["“Open.", "“Open too."]),
        ("None.", []),
    ],
)
def test_runs_of_words_in_marks(written, runs):
    texts = read(written)
    assert words(texts, runs_in_marks(texts)) == runs


def mended(written, tagged):
    """What is a content after the marks were minded, where the words `tagged` were one before."""
    texts = read(written)
    labels = np.zeros(len(texts), np.int8)
    first = next(
        (place for place in range(len(texts)) if tagged and texts.starts[place] == written.index(tagged)), 0
    )
    n = len(tagged.split()) if tagged else 0
    labels[first : first + 1] = CONTENT if n else 0
    labels[first + 1 : first + n] = CONTENT + 1
    return words(texts, spans_of(mend(texts, labels), CONTENT))


def test_most_of_a_run_means_all_of_it():
    assert mended("He said “the dam will hold today” again.", "the dam will hold") == [
        "“the dam will hold today”"
    ]


def test_little_of_a_run_stays_little():
    written = "He called the plan “a tax on all of us who fish” again."
    assert mended(written, "us who") == ["us who"]


def test_eight_words_in_marks_are_somebodys():
    written = "“We asked for nine per cent and sleep at night.” It rained."
    assert mended(written, "") == ["“We asked for nine per cent and sleep at night.”"]


@pytest.mark.parametrize("written", ["The film “Salt and Silver” opened.", "Bert “Little Bert” Oster left."])
def test_a_few_words_in_marks_are_not(written):
    assert mended(written, "") == []


def test_a_run_with_a_cue_inside_is_left_alone():
    texts = read("“She said that it would rain for nine days on end.”")
    labels = np.zeros(len(texts), np.int8)
    labels[2] = CUE
    assert (mend(texts, labels) == labels).all()


def test_reported_and_quoted_sentences_are_two():
    written = "It was early yet. “The rain came. It was late.”"
    assert mended(written, written) == ["It was early yet.", "“The rain came. It was late.”"]
