"""Dates as written to ISO."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.dates import read_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("1789", "1789"),
        ("1789.0", "1789"),
        ("2016-05", "2016-05"),
        ("2016/5", "2016-05"),
        ("2016-05-03", "2016-05-03"),
        ("2016-5-3", "2016-05-03"),
        ("2016/05/03", "2016-05-03"),
        ("2016.05.03", "2016-05-03"),
        ("20160503", "2016-05-03"),
        ("20160503T101500Z", "2016-05-03"),
        ("2016-05-03T23:30:00-05:00", "2016-05-03"),
        ("2016-05-03 10:15", "2016-05-03"),
        (" 2016-05-03 ", "2016-05-03"),
        ("3 May 2016", "2016-05-03"),
        ("3rd of May 2016", "2016-05-03"),
        ("03-May-2016", "2016-05-03"),
        ("May 3, 2016", "2016-05-03"),
        ("May 3rd, 2016 at 10:15 a.m.", "2016-05-03"),
        ("Tue, 03 May 2016 10:15:00 GMT", "2016-05-03"),
        ("Tuesday, May 3, 2016", "2016-05-03"),
        ("SEPT. 3, 2016", "2016-09-03"),
        ("May 2016", "2016-05"),
        ("25/05/2016", "2016-05-25"),
        ("05/25/2016", "2016-05-25"),
        ("05/05/2016", "2016-05-05"),
        ("31.12.2016", "2016-12-31"),
        ("5/25/2016 10:00 PM", "2016-05-25"),
    ],
)
def test_dates_are_read(written, iso):
    assert read_date(written) == (iso, "")


@pytest.mark.parametrize("written", ["03/05/2016", "3.5.2016", "12-11-2016", "01/02/2016 10:00"])
def test_day_and_month_are_not_guessed(written):
    assert read_date(written) == ("", "ambiguous date")


@pytest.mark.parametrize(
    "written",
    [
        *("soon", "", "0000", "12345", "1462233600", "13/13/2016", "2016-13", "2016-02-30", "2016-00-10"),
        *("2016-05-00", "May 32, 2016", "2016 or so", "03/05/16", "2016-05-03x", "Mayor 3, 2016"),
    ],
)
def test_what_is_no_date(written):
    assert read_date(written) == ("", "not a date")


@given(st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)))
def test_every_day_is_read_from_every_common_form(day):
    forms = [
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%d %B %Y",
        "%B %d, %Y",
        "%a, %d %b %Y 10:00:00 GMT",
        "%Y-%m-%dT10:00:00Z",
    ]
    assert {read_date(day.strftime(form)) for form in forms} == {(day.isoformat(), "")}


@given(st.text())
def test_any_text_is_a_date_or_has_a_reason(written):
    iso, reason = read_date(written)
    assert bool(iso) != bool(reason)
