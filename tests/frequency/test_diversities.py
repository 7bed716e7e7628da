import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from plain_counts import corpora, unhurried, words_of

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import diversity

COLUMNS = [
    *("doc_id", "source", "published", "n_words", "n_types", "ttr", "mattr", "mtld", "hdd", "yules_k"),
    "entropy",
]


@pytest.fixture
def corpus():
    return from_texts(["a b a c", "a a a a a a", "", "a b c d"], source=["s", "s", "s", "t"])


def test_by_hand(corpus):
    table = diversity(corpus, window=3)
    assert table.columns.tolist() == COLUMNS
    assert table[["n_words", "n_types"]].to_numpy().tolist() == [[4, 3], [6, 1], [0, 0], [4, 4]]
    assert table["mattr"].round(4).tolist()[:2] == [round((2 / 3 + 1) / 2, 4), round(1 / 3, 4)]
    assert table.loc[2, COLUMNS[5:]].isna().all()
    assert table[["mtld", "hdd"]].isna().all(axis=None)
    assert table.attrs["notes"][0] == "mattr takes windows of 3 words; documents too short for one: 1."


def test_groups_have_medians_of_their_documents(corpus):
    table = diversity(corpus, by="source", window=3)
    sizes = ["source", "n_documents", "n_short", "n_words", "words_per_document"]
    assert table[sizes].to_numpy().tolist() == [["s", 3, 1, 10, 4.0], ["t", 1, 0, 4, 4.0]]
    alone = diversity(corpus, window=3)
    assert table["mattr"][0] == pytest.approx(alone["mattr"][:2].median())


def quoted():
    rows = {"doc_id": ["0"], "start": [0], "end": [5], "kind": ["direct"], "speaker": ["Vell"]}
    return from_texts(["a b a c d c d"], source=["s"]).with_quotations(pd.DataFrame(rows))


def test_the_words_of_a_voice_or_speaker_are_measured_as_one_text():
    table = diversity(quoted(), by="voice", window=2)
    assert table[["voice", "n_words", "ttr", "mattr"]].to_numpy().tolist() == [
        ["narration", 4, 0.5, 1.0],
        ["direct", 3, pytest.approx(2 / 3), 1.0],
    ]
    assert diversity(quoted(), by="speaker", window=2)[["speaker", "n_words"]].to_numpy().tolist() == [
        ["Vell", 3]
    ]


def test_copies_count_once_as_stories():
    corpus = from_texts(["a b a"] * 3)
    assert len(diversity(corpus, count="stories")) == 1


@pytest.mark.parametrize("by", [None, "source", "voice", "speaker"])
def test_an_empty_selection(corpus, by):
    table = diversity(corpus.select(start="2031-01-01"), by=by)
    assert len(table) == 0
    pd.testing.assert_series_equal(table.dtypes, diversity(quoted(), by=by).dtypes)
    assert table.attrs["notes"][0] == "There are no documents to measure."


def test_punctuation_alone_has_no_values():
    table = diversity(from_texts(["... !"]))
    assert table[["n_words", "n_types"]].to_numpy().tolist() == [[0, 0]]
    assert table[COLUMNS[5:]].isna().all(axis=None)


@pytest.mark.parametrize("window", [1, 0, 2.5])
def test_a_window_that_is_none(corpus, window):
    with pytest.raises(UserError, match=f"window = {window} is no width of a window; give 2 words or more"):
        diversity(corpus, window=window)


@unhurried
@given(corpora)
def test_as_counted_in_plain_python(corpus):
    table = diversity(corpus, window=3)
    for words, row in zip(words_of(corpus), table.itertuples(), strict=True):
        assert (row.n_words, row.n_types) == (len(words), len(set(words)))
        ratios = [len(set(words[i : i + 3])) / 3 for i in range(len(words) - 2)]
        assert row.mattr == pytest.approx(np.mean(ratios) if ratios else np.nan, nan_ok=True)


@unhurried
@given(corpora)
def test_the_order_of_documents_changes_nothing(corpus):
    reverse = diversity(corpus.take(np.arange(len(corpus.documents))[::-1]))
    pd.testing.assert_frame_equal(reverse.iloc[::-1].reset_index(drop=True), diversity(corpus))
