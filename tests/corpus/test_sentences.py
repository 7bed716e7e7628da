import pytest
from corpus_words import sentences_of
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Varn of the U.S. Navy said so.", "He left at 5 p.m.", "The end."],
        [
            "“Go!” she cried.",
            "“We won’t,” he said.",
            "‘No?’",
            "“Maybe.”",
            "The man left (he did.)",
            "And so on.",
        ],
        ["J. R. Hale met Dr. Orr.", "No. 4 is here.", "No.", "The answer is no.", "It fell 3.5 percent."],
        [
            "Wait... what?",
            "Really...",
            "Yes.",
            "It is Sella Inc.",
            "The firm and Acme Co. Ltd. of Port Sella.",
        ],
        ['"It\'s over," he said.', '"Over?"', '"Yes!"'],
        ["She arrived on Jan. 4 with Prof. Dahl.", "He did not."],
        ["Was it I.", "It was."],
        ["Éa vit.", "Élan vital."],
    ],
)
def test_hard_cases(sentences):
    assert sentences_of(from_texts([" ".join(sentences)])) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("HEADING\n\nText here.", ["HEADING", "Text here."]),
        ("HEADING\r\n\r\nText here.", ["HEADING", "Text here."]),
        ("Short line\nAnother", ["Short line", "Another"]),
        ("1. Bread\n2. Salt", ["1. Bread", "2. Salt"]),
        (
            "A long line that runs to the margin and is wrapped by the\nEditor of the paper\nwho did it.",
            ["A long line that runs to the margin and is wrapped by the\nEditor of the paper\nwho did it."],
        ),
    ],
)
def test_lines(text, sentences):
    assert sentences_of(from_texts([text])) == sentences


@given(st.lists(st.text(st.sampled_from("Ab. !?”\"“'\n1(),…"), max_size=30), max_size=4))
def test_sentences_part_the_tokens_of_each_document(texts):
    corpus = from_texts(texts)
    assert (corpus.sentence_bounds[1:] > corpus.sentence_bounds[:-1]).all()
    assert corpus.sentence_bounds[0] == 0
    assert corpus.sentence_bounds[-1] == len(corpus.terms)
    assert set(corpus.document_bounds[:-1][corpus.documents["n_tokens"] > 0]) <= set(corpus.sentence_bounds)
    assert (corpus.token_documents == corpus.sentence_documents[corpus.token_sentences]).all()
