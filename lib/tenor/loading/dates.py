"""Dates as inputs write them to ISO, possibly partial: "1789", "2016-05", "2016-05-03"."""

import datetime
import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR, _DAY = r"(?P<year>[12]\d{3})", r"(?P<day>\d{1,2})"
_TIME = r"(?:[T ]\s*\d{1,2}(?::.*|[ap]\.?m.*|Z)?)?"
_FORMS = [
    rf"{_YEAR}(?:\.0)?",
    rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?:(?P=mark){_DAY}{_TIME})?",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4,6}}Z?)?",
    rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?\.?[ -]+(?:of )?{_MONTH},?[ -]+{_YEAR}(?:[ ,].*)?",
    rf"{_WEEKDAY}{_MONTH} +{_DAY}(?:st|nd|rd|th)?,? +{_YEAR}(?:[ ,].*)?",
    rf"{_MONTH},? +{_YEAR}",
    rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<other>\d{{1,2}})(?P=mark){_YEAR}{_TIME}",
]
_PATTERNS = [re.compile(form, re.IGNORECASE) for form in _FORMS]


def read_date(written: str) -> tuple[str, str]:
    """The ISO date that `written` means and "", or "" and the reason of the ledger why it means none.

    A time of day is dropped and no time zone is converted: the date stays as written. Where day and month are
    both numbers before the year, they are told apart by a number above 12 alone.

    >>> read_date("3 May 2016"), read_date("May 2016"), read_date("2016/05/03 10:15")
    (('2016-05-03', ''), ('2016-05', ''), ('2016-05-03', ''))
    >>> read_date("03/05/2016"), read_date("soon")
    (('', 'ambiguous date'), ('', 'not a date'))
    """
    matches = (pattern.fullmatch(written.strip()) for pattern in _PATTERNS)
    parts = next((match.groupdict() for match in matches if match), None)
    if parts is None:
        return "", "not a date"
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
