"""How the documents are spread over time, groups and lengths."""

import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.loading import documents_over_time, lengths, unusual_lengths


@pytest.fixture
def corpus():
    return from_texts(
        ["The dam holds.", "It rains on and on.", "More rain.", "Sea.", "The end."],
        source=["Lantern", "Flare", "Flare", None, "Lantern"],
        published=["2031-03-04", "2031-03-06", "2031-03-19", "2031-03-20", "2031"],
    )


def rows(table) -> list[tuple]:
    return list(table.itertuples(index=False, name=None))


def test_documents_over_time_fills_gaps_with_zeros(corpus):
    table = documents_over_time(corpus, period="week")
    assert list(table) == ["period", "source", "n_documents", "n_words"]
    assert rows(table) == [
        ("2031-03-03", "Flare", 1, 5),
        ("2031-03-03", "Lantern", 1, 3),
        ("2031-03-03", "(unknown)", 0, 0),
        ("2031-03-10", "Flare", 0, 0),
        ("2031-03-10", "Lantern", 0, 0),
        ("2031-03-10", "(unknown)", 0, 0),
        ("2031-03-17", "Flare", 1, 2),
        ("2031-03-17", "Lantern", 0, 0),
        ("2031-03-17", "(unknown)", 1, 1),
    ]
    assert table.attrs["period"] == "week"
    assert table.attrs["notes"] == ["Documents without a date exact to the week, which are in no row: 1."]


@pytest.mark.parametrize("period", ["week", "month", "year"])
def test_documents_over_time_adds_up(corpus, period):
    table = documents_over_time(corpus, period=period)
    dated = 5 if period == "year" else 4
    assert table["n_documents"].sum() == dated
    assert not table.duplicated(["period", "source"]).any()


def test_the_period_suits_the_dates():
    corpus = from_texts(["One.", "Two."], published=["1789", "1793"], source=["a", "b"])
    table = documents_over_time(corpus)
    assert table.attrs["period"] == "year"
    assert table["period"].unique().tolist() == ["1789", "1790", "1791", "1792", "1793"]


def test_documents_over_another_column():
    corpus = from_texts(["One.", "Two."], published=["2031", "2031"], desk=["city", "sea"])
    assert rows(documents_over_time(corpus, by="desk", period="year")) == [
        ("2031", "city", 1, 1),
        ("2031", "sea", 1, 1),
    ]


def test_lengths(corpus):
    table = lengths(corpus)
    assert list(table) == [
        *("source", "n_documents", "n_words", "mean_words", "median_words", "min_words", "max_words")
    ]
    assert rows(table) == [
        ("Flare", 2, 7, 3.5, 3.5, 2, 5),
        ("Lantern", 2, 5, 2.5, 2.5, 2, 3),
        ("(unknown)", 1, 1, 1.0, 1.0, 1, 1),
    ]


@pytest.mark.parametrize("table", [documents_over_time, lengths])
def test_an_empty_selection_gives_an_empty_table(corpus, table):
    empty = table(corpus.take([]))
    assert empty.empty
    assert list(empty) == list(table(corpus))


def test_no_dates_at_all():
    assert documents_over_time(from_texts(["One."], source=["a"])).empty


def test_wrong_choices(corpus):
    with pytest.raises(UserError, match="period = 'day' is not one of 'auto', 'week', 'month', 'year'"):
        documents_over_time(corpus, period="day")
    with pytest.raises(UserError, match="by = 'sorce' is no column"):
        lengths(corpus, by="sorce")


def test_unusual_lengths():
    sizes = [60] * 20 + [49, 50, 2000, 2001]
    corpus = from_texts(["dam " * size for size in sizes])
    table = unusual_lengths(corpus)
    assert list(zip(table["n_words"], table["flag"], strict=True)) == [
        (49, "very short"),
        (2001, "very long"),
    ]
    assert table.attrs["notes"] == ["1 documents below 50 words, 1 above 2,000, of 24."]


def test_a_long_document_among_long_ones_is_not_unusual():
    assert unusual_lengths(from_texts(["dam " * size for size in (900, 1000, 9000)])).empty
    assert unusual_lengths(from_texts(["dam"]).take([])).empty
