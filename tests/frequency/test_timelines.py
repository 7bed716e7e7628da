import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from plain_counts import corpora, unhurried, words_of

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import pick_words, trends
from tenor.frequency.rates import wilson_interval

COLUMNS = [
    "word",
    "period",
    "frequency",
    "n_words",
    "per_million",
    "low",
    "high",
    "document_frequency",
    "n_documents",
]


@pytest.fixture
def corpus():
    return from_texts(
        ["The dam, the dam.", "A dam strike", "No port", "The dam", "dam"],
        source=["Lantern", "Courier", "Lantern", "Courier", "Lantern"],
        published=["2031-01-05", "2031-01-20", "2031-03-02", None, "2031"],
    )


def test_by_hand(corpus):
    table = trends(corpus, ["Dam", "dam strike"], period="month")
    assert table.columns.tolist() == COLUMNS
    assert table["word"].tolist() == ["dam"] * 3 + ["dam strike"] * 3
    assert table["period"].tolist() == ["2031-01", "2031-02", "2031-03"] * 2
    assert table["frequency"].tolist() == [3, 0, 0, 1, 0, 0]
    assert table["n_words"].tolist() == [7, 0, 2] * 2
    assert table["document_frequency"].tolist() == [2, 0, 0, 1, 0, 0]
    assert table["n_documents"].tolist() == [2, 0, 1] * 2
    assert table["per_million"][0] == pytest.approx(3e6 / 7)
    assert table["per_million"][2] == 0
    low, high = wilson_interval(3, 7, confidence=0.95)
    assert table[["low", "high"]].to_numpy()[0] == pytest.approx([1e6 * low, 1e6 * high])


def test_a_gap_has_no_rate(corpus):
    table = trends(corpus, ["dam", "port"], period="month")
    assert table.loc[[1, 4], ["per_million", "low", "high"]].isna().all(axis=None)
    assert table.drop(index=[1, 4]).notna().all(axis=None)
    assert "1 months hold no words: their rates are missing, not 0." in table.attrs["notes"]


def test_undated_documents_are_counted(corpus):
    message = "2 of 5 documents, with 3 words, have no date or none as exact as a month, and are left out."
    assert message in trends(corpus, ["dam"], period="month").attrs["notes"]
    yearly = trends(corpus, ["dam"], period="year")
    assert yearly["frequency"].tolist() == [4]
    assert "1 of 5 documents, with 2 words, have no date" in yearly.attrs["notes"][1]


def test_by_group_over_the_same_periods(corpus):
    table = trends(corpus, ["dam"], period="month", by="source")
    assert table.columns.tolist() == ["source", *COLUMNS]
    assert table["source"].tolist() == ["Courier"] * 3 + ["Lantern"] * 3
    assert table["frequency"].tolist() == [1, 0, 0, 2, 0, 0]
    assert table["n_words"].tolist() == [3, 0, 0, 4, 0, 2]
    assert "3 months hold no words" in table.attrs["notes"][2]


def test_the_unit_that_suits_the_dates(corpus):
    assert trends(corpus.take([0, 1, 2]), ["dam"]).attrs["title"] == "Words by week"
    assert trends(corpus, ["dam"]).attrs["row"] == "one row is a word and year"


def test_a_word_that_does_not_occur_has_zeros_and_a_note(corpus):
    table = trends(corpus, ["damm"], period="year")
    assert table[["frequency", "per_million"]].to_numpy().tolist() == [[0, 0]]
    assert table["high"][0] > 0
    assert "“damm” does not occur in the corpus. Words spelt like it: dam." in table.attrs["notes"]


def test_one_word_as_text_and_the_same_word_twice(corpus):
    pd.testing.assert_frame_equal(trends(corpus, "dam"), trends(corpus, ["dam", "Dam"]))


def test_words_are_picked_when_none_is_named():
    texts = ["The dam broke."] * 3 + ["The dam holds."] * 3
    corpus = from_texts(texts, published=["2031-01"] * 3 + ["2031-02"] * 3)
    table = trends(corpus, period="month")
    assert table["word"].unique().tolist() == pick_words(corpus, period="month") == ["broke", "holds", "dam"]
    assert table.attrs["notes"][1].startswith(
        "The words are those whose documents are most unevenly spread over the"
    )


@pytest.mark.parametrize("words", [[], ["dam"]])
@pytest.mark.parametrize("by", [None, "source"])
def test_an_empty_selection(corpus, words, by):
    table = trends(corpus.select(start="2040-01-01"), words, by=by)
    assert table.columns.tolist() == [*filter(None, [by]), *COLUMNS]
    assert len(table) == 0
    assert any(note.startswith("There is nothing to follow") for note in table.attrs["notes"])


def test_documents_without_any_date():
    table = trends(from_texts(["The dam."]), ["dam"])
    assert len(table) == 0
    assert (
        "1 of 1 documents, with 2 words, have no date or none as exact as a year" in table.attrs["notes"][1]
    )


@pytest.mark.parametrize(
    ("words", "settings", "message"),
    [
        (["—"], {}, "words: '—' is no word; give words or phrases such as 'port strike'"),
        ([""], {}, "words: '' holds nothing to look for; give a word or phrase"),
        (["dam"], {"period": "day"}, "period = 'day' is not one of 'auto', 'week', 'month', 'year'"),
        (["dam"], {"confidence": 0.2}, "confidence = 0.2 is outside 0.5 to 0.999"),
        (["dam"], {"by": "sauce"}, "by = 'sauce' is no column of the documents"),
    ],
)
def test_wrong_settings(corpus, words, settings, message):
    with pytest.raises(UserError, match=message):
        trends(corpus, words, **settings)


@unhurried
@given(corpora)
def test_periods_and_groups_add_up(corpus):
    documents = zip(words_of(corpus), corpus.documents["published"], corpus.documents["source"], strict=True)
    dated = [(words, source) for words, date, source in documents if not pd.isna(date)]
    table = trends(corpus, ["dam", "port"], period="month")
    for word, part in table.groupby("word"):
        assert part["frequency"].sum() == sum(words.count(word) for words, _ in dated)
        assert part["document_frequency"].sum() == sum(word in words for words, _ in dated)
        assert part["n_words"].sum() == sum(len(words) for words, _ in dated)
        assert part["n_documents"].sum() == len(dated)
    grouped = trends(corpus, ["dam"], period="month", by="source")
    assert grouped["frequency"].sum() == sum(
        words.count("dam") for words, source in dated if not pd.isna(source)
    )


@unhurried
@given(corpora)
def test_the_order_of_documents_does_not_matter(corpus):
    reverse = corpus.take(np.arange(len(corpus.documents))[::-1])
    pd.testing.assert_frame_equal(trends(reverse, period="month"), trends(corpus, period="month"))
