"""Dates and times of publication of all documents at once."""

import datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.metadata.dates import read_moment
from tenor.loading.metadata.publication import read_moments

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)).map(str)
LIKE_DAYS = st.from_regex(r"[12]\d{3}-[01]\d-[0-3]\d([T ][0-2]\d:[0-6]\d:[0-6]\d(Z|[+-][0-2]\d:[0-6]\d)?)?")


@given(st.lists(st.one_of(st.none(), DAYS, LIKE_DAYS, st.just("3 May 2031"), st.text(min_size=1))))
def test_many_are_read_as_each_alone_is(written):
    read = read_moments(pa.array(written, pa.large_string()))
    columns = zip(read.dates.to_pylist(), read.times.to_pylist(), read.reasons.to_pylist(), strict=True)
    alone = [read_moment(text) if text else ("", "", "") for text in written]
    assert list(columns) == [tuple(part or None for part in moment) for moment in alone]


@pytest.mark.parametrize("day", ["2032-02-29", "2031-04-30", "2031-12-31"])
def test_the_last_days_of_months_are_days(day):
    assert read_moments(pa.array([day])).dates.to_pylist() == [day]


@pytest.mark.parametrize("day", ["2031-02-29", "2031-04-31", "2031-13-01", "2031-00-10", "2031-01-00"])
def test_days_that_are_not_in_the_calendar(day):
    assert read_moments(pa.array([day])).reasons.to_pylist() == ["not a date"]
