"""Times of day as written to ISO."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.metadata.times import read_time

ZONES = st.one_of(
    st.none(),
    st.just(datetime.UTC),
    st.integers(-23 * 60, 23 * 60).map(lambda n: datetime.timezone(datetime.timedelta(minutes=n))),
)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("T10:15:00", "10:15:00"),
        (" 10:15", "10:15:00"),
        (", 9:05", "09:05:00"),
        (" 10.15", "10:15:00"),
        ("T10", "10:00:00"),
        ("T101500", "10:15:00"),
        ("T1015", "10:15:00"),
        ("T10-15-00", "10:15:00"),
        (" 10:15:00.250", "10:15:00.25"),
        (" 10:15:00,000", "10:15:00"),
        (" 10:15 p.m.", "22:15:00"),
        (" at 10:15PM", "22:15:00"),
        (" 10 pm", "22:00:00"),
        (" 12 a.m.", "00:00:00"),
        (" 12:30 PM", "12:30:00"),
        (" 22:15 pm", "22:15:00"),
        (", Tuesday, 10:15", "10:15:00"),
        (" Tue at 10:15 AM.", "10:15:00"),
    ],
)
def test_times_are_read(written, iso):
    assert read_time(written) == iso


@pytest.mark.parametrize(
    ("zone", "iso"),
    [
        ("Z", "Z"),
        ("z", "Z"),
        (" GMT", "Z"),
        (" UTC", "Z"),
        ("+01:00", "+01:00"),
        (" -0700", "-07:00"),
        ("+00", "+00:00"),
        ("\u221205:00", "-05:00"),
        (" GMT+1", "+01:00"),
        (" -0700 (PDT)", "-07:00"),
        ("+01:00[Calder/Sella]", "+01:00"),
        (" EST", "-05:00"),
        (" PDT", "-07:00"),
        (" BST", " BST"),
        (" ET", " ET"),
    ],
)
def test_zones_stay_as_written(zone, iso):
    assert read_time(f" 10:15:00{zone}") == f"10:15:00{iso}"


@pytest.mark.parametrize("written", ["", " ", ",", ", Tuesday", " at"])
def test_where_no_time_stands(written):
    assert read_time(written) == ""


@pytest.mark.parametrize(
    "written",
    [
        *(" 24:00", " 10:60", " 10:15:60", " 13:00 am", " 10:15+24:00", " 10:15+01:60", " 10", " 1015"),
        *(", late edition", " 10:15 or so", " to 5 May 2031", "T10:15:", " 10:1"),
    ],
)
def test_what_is_no_time(written):
    assert read_time(written) is None


@given(st.times().map(lambda time: time.replace(microsecond=0)), ZONES)
def test_iso_times_stay_as_they_are(time, zone):
    iso = time.replace(tzinfo=zone).isoformat()
    assert read_time(f"T{iso}") == iso


@given(st.text())
def test_any_text_is_a_time_or_none(written):
    time = read_time(written)
    if time:
        assert datetime.time.fromisoformat(time[:8]).isoformat() == time[:8]
