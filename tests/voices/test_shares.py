import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quoting_texts import of, quoting
from sample_voices import sample_corpus

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.errors import UserError
from tenor.voices import voice_shares, voice_shares_over_time


def test_words_by_voice():
    _, corpus = quoting([[of("Orr", n=4), of("Orr", n=2, kind="direct")]])
    table = voice_shares(corpus)
    assert table["voice"].tolist() == ["narration", "direct", "indirect"]
    assert table["n_words"].tolist() == [7, 2, 4]
    assert table["share"].tolist() == [7 / 13, 2 / 13, 4 / 13]
    assert table["n_documents"].tolist() == [1, 1, 1]


def test_boilerplate_is_apart():
    corpus = from_texts(["SELLA — It rains."]).with_marks(as_marks([0], [0], [7], ["dateline"]))
    table = voice_shares(corpus)
    assert table["n_words"].tolist() == [2, 0, 0]
    assert "In no voice: 1 word of boilerplate." in table.attrs["notes"]


def test_stories_count_once():
    corpus = from_texts(["The dam holds."] * 3, source=["Courier", "Lantern", "Lantern"])
    assert voice_shares(corpus, by="source")["n_words"].tolist() == [3, 0, 0, 6, 0, 0]
    assert voice_shares(corpus, by="source", count="stories")["n_words"].tolist() == [3, 0, 0, 3, 0, 0]
    assert voice_shares(corpus, count="stories")["n_words"].tolist() == [3, 0, 0]


def test_every_period_is_there():
    _, corpus = quoting([[of("Orr")], [], []], published=["2031-03-04", "2031-05-06", None])
    table = voice_shares_over_time(corpus, period="month")
    assert table["period"].unique().tolist() == ["2031-03", "2031-04", "2031-05"]
    assert table.groupby("period")["n_words"].sum().tolist() == [8, 0, 3]
    assert table["share"].isna().tolist() == [False] * 3 + [True] * 3 + [False] * 3
    assert table.attrs["period"] == "month"
    assert "1 of 3 documents have no value of 'month' and are left out." in table.attrs["notes"]


def test_an_interval_holds_its_share():
    _, corpus = quoting([[of("Orr", n=10)]] * 6 + [[]] * 6)
    row = voice_shares(corpus, n_resamples=200).set_index("voice").loc["indirect"]
    assert 0 < row["low"] < row["share"] < row["high"] < 1


@pytest.mark.parametrize("settings", [{"by": "voice"}, {"by": "share"}, {"count": "words"}, {"seed": -1}])
def test_bad_settings(settings):
    with pytest.raises(UserError):
        voice_shares(from_texts(["It rains."]), **settings)


def test_a_bad_period():
    with pytest.raises(UserError, match="period"):
        voice_shares_over_time(from_texts(["It rains."]), period="day")


@pytest.mark.parametrize("by", [None, "source", "month"])
def test_a_corpus_without_documents(by):
    table = voice_shares(from_texts(["It rains."]).take(np.array([], int)), by=by)
    assert table["n_words"].sum() == 0
    assert table["n_words"].dtype == "int64"


def test_the_words_of_the_sample_add_up():
    corpus = sample_corpus()
    table = voice_shares(corpus, by="source")
    sums = table.groupby("source")["n_words"].sum()
    assert sums.to_dict() == corpus.documents.groupby("source")["n_words"].sum().to_dict()


SPANS = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(0, 30), st.integers(1, 30), st.sampled_from(["direct", "mixed"])
    ),
    max_size=8,
)


@given(SPANS)
def test_the_voices_add_up_to_the_whole(spans):
    texts = ["It rains “in the north” and holds.", "The dam holds the “old” river back.", "It may “not”."]
    rows = [
        {"doc_id": str(doc), "start": start, "end": start + n, "kind": kind} for doc, start, n, kind in spans
    ]
    columns = ["doc_id", "start", "end", "kind"]
    corpus = from_texts(texts, source=["a", "b", "b"]).with_quotations(pd.DataFrame(rows, columns=columns))
    table = voice_shares(corpus, by="source", n_resamples=100)
    assert table["n_words"].sum() == corpus.n_words
    np.testing.assert_allclose(table.groupby("source")["share"].sum(), 1)
