import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks

words = st.lists(st.lists(st.sampled_from("dam port ship .".split()), max_size=9), max_size=6)


@given(words)
def test_positions_are_where_the_term_stands(texts):
    corpus = from_texts([" ".join(text) for text in texts])
    for term in range(len(corpus.vocabulary)):
        assert corpus.positions([term]).tolist() == np.flatnonzero(corpus.terms == term).tolist()
    every = corpus.positions(range(len(corpus.vocabulary)))
    assert every.tolist() == list(range(len(corpus.terms)))


@given(words)
def test_counts_are_those_of_each_document(texts):
    corpus = from_texts([" ".join(text) for text in texts])
    table = corpus.counts.toarray()
    assert table.shape == (len(texts), len(corpus.vocabulary))
    for number, text in enumerate(texts):
        assert table[number].tolist() == [text.count(term) for term in corpus.vocabulary["term"]]


def test_boilerplate_is_not_indexed():
    corpus = from_texts(["SELLA — The dam at Sella."]).with_marks(as_marks([0], [0], [7], ["dateline"]))
    sella = corpus.vocabulary.index[corpus.vocabulary["term"] == "sella"]
    assert corpus.positions(sella).tolist() == [5]
    assert corpus.counts[:, sella].sum() == 1
