import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from plain_counts import corpora, unhurried, words_of

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import evidence, pick_words, trends
from tenor.frequency.measures.rates import wilson_interval

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


@pytest.fixture
def speeches():
    texts = ["A dam, says Orla. The dam holds.", "The dam and a dam, said Bram.", "No dam."]
    corpus = from_texts(texts, published=["2031-01-05", "2031-02-20", "2031-02-21"])
    spans = {"doc_id": ["0", "1"], "start": [0, 0], "end": [5, 17], "kind": ["direct", "indirect"]}
    return corpus.with_quotations(pd.DataFrame({**spans, "speaker": ["Orla", "Bram"]}))


def test_by_voice_over_the_words_of_the_voice(speeches):
    table = trends(speeches, ["dam"], period="month", by="voice")
    assert table["voice"].tolist() == ["narration"] * 2 + ["direct"] * 2 + ["indirect"] * 2
    assert table["frequency"].tolist() == [1, 1, 1, 0, 0, 2]
    assert table["n_words"].tolist() == [5, 4, 2, 0, 0, 5]
    assert table["document_frequency"].tolist() == [1, 1, 1, 0, 0, 1]
    assert table["n_documents"].tolist() == [1, 2, 1, 0, 0, 1]


def test_a_phrase_that_two_voices_share_is_of_neither(speeches):
    assert trends(speeches, ["dam, says"], period="year")["frequency"].tolist() == [1]
    assert trends(speeches, ["dam, says"], period="year", by="voice")["frequency"].sum() == 0


def test_by_speaker_counts_the_words_of_nobody_in_a_note(speeches):
    table = trends(speeches, ["dam"], period="month", by="speaker")
    assert table["speaker"].tolist() == ["Bram"] * 2 + ["Orla"] * 2
    assert table["n_words"].tolist() == [0, 5, 2, 0]
    assert "9 of 16 words have no value of 'speaker' and are left out." in table.attrs["notes"]


@pytest.mark.parametrize("by", ["source", "voice", "speaker"])
@pytest.mark.parametrize("voices", [[], ["narration"], ["direct", "indirect"]])
def test_groups_are_the_parts_of_the_corpus(corpus, speeches, by, voices):
    chosen = (corpus if by == "source" else speeches).select(voices=voices if by != "source" else [])
    table = trends(chosen, ["dam", "port"], period="year", by=by)
    parts = chosen.split(by)
    for label, part in parts:
        alone = trends(part, ["dam", "port"], period="year")
        grouped = table[table.get(by) == label].drop(columns=by).reset_index(drop=True)
        pd.testing.assert_frame_equal(grouped, alone, check_like=True)
    assert len(table) == (2 * len(parts) if parts[0].label else 0)


def test_a_pattern_is_followed_as_one_word(corpus):
    table = trends(corpus, ["d?m", "dam *"], period="year")
    assert table["word"].tolist() == ["d?m", "dam *"]
    assert table["frequency"].tolist() == [4, 1]
    assert "“d?m” fits 1 word: dam (5)." in table.attrs["notes"]


def test_lines_behind_a_row(speeches):
    table = trends(speeches, ["dam", "a dam"], period="month", by="voice")
    for row in table.index[table["frequency"] > 0]:
        assert len(evidence(speeches, table, row)) == table["frequency"][row]
