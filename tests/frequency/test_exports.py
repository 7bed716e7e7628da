import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from nltk import FreqDist
from plain_counts import corpora, count_words, unhurried, words_of

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.errors import UserError
from tenor.frequency.exports import to_freq_dist, to_nltk, to_polars, to_sklearn
from tenor.frequency.phrases import join_terms


@pytest.fixture
def spoken():
    """Two documents, one of which has boilerplate, direct speech and no word of narration."""
    quotations = pd.DataFrame(
        {"doc_id": ["1"], "start": [8], "end": [17], "kind": ["direct"], "speaker": ["Orr"]}
    )
    marks = as_marks([1], [0], [5], ["dateline"])
    return from_texts(["The dam.", "SELLA — A dam — …"]).with_marks(marks).with_quotations(quotations)


@unhurried
@given(corpora)
def test_words_in_order(corpus):
    assert list(to_nltk(corpus)) == [word for words in words_of(corpus) for word in words]


def test_it_is_a_text_of_nltk():
    text = to_nltk(from_texts(["The dam holds.", "A dam."]))
    assert text.count("dam") == 2
    assert text.vocab().most_common(1) == [("dam", 2)]
    assert text.name == "2 documents"


@pytest.mark.slow
def test_the_room_does_not_load_nltk():
    code = "import sys, tenor.frequency; print({'nltk', 'matplotlib', 'stopwordsiso'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@unhurried
@given(corpora)
def test_a_distribution_is_that_of_the_words(corpus):
    assert to_freq_dist(corpus) == FreqDist(count_words(corpus))
    assert to_freq_dist(corpus).N() == corpus.n_words


def test_a_distribution_counts_what_is_selected(spoken):
    assert to_freq_dist(spoken.select(voices=["direct"])) == {"a": 1, "dam": 1}
    assert to_freq_dist(spoken).most_common() == [("dam", 2), ("a", 1), ("the", 1)]


@unhurried
@given(corpora)
def test_a_matrix_counts_the_words_of_each_document(corpus):
    counts, words = to_sklearn(corpus)
    assert words.tolist() == sorted(count_words(corpus))
    assert counts.toarray().tolist() == [[its.count(word) for word in words] for its in words_of(corpus)]
    assert counts.has_canonical_format
    assert counts.dtype == np.int64


def test_a_matrix_by_hand(spoken):
    corpus = from_texts(["The dam, the river.", "", "… —", "A port strike"])
    counts, words = to_sklearn(join_terms(corpus, ["port strike"]))
    assert words.tolist() == ["a", "dam", "port strike", "river", "the"]
    assert counts.toarray().tolist() == [[0, 1, 0, 1, 2], [0] * 5, [0] * 5, [1, 0, 1, 0, 0]]
    counts, words = to_sklearn(spoken.select(voices=["narration"]))
    assert words.tolist() == ["dam", "the"]
    assert counts.toarray().tolist() == [[1, 1]]


@pytest.mark.parametrize("texts", [[], ["", "… —"]])
def test_a_matrix_without_words(texts):
    counts, words = to_sklearn(from_texts(texts))
    assert counts.shape == (len(texts), 0)
    assert words.tolist() == []


@unhurried
@given(corpora)
def test_a_matrix_is_that_of_scikit_learn(corpus):
    text = pytest.importorskip("sklearn.feature_extraction.text")
    documents = words_of(corpus)
    counts, words = to_sklearn(corpus)
    if len(words):
        vectorizer = text.CountVectorizer(analyzer=lambda words: words)
        expected = vectorizer.fit_transform(documents)
        assert words.tolist() == vectorizer.get_feature_names_out().tolist()
        assert words.dtype == vectorizer.get_feature_names_out().dtype
        assert np.array_equal(counts.toarray(), expected.toarray())


def test_tokens_for_polars(spoken):
    tokens = to_polars(spoken)
    assert tokens.columns == [
        *("doc", "sentence", "term", "start", "end", "is_word", "is_counted", "voice", "speaker"),
    ]
    assert tokens["term"].to_list() == ["the", "dam", ".", "sella", "—", "a", "dam", "—", "…"]
    assert tokens["start"].to_list() == [0, 4, 7, 0, 6, 8, 10, 14, 16]
    assert tokens["is_counted"].to_list() == [True, True, False, False, False, True, True, False, False]
    assert tokens["voice"].to_list() == ["narration"] * 3 + ["boilerplate", "narration"] + ["direct"] * 4
    assert tokens["speaker"].to_list() == [None] * 5 + ["Orr"] * 4


@unhurried
@given(corpora)
def test_tokens_for_polars_are_those_of_the_corpus(corpus):
    tokens = to_polars(corpus).drop("is_counted")
    expected = corpus.tokens
    for column in expected:
        rows = expected[column].astype(object).where(expected[column].notna(), None)
        assert tokens[column].to_list() == rows.tolist(), column


def test_documents_and_sentences_for_polars(spoken):
    documents, sentences = to_polars(spoken, "documents"), to_polars(spoken, "sentences")
    assert documents.columns == ["doc", *spoken.documents.columns]
    assert documents["doc"].to_list() == [0, 1]
    assert documents["n_words"].to_list() == [2, 2]
    assert documents["source"].to_list() == [None, None]
    assert sentences.columns == spoken.sentences.columns.tolist()
    assert sentences["n_words"].to_list() == spoken.sentences["n_words"].tolist()
    assert sentences.join(documents, on="doc")["doc_id"].to_list() == ["0", *["1"] * (len(sentences) - 1)]


@pytest.mark.parametrize("what", ["documents", "sentences", "tokens"])
def test_an_empty_corpus_for_polars(what):
    assert to_polars(from_texts([]), what).height == 0


def test_what_polars_does_not_get():
    with pytest.raises(UserError, match="what = 'words' is not one of 'documents', 'sentences', 'tokens'"):
        to_polars(from_texts([]), "words")


def test_polars_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(UserError, match="to_polars needs the package polars; install it with: pip install"):
        to_polars(from_texts([]))
