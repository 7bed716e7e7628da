import numpy as np
import pytest

from tenor.corpus import from_texts
from tenor.voices.finding.spans import CONTENT, SPEAKER, spans_of
from tenor.voices.finding.texts import read_texts
from tenor.voices.finding.turns import label_turns

INTERVIEW = "Q: Did it rain?\n\nA: It did.\n\nQ: Much?\n\nA: Enough."
TRANSCRIPT = "QUILL: It rains.\n\nMARA ORR: It does not.\n\nQUILL: Look up."


def turns(*written):
    (texts,) = read_texts(from_texts(written))
    labels = label_turns(texts, np.zeros(len(texts), np.int8))
    return [
        [
            texts.texts[texts.documents[first]][texts.starts[first] : texts.ends[end - 1]]
            for first, end in spans_of(labels, kind)
        ]
        for kind in (SPEAKER, CONTENT)
    ]


def test_answers_are_turns_and_questions_are_the_documents_own():
    assert turns(INTERVIEW) == [["A", "A"], ["It did.", "Enough."]]


def test_each_turn_of_a_transcript_is_its_speakers():
    assert turns(TRANSCRIPT) == [
        ["QUILL", "MARA ORR", "QUILL"],
        ["It rains.", "It does not.", "Look up."],
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Score: 2.\n\nGate: 40.\n\nWeather: fair.",
        "QUILL: It rains.\n\nQUILL: Look up.",
        "Here is why: rain.\n\nHere is why: rain.\n\nHere is why: rain.",
        "",
    ],
)
def test_no_label_comes_twice_or_there_are_too_few_or_it_is_a_clause(written):
    assert turns(written) == [[], []]


def test_documents_are_told_apart():
    assert turns("QUILL: One.", "QUILL: Two.", "QUILL: Three.") == [[], []]
