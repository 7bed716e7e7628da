"""The scores equal those of TextBlob and VADER themselves, to the last digit, on real sentences."""

import numpy as np
import pandas as pd
import pytest
from real_sentences import SHARED, real_sentences, some_of
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from tenor.corpus import from_texts
from tenor.sentiment import score, score_sentences
from tenor.sentiment.analyzers.batches import straighten

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason=f"the real articles are absent: no folder {SHARED}"),
]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    found = real_sentences()
    assert len(found) >= 200_000
    return found


def _textblob(texts: list[str]) -> pd.DataFrame:
    return pd.DataFrame([TextBlob(text).sentiment for text in texts], columns=["polarity", "subjectivity"])


def _vader(texts: list[str]) -> pd.DataFrame:
    analyzer = SentimentIntensityAnalyzer()
    names = {"compound": "polarity", "pos": "positive", "neu": "neutral", "neg": "negative"}
    return pd.DataFrame([analyzer.polarity_scores(text) for text in texts]).rename(columns=names)


def _assert_equal(table: pd.DataFrame, original: pd.DataFrame, texts: list[str]) -> None:
    """Where a word is known the numbers are equal; elsewhere the original has 0."""
    is_known = table["n_scored_words"] > 0
    for name in original:
        is_off = np.where(is_known, table[name] != original[name], table[name].notna())
        assert not is_off.any(), f"{name} of {texts[is_off.argmax()]!r}"
    assert original.loc[~is_known, "polarity"].eq(0).all()


def test_textblob_equals_the_original_on_some(texts):
    some = some_of(texts, 20_000)
    _assert_equal(score(some, analyzer="textblob"), _textblob(some), some)


def test_vader_equals_the_original_on_some(texts):
    some = some_of(texts, 20_000)
    _assert_equal(score(some, analyzer="vader"), _vader(some), some)


@pytest.mark.full
def test_textblob_equals_the_original_on_all(texts):
    _assert_equal(score(texts, analyzer="textblob"), _textblob(texts), texts)


@pytest.mark.full
def test_vader_equals_the_original_on_all(texts):
    _assert_equal(score(texts, analyzer="vader"), _vader(texts), texts)


def test_few_texts_are_left_to_the_originals(texts):
    some = some_of(texts, 20_000)
    for analyzer in ("textblob", "vader"):
        assert score(some, analyzer=analyzer).attrs["n_original"] < 0.005 * len(some)


@pytest.mark.parametrize("analyzer", ["textblob", "vader"])
def test_sentences_of_a_corpus_score_as_their_texts_do(texts, analyzer):
    corpus = from_texts(some_of(texts, 20_000))
    rows = zip(*(corpus.sentences[name] for name in ("doc", "start", "end")), strict=True)
    sentences = [straighten(corpus.text(doc)[start:end]) for doc, start, end in rows]
    scores, alone = score_sentences(corpus, analyzers=[analyzer]), score(sentences, analyzer=analyzer)
    for name in ("polarity", "subjectivity", "n_scored_words"):
        np.testing.assert_array_equal(scores[name], alone[name])
