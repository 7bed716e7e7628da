import pandas as pd
import pytest

from tenor.corpus.periods import all_periods, choose_period, label_periods

DATES = pd.Series(["2031-03-09", "2031-03-10", "2031-03", "1789", None], dtype="string")


@pytest.mark.parametrize(
    ("unit", "labels"),
    [
        ("week", ["2031-03-03", "2031-03-10", None, None, None]),
        ("month", ["2031-03", "2031-03", "2031-03", None, None]),
        ("year", ["2031", "2031", "2031", "1789", None]),
    ],
)
def test_labels(unit, labels):
    assert label_periods(DATES, unit).astype(object).where(lambda s: s.notna(), None).tolist() == labels


def test_periods_without_documents_are_listed():
    assert all_periods(pd.Series(["2031-12", "2032-02"]), "month") == ["2031-12", "2032-01", "2032-02"]
    assert all_periods(pd.Series(["2031-03-03", "2031-03-17"]), "week") == [
        "2031-03-03",
        "2031-03-10",
        "2031-03-17",
    ]
    assert all_periods(pd.Series(["1789", "1791"]), "year") == ["1789", "1790", "1791"]
    assert all_periods(pd.Series([None], dtype="string"), "year") == []


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        (["2031-03-04", "2031-05-04"], "week"),
        (["2031-03-04", "2033-05-04"], "month"),
        (["2031-03", "2031-05"], "month"),
        (["1789", "1793"], "year"),
        (["2001-01-01", "2031-05-04"], "year"),
        ([], "year"),
    ],
)
def test_unit_that_suits_the_dates(dates, unit):
    assert choose_period(pd.Series(dates, dtype="string")) == unit
