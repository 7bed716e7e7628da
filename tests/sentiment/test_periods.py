import numpy as np
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import score_sentences, tone, tone_over_time

SETTINGS = {"n_resamples": 200}
MARCH = [f"2031-03-{day:02}" for day in range(1, 7)]


def test_periods_are_complete_and_gaps_are_missing(scored):
    scores, corpus = scored([[i / 10] for i in range(6)] * 2, published=MARCH + ["2031-05-20"] * 6)
    table = tone_over_time(scores, corpus, period="month", **SETTINGS)
    assert table["period"].tolist() == ["2031-03", "2031-04", "2031-05"]
    assert table["n_documents"].tolist() == [6, 0, 6]
    np.testing.assert_allclose(table["polarity"], [0.25, np.nan, 0.25])
    assert table["low"].isna().tolist() == [False, True, False]
    assert "No mean in 1 of 3 rows: nothing was published." in table.attrs["notes"]


def test_means_of_few_documents_are_masked_and_counted(scored):
    scores, corpus = scored([[0.5]] * 4 + [[0.1]] * 6, published=["2031-02-03"] * 4 + MARCH)
    table = tone_over_time(scores, corpus, period="month", **SETTINGS)
    assert table["n_documents"].tolist() == [4, 6]
    np.testing.assert_allclose(table["polarity"], [np.nan, 0.1])
    assert (
        "No mean in 1 of 2 rows: fewer than 5 documents with different texts have a score."
        in table.attrs["notes"]
    )


def test_groups_share_the_same_periods(scored):
    scores, corpus = scored(
        [[i / 10] for i in range(12)],
        published=["2031-03-04"] * 6 + ["2032-03-04"] * 6,
        source=["Courier"] * 6 + ["Lantern"] * 6,
    )
    table = tone_over_time(scores, corpus, period="year", by="source", **SETTINGS)
    assert table["source"].tolist() == ["Courier", "Courier", "Lantern", "Lantern"]
    assert table.columns[:3].tolist() == ["source", "period", "analyzer"]
    assert table["period"].tolist() == ["2031", "2032"] * 2
    assert table["n_documents"].tolist() == [6, 0, 0, 6]
    np.testing.assert_allclose(table["polarity"], [0.25, np.nan, np.nan, 0.85])


def test_agrees_with_tone_by_period(scored):
    scores, corpus = scored([[i / 10, -i / 30] for i in range(12)], published=MARCH + ["2031-04-02"] * 6)
    over_time = tone_over_time(scores, corpus, period="month", **SETTINGS)
    grouped = tone(scores, corpus, by="month", **SETTINGS)
    columns = ["n_documents", "n_sentences", "share_scored", "polarity", "low", "high"]
    np.testing.assert_array_equal(over_time[columns], grouped[columns])


def test_auto_takes_what_suits_the_dates(scored):
    scores, corpus = scored([[0.5]] * 6, published=MARCH)
    table = tone_over_time(scores, corpus, **SETTINGS)
    assert table["period"].tolist() == ["2031-02-24", "2031-03-03"]
    assert table.attrs["title"] == "Tone by week"
    assert table.attrs["period"] == "week"
    assert table.columns[:2].tolist() == ["period", "analyzer"]


def test_documents_without_an_exact_date_are_counted(scored):
    scores, corpus = scored([[0.5]] * 3, published=["2031-03-04", "2031", None])
    table = tone_over_time(scores, corpus, period="month", **SETTINGS)
    assert table["n_documents"].tolist() == [1]
    assert "2 of 3 documents are left out: they have no month." in table.attrs["notes"]


def test_documents_without_a_date_are_in_no_group(scored):
    scores, corpus = scored(
        [[0.5]] * 3, published=["2031-03-04", "2031-04-04", None], source=["Courier", "Courier", "Lantern"]
    )
    table = tone_over_time(scores, corpus, period="month", by="source", **SETTINGS)
    assert table["n_documents"].tolist() == [1, 1, 0, 0]


@pytest.mark.parametrize("by", [None, "source"])
def test_undated_corpus_and_empty_selection_give_an_empty_table(by):
    corpus = from_texts(["A good day."], source=["Courier"])
    empty = corpus.select(start="2031-01-01")
    for each in (corpus, empty):
        table = tone_over_time(
            score_sentences(each, analyzers=["textblob", "vader"]), each, by=by, **SETTINGS
        )
        assert len(table) == 0
        assert {"period", "analyzer", "polarity", *([by] if by else [])} <= set(table)
    assert "No document is selected." in table.attrs["notes"]


def test_each_analyzer_has_its_row():
    corpus = from_texts(["A good day."], published=["2031-03-04"])
    table = tone_over_time(
        score_sentences(corpus, analyzers=["textblob", "vader"]), corpus, period="month", **SETTINGS
    )
    assert table["analyzer"].tolist() == ["textblob", "vader"]


def test_unknown_period_is_an_error(scored):
    scores, corpus = scored([[0.5]])
    with pytest.raises(UserError, match=r"period = 'weak' is not one of .*; did you mean 'week'"):
        tone_over_time(scores, corpus, period="weak")
