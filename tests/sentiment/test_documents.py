import numpy as np
import pytest

from tenor.corpus import from_texts
from tenor.sentiment import document_tone, score_sentences


def test_document_is_the_mean_of_its_scored_sentences(scored):
    scores, corpus = scored([[0.5, None, -0.1], [None, None], [0.0]])
    table = document_tone(scores, corpus)
    assert table["n_sentences"].tolist() == [3, 2, 1]
    assert table["n_scored_sentences"].tolist() == [2, 0, 1]
    np.testing.assert_allclose(table["polarity"], [0.2, np.nan, 0.0])
    assert table.attrs["notes"][1] == "1 of 3 documents have no such sentence for vader."


def test_subjectivity_is_averaged_over_the_same_sentences():
    corpus = from_texts(["A good day. It rains. A bad dam."])
    table = document_tone(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus).set_index(
        "analyzer"
    )
    # TextBlob's list: good 0.6, bad 0.667.
    assert table.loc["textblob", "subjectivity"] == pytest.approx((0.6 + 2 / 3) / 2)
    assert np.isnan(table.loc["vader", "subjectivity"])


def test_one_row_a_document_and_analyzer():
    corpus = from_texts(
        ["A good day.", "", "..."], source=["Courier", None, "Lantern"], doc_id=["a", "b", "c"]
    )
    table = document_tone(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus)
    assert table["doc_id"].tolist() == ["a", "a", "b", "b", "c", "c"]
    assert table["analyzer"].tolist() == ["textblob", "vader"] * 3
    assert table["source"].isna().tolist() == [False, False, True, True, False, False]
    assert table["n_sentences"].tolist() == [1, 1, 0, 0, 1, 1]
    assert table["polarity"].notna().tolist() == [True, True] + [False] * 4


def test_empty_corpus_gives_an_empty_table():
    corpus = from_texts([])
    assert document_tone(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus).empty
