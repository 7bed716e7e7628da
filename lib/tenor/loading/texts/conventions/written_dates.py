"""Dates as datelines write them, in several languages: "May 1", "Monday, 3 March 2031", "3. März"."""

import re

_MONTHS = (
    "jan(?:uary|uar|vier|eiro|uari)?|jänner|gennaio|enero|feb(?:ruary|ruar|rero|braio|ruari)?|f[ée]v(?:rier|ereiro)?"
    "|mar(?:ch|s|zo|[çc]o|t)?|märz|maart|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|maggio|maio|mei"
    "|june?|juni|juin|junio|junho|giugno|july?|juli|juil(?:let)?|julio|julho|luglio|aug(?:ust|ustus)?|ao[ûu]t"
    "|agosto|sept?(?:ember|embre|iembre)?|set(?:tembre|embro)?|o[ckt]t(?:ober|obre)?|octubre|outubro|ottobre"
    "|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?"
)
_WEEKDAYS = (
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi"
    "|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_MONTH, _DAY, _YEAR = (
    rf"\b(?:{_MONTHS})\b\.?",
    r"\b\d{1,2}(?:[–-]\d{1,2})?(?!\d)(?:st|nd|rd|th|er|º|\.)?",
    r"[12]\d{3}\b",
)
_DATE = re.compile(
    rf"((?:\b(?:{_WEEKDAYS})\b\.?,? )?(?:\b(?:le|el|den) )?"
    rf"(?:{_DAY} (?:(?:of|de) )?{_MONTH}(?:,? (?:de )?{_YEAR})?|{_MONTH} {_DAY}(?:,? {_YEAR})?"
    rf"|{_MONTH},? {_YEAR}|\b{_YEAR}[-/.]\d\d[-/.]\d\d\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}))"
    # The time of day is no part of it.
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|[A-Z]{2,3}T))?)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WEEKDAY = re.compile(rf"(?:{_WEEKDAYS})\.?", re.IGNORECASE)


def take_dates(written: str) -> tuple[list[str], str]:
    """The dates in `written`, and the rest with commas in their places.

    >>> take_dates("SELLA, Monday, 3 March 2031 (MW)")
    (['Monday, 3 March 2031'], 'SELLA, , (MW)')
    """
    if not _DIGIT.search(written):
        return [], written
    dates = [date.rstrip(".") for date in _DATE.findall(written)]
    return dates, _DATE.sub(",", written)


def is_weekday(word: str) -> bool:
    """Whether this is the name of a day of the week.

    >>> is_weekday("Monday"), is_weekday("Sella")
    (True, False)
    """
    return bool(_WEEKDAY.fullmatch(word))


def starts_with_date(written: str) -> bool:
    """Whether this begins with a date that has a number.

    >>> starts_with_date("May 9: where it was"), starts_with_date("For ninety minutes")
    (True, False)
    """
    return bool(_DATE.match(written))
