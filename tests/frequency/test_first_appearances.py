import pandas as pd
import pytest
from hypothesis import given
from plain_counts import corpora, unhurried, words_of

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import first_uses

COLUMNS = [
    "word",
    "source",
    "published",
    "published_time",
    "is_first",
    "is_tied",
    "days_after",
    "n_documents_before",
    "doc_id",
    "left",
    "node",
    "right",
]


def dated(*rows):
    """A corpus of rows of source, date, time and text."""
    source, published, time, text = (list(column) for column in zip(*rows, strict=True))
    return from_texts(text, source=source, published=published, published_time=time)


@pytest.fixture
def corpus():
    return dated(
        ("Lantern", "2031-03-06", None, "At last the dam strike, the dam strike."),
        ("Lantern", "2031-03-01", None, "No rain."),
        ("Courier", "2031-03-04", None, "The dam broke."),
        ("Lantern", None, None, "A dam, some day."),
        ("Tide", "2031-03-02", None, "Nothing."),
        (None, "2031-03-01", None, "The dam of nobody."),
    )


def test_by_hand(corpus):
    table = first_uses(corpus, ["Dam", "dam strike"])
    assert table.columns.tolist() == COLUMNS
    assert table["word"].tolist() == ["dam", "dam", "dam strike"]
    assert table["source"].tolist() == ["Courier", "Lantern", "Lantern"]
    assert table["published"].tolist() == ["2031-03-04", "2031-03-06", "2031-03-06"]
    assert table["is_first"].tolist() == [True, False, True]
    assert table["days_after"].tolist() == [0, 2, 0]
    assert table["n_documents_before"].tolist() == [0, 1, 1]
    assert table["doc_id"].tolist() == ["2", "0", "0"]
    assert not table["is_tied"].any()
    assert table[["left", "node", "right"]].to_numpy().tolist() == [
        ["The ", "dam", " broke."],
        ["At last the ", "dam", " strike, the dam strike."],
        ["At last the ", "dam strike", ", the dam strike."],
    ]


def test_what_is_left_out_is_counted(corpus):
    assert first_uses(corpus, ["dam"]).attrs["notes"][1:] == [
        "1 of 6 documents have no value of 'source' and are left out.",
        "1 of 6 documents have no date and are left out.",
    ]


def test_of_all(corpus):
    table = first_uses(corpus, "dam", by=None)
    assert table["doc_id"].tolist() == ["5"]
    assert table["source"].isna().all()
    assert table.attrs["row"] == "one row is a word"


def test_one_day_without_times_is_a_tie():
    corpus = dated(
        ("Lantern", "2031-03-04", None, "A dam."),
        ("Courier", "2031-03-04", None, "The dam."),
        ("Tide", "2031-03-05", None, "The dam."),
    )
    table = first_uses(corpus, ["dam"])
    assert table["source"].tolist() == ["Courier", "Lantern", "Tide"]
    assert table["is_first"].tolist() == [True, True, False]
    assert table["is_tied"].tolist() == [True, True, False]


def test_times_tell_who_was_first_on_one_day():
    corpus = dated(
        ("Lantern", "2031-03-04", "09:00", "A dam."),
        ("Courier", "2031-03-04", "10:00+02:00", "The dam."),
        ("Tide", "2031-03-04", "09:00", "The dam."),
    )
    table = first_uses(corpus, ["dam"])
    assert table["source"].tolist() == ["Courier", "Lantern", "Tide"]
    assert table["is_first"].tolist() == [True, False, False]
    assert table["is_tied"].tolist() == [False, True, True]


def test_a_time_against_a_day_without_one_is_a_tie():
    corpus = dated(("Lantern", "2031-03-04", "09:00", "A dam."), ("Courier", "2031-03-04", None, "A dam."))
    table = first_uses(corpus, ["dam"])
    assert table["is_first"].tolist() == [True, True]
    assert table["is_tied"].tolist() == [True, True]


@pytest.mark.parametrize(
    ("partial", "exact", "is_tied"),
    [
        ("2031", "2031-12-31", True),
        ("2031", "2032-01-01", False),
        ("2031-02", "2031-02-28", True),
        ("2031-02", "2031-03-01", False),
    ],
)
def test_a_partial_date_stands_for_all_of_its_days(partial, exact, is_tied):
    corpus = dated(("Lantern", partial, None, "A dam."), ("Courier", exact, None, "A dam."))
    table = first_uses(corpus, ["dam"])
    assert table["source"].tolist() == ["Lantern", "Courier"]
    assert table["is_tied"].tolist() == [is_tied, is_tied]
    assert table["is_first"].tolist() == [True, is_tied]
    assert table["days_after"].isna().all()


def test_an_exact_date_bounds_the_first_use_of_a_group():
    corpus = dated(
        ("Lantern", "2031", None, "A dam."),
        ("Lantern", "2031-02-01", None, "A dam."),
        ("Courier", "2031-03-01", None, "A dam."),
    )
    table = first_uses(corpus, ["dam"])
    assert table["published"].tolist() == ["2031", "2031-03-01"]
    assert table["is_first"].tolist() == [True, False]
    assert not table["is_tied"].any()


def test_other_documents_of_the_group_as_early_are_said():
    corpus = dated(
        ("Lantern", "2031-03-04", None, "The dam broke."),
        ("Lantern", "2031-03-04", None, "A dam, a dam."),
        ("Courier", "2031-03-05", None, "A dam, a dam."),
    )
    table = first_uses(corpus, ["dam"])
    assert table["right"].tolist() == [" broke.", ", a dam."]
    assert table.attrs["notes"][1] == (
        "In 1 of 2 rows another document of the group may be as early; the one shown stands first in the "
        "order of publication."
    )


def test_only_documents_known_to_be_earlier_are_before():
    corpus = dated(
        ("Lantern", "2031", None, "Rain."),
        ("Lantern", "2031-03-04", None, "Rain."),
        ("Lantern", "2031-03-03", None, "Rain."),
        ("Lantern", None, None, "Rain."),
        ("Courier", "2031-03-01", None, "Rain."),
        ("Lantern", "2031-03-04", None, "A dam."),
    )
    assert first_uses(corpus, ["dam"])["n_documents_before"].tolist() == [1]
    corpus = dated(("Lantern", "2031-03-04", None, "Rain."), ("Lantern", "2031-03", None, "A dam."))
    assert first_uses(corpus, ["dam"])["n_documents_before"].tolist() == [0]


@pytest.fixture
def speeches():
    corpus = dated(
        ("Lantern", "2031-03-01", None, "No flood, says Orla."),
        ("Lantern", "2031-03-03", None, "A flood came, said Bram."),
        ("Lantern", "2031-03-02", None, "The flood and a dam."),
    )
    spans = {"doc_id": ["0", "1"], "start": [0, 0], "end": [8, 12], "kind": ["direct", "indirect"]}
    return corpus.with_quotations(pd.DataFrame({**spans, "speaker": ["Orla", "Bram"]}))


def test_by_voice(speeches):
    table = first_uses(speeches, ["flood"], by="voice")
    assert table["voice"].tolist() == ["direct", "narration", "indirect"]
    assert table["days_after"].tolist() == [0, 1, 2]
    assert table["n_documents_before"].tolist() == [0, 1, 0]
    assert table["source"].tolist() == ["Lantern"] * 3


def test_by_speaker(speeches):
    table = first_uses(speeches, ["flood"], by="speaker")
    assert table["speaker"].tolist() == ["Orla", "Bram"]
    assert "9 of 14 words have no value of 'speaker' and are left out." in table.attrs["notes"]


def test_a_selection_of_a_voice(speeches):
    table = first_uses(speeches.select(voices=["narration"]), ["flood"])
    assert table["doc_id"].tolist() == ["2"]


def test_near_copies_of_a_group_count_once():
    rows = [("Lantern", "2031-03-04", None, "The dam holds.")] * 2
    assert len(first_uses(dated(*rows), ["dam"], count="stories").attrs["notes"]) == 2


@pytest.mark.parametrize("words", [[], ["quay"]])
def test_words_that_do_not_occur(corpus, words):
    table = first_uses(corpus, words)
    assert table.columns.tolist() == COLUMNS
    assert table.empty
    assert table["days_after"].dtype == "Int64"
    notes = "".join(table.attrs["notes"])
    assert ("“quay” does not occur in the corpus." in notes) == bool(words)


@pytest.mark.parametrize("by", [None, "source", "voice"])
def test_an_empty_selection(corpus, by):
    assert first_uses(corpus.select(start="2040-01-01"), ["dam"], by=by).empty


@pytest.mark.parametrize(
    ("words", "by", "message"),
    [
        (["—"], "source", "words: '—' is no word"),
        (["dam"], "sauce", "by = 'sauce' is no column of the documents"),
        (["dam"], "published", "by = 'published' is also the name of a column of the result"),
    ],
)
def test_wrong_settings(corpus, words, by, message):
    with pytest.raises(UserError, match=message):
        first_uses(corpus, words, by=by)


@unhurried
@given(corpora)
def test_no_earlier_document_of_a_group_holds_the_word(corpus):
    table = first_uses(corpus, ["dam"]).set_index("source")
    rows = zip(words_of(corpus), corpus.documents["published"], corpus.documents["source"], strict=True)
    holders = [(date, source) for words, date, source in rows if "dam" in words and not pd.isna(date)]
    assert set(table.index) == {source for _, source in holders if not pd.isna(source)}
    for source, published in table["published"].items():
        assert published == min(
            (date for date, its in holders if not pd.isna(its) and its == source),
            key=lambda date: f"{date}-01"[:10],
        )
