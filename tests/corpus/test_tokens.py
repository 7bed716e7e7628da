import pytest
from corpus_words import forms_of
from hypothesis import example, given
from hypothesis import strategies as st
from plain_tokens import tokens as plain_tokens

from tenor.corpus.tokens import tokenize

# Texts dense in what the rules turn on: marks between letters and digits, of one to four bytes.
TRICKY = st.text(st.sampled_from("aB1.,'’-‑&_ \n\u00adé“”—…🚢漢\u200b\ufeff٣!"), max_size=40)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Don’t stop", "Don’t stop"),
        ("the Dockers’ League", "the Dockers ’ League"),
        ("nine-tenths -- AT&T", "nine-tenths - - AT&T"),
        ("3.5 of 1,000,000; a,b", "3.5 of 1,000,000 ; a , b"),
        ("the U.S. at 5 p.m.", "the U.S. at 5 p.m."),
        ("J. R. Hale, J.R. Hale", "J . R . Hale , J.R. Hale"),
        ("“Yes,”—he", "“ Yes , ” — he"),
        ("end.Next v1.2", "end . Next v1.2"),
        ("co\u00adoperate naïve 漢字", "co\u00adoperate naïve 漢字"),
        ("🚢 sails", "🚢 sails"),
    ],
)
def test_words_and_marks(text, forms):
    assert forms_of(tokenize([text.encode()])) == forms.split()


@example(["B.\xad", "é.É. É.É", "a.é.b"])
@given(st.lists(TRICKY | st.text(max_size=40), max_size=5))
def test_same_tokens_as_the_plain_rules(texts):
    texts = [text.encode(errors="replace").decode() for text in texts]
    tokens = tokenize([text.encode() for text in texts])
    found = list(zip(tokens.starts.tolist(), forms_of(tokens), strict=True))
    assert [found[first:last] for first, last in zip(tokens.bounds[:-1], tokens.bounds[1:], strict=True)] == [
        plain_tokens(text) for text in texts
    ]


def test_line_breaks_and_spaces_before_tokens():
    tokens = tokenize([b"a b\nc\n\n\nd-(e"])
    assert tokens.breaks.tolist() == [2, 0, 1, 2, 0, 0, 0]
    assert tokens.spaced.tolist() == [True, True, True, True, False, False, False]
