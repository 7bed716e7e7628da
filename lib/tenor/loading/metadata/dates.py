"""Dates as inputs write them to ISO, possibly partial: "1789", "2016-05", "2016-05-03"."""

import datetime
import re
from typing import NamedTuple

from tenor.loading.metadata.times import read_time

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR, _DAY = r"(?P<year>[12]\d{3})", r"(?P<day>\d{1,2})"
_OFFSET = r"[+-]\d\d:?\d\d"
# What looks like a time of day; `read_time` judges it.
_CLOCK = r"(?:[T _]|, ?)\d{1,2}(?:[:.-].*| ?[ap]\.? ?m.*|[Z+].*|\d{2,4}(?:[Z+,.-].*)?)?"
_TIME = rf"(?P<time>{_CLOCK})?"
_PACKED_TIME = rf"(?P<time>T?\d{{4}}(?:\d\d(?:[.,]\d+)?)?(?:Z|{_OFFSET})?|{_CLOCK})?"
_REST = r"(?P<time>[ ,].*)?"
_FORMS = [
    rf"{_YEAR}(?:\.0)?",
    rf"{_YEAR}(?P<mark>[-/._])(?P<month>\d{{1,2}})(?:(?P=mark){_DAY}{_TIME})?",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d){_PACKED_TIME}",
    rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?\.?[ -]+(?:of )?{_MONTH},?[ -]+{_YEAR}{_REST}",
    rf"{_WEEKDAY}{_MONTH} +{_DAY}(?:st|nd|rd|th)?,? +{_YEAR}{_REST}",
    rf"{_MONTH},? +{_YEAR}",
    rf"{_WEEKDAY}{_MONTH} {_DAY} (?P<time>\d\d:\d\d:\d\d(?: {_OFFSET}| [A-Z]{{3,4}})?) {_YEAR}",
    rf"(?P<one>\d{{1,2}})(?P<mark>[-/._])(?P<other>\d{{1,2}})(?P=mark){_YEAR}{_TIME}",
]
_PATTERNS = [re.compile(form, re.IGNORECASE | re.ASCII) for form in _FORMS]
_SECONDS = re.compile(r"([12]\d{9})(?:\.\d+|\d{3})?", re.ASCII)
_HOUR = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])", re.ASCII)


class Moment(NamedTuple):
    """A date and a time of day in ISO, and a reason of the ledger; each "" where there is none."""

    date: str
    time: str
    reason: str


def read_date(written: str) -> tuple[str, str]:
    """The ISO date that `written` means and "", or "" and the reason of the ledger why it means none.

    The date stays as written, whatever the time zone. Where day and month are both numbers before the year,
    they are told apart by a number above 12 alone.

    >>> read_date("3 May 2016"), read_date("May 2016"), read_date("2016/05/03 10:15")
    (('2016-05-03', ''), ('2016-05', ''), ('2016-05-03', ''))
    >>> read_date("03/05/2016"), read_date("soon")
    (('', 'ambiguous date'), ('', 'not a date'))
    """
    date, _, reason = read_moment(written)
    return date, "" if date else reason


def read_moment(written: str) -> Moment:
    """The date as in `read_date`, and the time of day as in `tenor.loading.metadata.times.read_time`.

    What stands behind the date and is no time is "not a time". Ten digits that are no date, or thirteen, are
    taken as "seconds since 1970" or thousandths of them, in UTC; of years from 2001 on.

    >>> read_moment("Tue, 04 Mar 2031 10:15:00 GMT")
    Moment(date='2031-03-04', time='10:15:00Z', reason='')
    >>> read_moment("March 4, 2031, late edition")
    Moment(date='2031-03-04', time='', reason='not a time')
    >>> read_moment("1930385700")
    Moment(date='2031-03-04', time='10:15:00Z', reason='seconds since 1970')
    """
    written = " ".join(written.split())
    matches = (pattern.fullmatch(written) for pattern in _PATTERNS)
    parts = next((match.groupdict() for match in matches if match), None)
    if parts is None:
        return _read_seconds(written)
    date, reason = _read_day(parts)
    if not date:
        return Moment("", "", reason)
    time = _read_rest(parts.get("time") or "")
    return Moment(date, time or "", "not a time" if time is None else "")


def _read_rest(written: str) -> str | None:
    is_packed = written[:4].isdecimal()
    return read_time(f"T{written}" if is_packed else written.replace("_", "T", 1))


def _read_seconds(written: str) -> Moment:
    match = _SECONDS.fullmatch(written)
    if not match:
        return Moment("", "", "not a date")
    if _HOUR.fullmatch(written):
        return Moment("", "", "not a date")
    moment = datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC)
    return Moment(f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}Z", "seconds since 1970")


def _read_day(parts: dict[str, str]) -> tuple[str, str]:
    if parts.get("one"):
        return _read_numbers(int(parts["one"]), int(parts["other"]), int(parts["year"]))
    month, day = parts.get("month"), parts.get("day")
    if parts.get("word"):
        month = 1 + _MONTHS.index(parts["word"][:3].lower())
    return _iso(int(parts["year"]), month and int(month), day and int(day))


def _read_numbers(one: int, other: int, year: int) -> tuple[str, str]:
    day_first, month_first = _iso(year, other, one), _iso(year, one, other)
    if day_first[0] and month_first[0] and day_first != month_first:
        return "", "ambiguous date"
    return day_first if day_first[0] else month_first


def _iso(year: int, month: int | None, day: int | None) -> tuple[str, str]:
    """The date as far as it is given."""
    try:
        date = datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return "", "not a date"
    return date.isoformat()[: 4 if month is None else 7 if day is None else 10], ""
