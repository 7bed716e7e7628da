from pathlib import Path

import numpy as np
import pytest
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from tenor.corpus import from_texts
from tenor.sentiment import agreement, evidence, score, score_sentences, tone
from tenor.sentiment.sentences import sentence_texts

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "polnear" / "articles"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the real articles are absent: no folder {ARTICLES}"),
]


@pytest.fixture(scope="module")
def corpus():
    paths = sorted(ARTICLES.glob("*.txt"))[::8]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    return from_texts(texts, source=[path.name.split("_")[0] for path in paths])


def test_real_sentences_score_as_the_originals_do(corpus):
    texts = sentence_texts(corpus)
    assert len(texts) > 3000
    textblob, vader = (score(texts, analyzer=name) for name in ("textblob", "vader"))
    original = np.array([TextBlob(text).sentiment for text in texts])
    np.testing.assert_array_equal(textblob[["polarity", "subjectivity"]].fillna(0), original)
    analyzer = SentimentIntensityAnalyzer()
    compound = [analyzer.polarity_scores(text)["compound"] for text in texts]
    np.testing.assert_array_equal(vader["polarity"].fillna(0), compound)
    for table in (textblob, vader):
        assert table["polarity"].isna().equals(table["n_scored_words"] == 0)
        assert 0.2 < table["polarity"].isna().mean() < 0.5


def test_tables_of_a_real_corpus_hold_together(corpus):
    scores = score_sentences(corpus)
    table = tone(scores, corpus, n_resamples=200)
    assert table["n_documents"].sum() == 2 * len(corpus.documents)
    assert table["n_sentences"].sum() == len(scores)
    known = table.dropna(subset="low")
    assert len(known) > 8
    assert known["polarity"].between(known["low"], known["high"]).all()
    assert agreement(scores, corpus)["n"].sum() <= len(scores) // 2
    lines = evidence(scores, corpus)
    assert lines["pole"].tolist() == ["most positive"] * 5 + ["most negative"] * 5
    assert lines["doc_id"].groupby(lines["pole"]).nunique().eq(5).all()
    texts = corpus.documents.reset_index().set_index("doc_id")["index"]
    assert all(
        corpus.text(texts[row.doc_id])[row.start : row.end] == row.text
        for row in lines.itertuples(index=False)
    )
