import socket
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import ANALYZERS, score, score_sentences
from tenor.sentiment.analyzers.batches import straighten

VADER = SentimentIntensityAnalyzer()
# Words, marks and pieces on which the rules of both analyzers turn.
PIECES = """
    good bad great terrible not no never isn't isn’t can't n't nor without doubt least at very really kind of
    sort hardly so this but BUT GREAT Bad hideously the a dam harbour ! !! !!! ? ?? ???? . ... , ; : ( ) (!)
    :) :( :D ;-) <3 “good” "bad" 'fine' ’tis good-bad bad. U.S. Mr. e.g. lol 1st 13th 100% $5
    😀 💔 🙂👍🏽 é ß İ over-the-top rip-off can’t the bomb to die for yeah right kiss of death n’t — – - _
    \ufeff \u00ad \u200d \x00
""".split()
SENTENCES = [
    "",
    " ",
    "\n\n",
    "!?!",
    "...",
    "(!)",
    "💔 🙂",
    "😀good😀",
    "VADER is VERY SMART, handsome, and FUNNY!!!",
    "The plot was good, but the characters are uncompelling and the dialog is not great.",
    "At least it isn't a horrible book, kind of.",
    "No good, no bad; without doubt never so great.",
    "“Good,” he said. It can’t be good.\n\nBad!",
    "\ud800 good",
    "good " * 2000,
    "x" * 20_000,
    "Sehr schön, ausgezeichnet; 素晴らしい。",
    "He left: (good) riddance, 1998) bad :( ( ! ) x D. So it was 8 - ) great :-) (!",
    "slightly END-OF-SENTENCE bad; not",
    "Really not good, really no good, very not good; not! good.",
    "No doubt, no or bad, yeah right, the bomb, to die for; least good, at least good.",
    "GOOD, but great, but GREAT! Good but good, bad but bad.",
    "it was so kind of bad, never so good, never before this good, without any doubt good??",
    "good" + "." * 50 + "bad" + "—" * 30 + "good",
    "“(U.S.)” 'Mr.' good.) bad.” great.)” e.g., good'll don't 'tis goods’",
]
pieced = st.lists(st.sampled_from([*PIECES, "\n", "\n\n"]) | st.text(max_size=6), max_size=25)
texts = st.builds(lambda pieces, gap: gap.join(pieces), pieced, st.sampled_from([" ", " ", "", "\t"]))


def assert_equal_to_textblob(text: str) -> None:
    row = score([text], analyzer="textblob").iloc[0]
    original = TextBlob(text).sentiment
    if row["n_scored_words"]:
        assert (row["polarity"], row["subjectivity"]) == tuple(original)
    else:
        assert np.isnan(row["polarity"])
        assert np.isnan(row["subjectivity"])
        assert tuple(original) == (0.0, 0.0)
        assert not TextBlob(text).sentiment_assessments.assessments


def assert_equal_to_vader(text: str) -> None:
    row = score([text], analyzer="vader").iloc[0]
    original = VADER.polarity_scores(text)
    assert np.isnan(row["subjectivity"])
    shares = row[["positive", "neutral", "negative"]].tolist()
    if row["n_scored_words"]:
        assert row["polarity"] == original["compound"]
        assert shares == [original[name] for name in ("pos", "neu", "neg")]
    else:
        assert np.isnan(row["polarity"])
        assert (original["compound"], original["pos"], original["neg"]) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("text", SENTENCES)
def test_hard_sentences_score_as_the_originals_do(text):
    assert_equal_to_textblob(text)
    assert_equal_to_vader(text)


@given(texts)
def test_any_text_scores_as_textblob_does(text):
    assert_equal_to_textblob(text)


@given(texts)
def test_any_text_scores_as_vader_does(text):
    assert_equal_to_vader(text)


@settings(max_examples=30)
@given(st.lists(texts, max_size=4))
def test_sentences_of_any_corpus_score_as_their_texts_do(documents):
    corpus = from_texts(documents)
    rows = corpus.sentences.itertuples()
    sentences = [straighten(corpus.text(row.doc)[row.start : row.end]) for row in rows]
    scores = score_sentences(corpus)
    for analyzer in ANALYZERS:
        found = scores.loc[scores["analyzer"] == analyzer, "polarity"]
        np.testing.assert_array_equal(found, score(sentences, analyzer=analyzer)["polarity"])


@pytest.mark.parametrize(
    ("text", "textblob", "vader"),
    [
        ("good", 1, 1),
        ("a very good dam", 2, 1),
        ("not very good!!", 2, 1),
        ("good and bad", 2, 2),
        ("fine :)", 2, 2),
        ("fine (!)", 2, 1),
        ("fine 😀", 1, 2),  # VADER reads the emoji as "grinning face"
        ("kind of", 1, 0),
        ("the dam", 0, 0),
        ("", 0, 0),
    ],
)
def test_scored_words_are_those_with_a_value_in_the_list(text, textblob, vader):
    assert score([text], analyzer="textblob")["n_scored_words"].tolist() == [textblob]
    assert score([text], analyzer="vader")["n_scored_words"].tolist() == [vader]


def test_neutral_is_kept_apart_from_unknown():
    table = score(["the only dam", "the dam"], analyzer="textblob")
    assert table["polarity"].fillna(9).tolist() == [0.0, 9]


def test_table_has_one_row_a_text_and_says_what_missing_means():
    table = score(["good", "the dam", "good"], analyzer="textblob")
    assert table.columns.tolist() == ["polarity", "subjectivity", "n_scored_words"]
    assert table.dtypes.astype(str).tolist() == ["float64", "float64", "int64"]
    assert table["polarity"].fillna(9).tolist() == [0.7, 9, 0.7]
    assert "missing where the analyzer knows no word" in table.attrs["notes"][0]


def test_index_of_a_series_is_kept():
    series = pd.Series(["good", "bad"], index=["x", "y"])
    assert score(series[::-1], analyzer="vader").index.tolist() == ["y", "x"]


def test_no_texts_give_an_empty_table():
    table = score([], analyzer="textblob")
    assert table.shape == (0, 3)
    assert table["polarity"].dtype == float


def test_equal_texts_are_scored_once():
    table = score(["good 😀", "bad", "good 😀"], analyzer="vader")
    assert table["polarity"].iloc[0] == table["polarity"].iloc[2]
    assert table.attrs["n_original"] == 1
    assert "1 text with emoticons, emoji or the like: scored by the original." in table.attrs["notes"]


def test_unknown_analyzer_is_an_error_with_a_hint():
    with pytest.raises(UserError, match=r"analyzer = 'vadr' is not one of 'textblob', 'vader', 'tone'; did"):
        score(["good"], analyzer="vadr")


def test_one_string_is_an_error():
    with pytest.raises(UserError, match=r"texts = 'good' is one text; give a list of texts"):
        score("good", analyzer="vader")


@pytest.mark.parametrize("value", [None, float("nan"), 3, b"good"])
def test_what_is_not_text_is_an_error_with_its_place(value):
    with pytest.raises(UserError, match=r"texts\[1\] = .* is not text"):
        score(["good", value], analyzer="vader")


def test_scoring_needs_no_network_and_no_nltk_data(monkeypatch, tmp_path):
    def refuse(*_args, **_kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr("nltk.data.path", [str(tmp_path)])
    for analyzer in ANALYZERS:
        assert score(["A good day."], analyzer=analyzer)["polarity"].notna().all()


def test_importing_the_room_loads_no_analyzer():
    code = "import sys, tenor.sentiment; print(sorted({'nltk', 'textblob', 'requests'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
