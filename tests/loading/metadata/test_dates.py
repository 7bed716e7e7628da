"""Dates as written to ISO."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.metadata.dates import Moment, read_date, read_moment


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
        ("5/25/2016, 10:00:00\u202fPM", "2016-05-25"),
        ("Tue May  3 10:15:00 2016", "2016-05-03"),
        ("Tue May 03 10:15:00 +0000 2016", "2016-05-03"),
        ("May 3, 2016 Tuesday", "2016-05-03"),
        ("2016_05_03", "2016-05-03"),
        ("20160503_101500", "2016-05-03"),
        ("2016-05-03T10-15-00", "2016-05-03"),
        ("1462233600", "2016-05-03"),
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
        *(
            "soon",
            "",
            "0000",
            "12345",
            "45000",
            "2031030410",
            "462233600",
            "13/13/2016",
            "2016-13",
            "2016-02-30",
            "2016-00-10",
        ),
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


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2031-03-04", ""),
        ("2031-03-04T10:15:00Z", "10:15:00Z"),
        ("2031-03-04 10:15:00-07:00", "10:15:00-07:00"),
        ("2031-03-04T10:15:00.5+01:00", "10:15:00.5+01:00"),
        ("20310304T101500Z", "10:15:00Z"),
        ("20310304101500", "10:15:00"),
        ("20310304 10:15", "10:15:00"),
        ("2031-03-04_10-15-00", "10:15:00"),
        ("Tue, 04 Mar 2031 10:15:00 GMT", "10:15:00Z"),
        ("Tue, 04 Mar 2031 10:15:00 +0100", "10:15:00+01:00"),
        ("Tue Mar 04 10:15:00 -0700 2031", "10:15:00-07:00"),
        ("4 March 2031, 10:15 p.m.", "22:15:00"),
        ("March 4, 2031 Tuesday 10:15 AM GMT", "10:15:00Z"),
        ("3/14/2031 10:15", "10:15:00"),
    ],
)
def test_times_and_zones_are_kept(written, time):
    moment = read_moment(written)
    assert (moment.time, moment.reason) == (time, "")


@pytest.mark.parametrize(
    "written",
    ["2031-03-04T25:00", "March 4, 2031, late edition", "4 March 2031 to 5 March 2031", "2031-03-04 10"],
)
def test_what_stands_behind_a_date_and_is_no_time_is_told(written):
    assert read_moment(written) == Moment("2031-03-04", "", "not a time")
    assert read_date(written) == ("2031-03-04", "")


@pytest.mark.parametrize("written", ["1930385700", "1930385700.0", "1930385700123"])
def test_seconds_are_read_in_utc_and_told(written):
    assert read_moment(written) == Moment("2031-03-04", "10:15:00Z", "seconds since 1970")
    assert read_date(written) == ("2031-03-04", "")


@given(st.datetimes(datetime.datetime(1000, 1, 1), datetime.datetime(2999, 12, 31)))
def test_date_and_time_are_those_written_whatever_the_form(moment):
    forms = ["%Y-%m-%dT%H:%M:%S", "%Y%m%d%H%M%S", "%d %B %Y, %I:%M:%S %p", "%a %b %d %H:%M:%S %Y"]
    read = {read_moment(moment.strftime(form)) for form in forms}
    assert read == {Moment(f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}", "")}
