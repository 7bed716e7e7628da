import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from nltk import FreqDist
from plain_counts import corpora, count_documents, count_words, make_corpus, unhurried, words_of

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import word_list

COLUMNS = [
    "term",
    "rank",
    "frequency",
    "per_million",
    "document_frequency",
    "document_share",
    "arf",
    "dp_norm",
    "is_stop_word",
]


@pytest.fixture
def corpus():
    return from_texts(
        ["The dam, the dam!", "The port.", "A port", ""],
        source=["Lantern", "Courier", "Courier", None],
    )


def test_by_hand(corpus):
    table = word_list(corpus)
    assert table.columns.tolist() == COLUMNS
    assert table["term"].tolist() == ["the", "dam", "port", "a"]
    assert table["rank"].tolist() == [1, 2, 2, 4]
    assert table["frequency"].tolist() == [3, 2, 2, 1]
    assert table["per_million"].tolist() == [375_000, 250_000, 250_000, 125_000]
    assert table["document_frequency"].tolist() == [2, 1, 2, 1]
    assert table["document_share"].tolist() == [0.5, 0.25, 0.5, 0.25]
    assert table["is_stop_word"].tolist() == [True, False, False, True]
    # Shares of words 1/2 1/4 1/4, of "the" 2/3 1/3 0: DP is (1/6 + 1/12 + 1/4) / 2 = 1/4, at most 3/4.
    assert table["dp_norm"][0] == pytest.approx(1 / 3)
    assert table["dp_norm"].isna().tolist() == [False, True, True, True]


def test_equal_frequencies_stand_in_alphabetical_order():
    words = [first + second + third for first in "zmeat" for second in "qwert" for third in "yuiop"]
    table = word_list(from_texts([" ".join(words + words[::2])]))
    assert table["term"].tolist() == sorted(words[::2]) + sorted(words[1::2])
    assert table["rank"].tolist() == [1] * 63 + [64] * 62


def test_by_group(corpus):
    table = word_list(corpus, by="source")
    assert table.columns.tolist() == ["source", *COLUMNS]
    rows = table[["source", "term", "rank", "frequency", "per_million", "document_share"]].to_numpy().tolist()
    assert rows == [
        ["Courier", "port", 1, 2, 500_000, 1.0],
        ["Courier", "a", 2, 1, 250_000, 0.5],
        ["Courier", "the", 2, 1, 250_000, 0.5],
        ["Lantern", "dam", 1, 2, 500_000, 1.0],
        ["Lantern", "the", 1, 2, 500_000, 1.0],
    ]
    assert table["dp_norm"].tolist()[0] == 0
    assert table["dp_norm"].isna().tolist() == [False, True, True, True, True]
    assert "1 of 4 documents have no value of 'source' and are left out." in table.attrs["notes"]
    assert table.attrs["row"] == "one row is a term and source"


def test_the_least_frequency_leaves_rates_and_ranks_alone(corpus):
    full, table = word_list(corpus), word_list(corpus, min_frequency=2)
    pd.testing.assert_frame_equal(table, full.head(3))
    assert "min_frequency = 2 leaves out 1 rarer terms, 1 words in all." in table.attrs["notes"]


def test_notes_name_the_denominator_and_the_stop_words(corpus):
    notes = word_list(corpus, stop_words="").attrs["notes"]
    assert (
        notes[0]
        == "Rates and shares are of all 8 words and 4 documents; punctuation marks do not count as words."
    )
    assert notes[-1] == "No stop words are marked."
    assert not word_list(corpus, stop_words="")["is_stop_word"].any()


@pytest.mark.parametrize("by", [None, "source", "week"])
def test_an_empty_selection(corpus, by):
    table = word_list(corpus.select(start="2031-01-01"), by=by)
    assert table.columns.tolist() == [*filter(None, [by]), *COLUMNS]
    assert len(table) == 0
    assert "There are no words to list." in table.attrs["notes"]
    assert table["frequency"].dtype == np.int64


def test_wrong_settings(corpus):
    with pytest.raises(UserError, match="min_frequency = 0 is too small; the least allowed is 1"):
        word_list(corpus, min_frequency=0)
    with pytest.raises(UserError, match="by = 'sauce' is no column"):
        word_list(corpus, by="sauce")


@unhurried
@given(corpora)
def test_counts_are_those_of_nltk_and_of_plain_python(corpus):
    table = word_list(corpus)
    words = [word for document in words_of(corpus) for word in document]
    assert dict(zip(table["term"], table["frequency"], strict=True)) == FreqDist(words)
    assert dict(zip(table["term"], table["document_frequency"], strict=True)) == count_documents(corpus)
    ordered = sorted(count_words(corpus).items(), key=lambda pair: (-pair[1], pair[0]))
    assert table["term"].tolist() == [term for term, _ in ordered]
    assert table["rank"].tolist() == table["frequency"].rank(method="min", ascending=False).tolist()
    assert table["per_million"].sum() == pytest.approx(1e6 if len(table) else 0)


@unhurried
@given(corpora)
def test_groups_add_up_to_the_whole(corpus):
    grouped = word_list(corpus, by="source")
    kept = corpus.take(np.flatnonzero(corpus.documents["source"].notna()))
    whole = word_list(kept).set_index("term")
    sums = grouped.groupby("term")[["frequency", "document_frequency"]].sum()
    pd.testing.assert_frame_equal(
        sums, whole[["frequency", "document_frequency"]].sort_index(), check_dtype=False
    )


@unhurried
@given(corpora)
def test_the_order_of_documents_does_not_matter(corpus):
    reverse = corpus.take(np.arange(len(corpus.documents))[::-1])
    tables = [word_list(given).drop(columns="arf") for given in (reverse, corpus)]
    pd.testing.assert_frame_equal(*tables)


@unhurried
@given(corpora)
def test_a_corpus_twice_over_has_twice_the_counts_at_the_same_rates(corpus):
    numbers = np.arange(len(corpus.documents))
    twice, once = word_list(corpus.take(np.concatenate([numbers, numbers]))), word_list(corpus)
    same = ["term", "rank", "per_million", "document_share", "is_stop_word"]
    pd.testing.assert_frame_equal(twice[same], once[same])
    for column in ("frequency", "document_frequency"):
        assert (twice[column] == 2 * once[column]).all()


@unhurried
@given(corpora)
def test_dispersion_lies_between_0_and_1_and_is_missing_only_where_said(corpus):
    table = word_list(corpus)
    filled = [words for words in words_of(corpus) if words]
    known = table["dp_norm"].notna()
    assert (
        known.tolist()
        == (table["frequency"] >= max(len(filled), 1)).mul(len(filled) > 1).astype(bool).tolist()
    )
    assert table["dp_norm"].dropna().between(-1e-12, 1 + 1e-12).all()


def test_periods_are_groups_too():
    corpus = make_corpus([("dam dam", "a", "2031-01-30"), ("port", "a", "2031-02"), ("dam", "a", None)])
    table = word_list(corpus, by="month")
    assert table[["month", "term", "frequency"]].to_numpy().tolist() == [
        ["2031-01", "dam", 2],
        ["2031-02", "port", 1],
    ]


def test_spread_over_groups_of_documents():
    corpus = from_texts(
        ["dam dam rain", "dam rain rain", "dam dam", "dam rain"],
        source=["Courier", "Courier", "Lantern", None],
    )
    table = word_list(corpus, parts="source").set_index("term")
    # Courier has 6 of the 8 words with a source and 3 of 5 dams; half of |3/5-6/8| + |2/5-2/8|, over 1 - 2/8.
    assert table.loc["dam", "dp_norm"] == pytest.approx(0.15 / 0.75)
    assert table.loc["rain", "dp_norm"] == pytest.approx(0.25 / 0.75)
    assert table.loc["dam", "frequency"] == 6


def test_clumps_count_for_little():
    table = word_list(from_texts(["dam dam rain port", "ship dock rain quay"])).set_index("term")
    # 8 words, so an even word of 2 has a gap of 4: the dams are 1 and 7 apart, the rains 4 and 4.
    assert table.loc["dam", "arf"] == pytest.approx((1 + 4) / 4)
    assert table.loc["rain", "arf"] == pytest.approx(2)
    assert table.loc["port", "arf"] == pytest.approx(1)


@unhurried
@given(corpora)
def test_arf_is_at_most_the_frequency(corpus):
    table = word_list(corpus)
    assert (table["arf"] <= table["frequency"] + 1e-9).all()
    assert (table["arf"] >= 1 - 1e-9).all()


def test_the_spread_may_be_left_out(corpus):
    few = word_list(corpus, spread=False)
    pd.testing.assert_frame_equal(few, word_list(corpus)[few.columns])
    assert few.columns.tolist() == ["term", "rank", "frequency", "per_million", "is_stop_word"]


def test_voices_are_parts():
    text = "The dam holds. It broke."
    rows = {"doc_id": ["0"], "start": [15], "end": [24], "kind": ["direct"], "speaker": ["Kell"]}
    corpus = from_texts([text]).with_quotations(pd.DataFrame(rows))
    table = word_list(corpus, by="voice", count="stories")
    assert table[["voice", "term", "per_million"]].to_numpy().tolist() == [
        *[["narration", term, pytest.approx(1e6 / 3)] for term in ("dam", "holds", "the")],
        *[["direct", term, 5e5] for term in ("broke", "it")],
    ]
    assert (
        "3 of 5 words have no value of 'speaker' and are left out."
        in (word_list(corpus, by="speaker").attrs["notes"])
    )


def test_parts_must_be_there(corpus):
    with pytest.raises(UserError, match="'sauce' is no column"):
        word_list(corpus, parts="sauce")
