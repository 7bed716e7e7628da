"""Times of day as inputs write them to ISO, with the zone as written: "22:15:00-07:00"."""

import re

_FRACTION = r"(?:[.,](?P<fraction>\d+))?"
_CLOCK = rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d){_FRACTION})?)?"
# Without marks, or with those that a file's name may have.
_PACKED = rf"(?P<hour>\d\d)(?P<mark>-?)(?P<minute>\d\d)(?:(?P=mark)(?P<second>\d\d){_FRACTION})?"
_HALF = r"(?: ?(?P<half>[AaPp])\.? ?[Mm]\b\.?)?"
_OFFSET = r"(?P<sign>[+\-\u2212])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?"
_ZONE = rf"(?: ?(?:(?P<utc>[Zz]|UTC?|GMT)?(?:{_OFFSET})?|(?P<named>[A-Z]{{2,5}})))?(?: ?[\[(].*[\])])?"
_FORMS = [re.compile(form, re.ASCII) for form in (rf"T{_PACKED}{_ZONE}", rf"[Tt]?{_CLOCK}{_HALF}{_ZONE}\.?")]
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_BEFORE = re.compile(rf"(?:[ ,;|@–-]|\bat\b|\b{_WEEKDAY}\b\.?)*", re.IGNORECASE)
# RFC 822, section 5.1, says what these mean; other names mean several things and stay as they are.
_OFFSETS = {
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}


def read_time(written: str) -> str | None:
    """The ISO time of day that stands behind a date: "" where nothing does, None for what is no time.

    Minutes and seconds that are not given are 0, and fractions of a second stay. The zone stays as written,
    "Z" if it is UTC; one named by letters becomes the offset that RFC 822 gives it, and any other, such as
    "BST", stands as it is behind the time.

    >>> read_time(", Tuesday at 10:15 p.m."), read_time("T10:15:00+0100"), read_time(" 10.15 BST")
    ('22:15:00', '10:15:00+01:00', '10:15:00 BST')
    >>> read_time(""), read_time(", late edition")
    ('', None)
    """
    rest = written[_BEFORE.match(written).end() :].rstrip()
    if not rest:
        return ""
    matches = (form.fullmatch(rest) for form in _FORMS)
    parts = next((match.groupdict() for match in matches if match), None)
    is_bare = rest.isdecimal()
    return None if is_bare or not parts else _iso(parts)


def _iso(parts: dict[str, str]) -> str | None:
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0)
    half, zone = (parts.get("half") or "").lower(), _zone(parts)
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    elif half == "a":
        return None
    if hour > 23 or minute > 59 or second > 59 or zone is None:
        return None
    fraction = (parts["fraction"] or "").rstrip("0")
    return f"{hour:02}:{minute:02}:{second:02}{'.' if fraction else ''}{fraction}{zone}"


def _zone(parts: dict[str, str]) -> str | None:
    if parts["named"]:
        return _OFFSETS.get(parts["named"], f" {parts['named']}")
    if not parts["sign"]:
        return "Z" if parts["utc"] else ""
    hours, minutes = int(parts["hours"]), int(parts["minutes"] or 0)
    if hours > 23 or minutes > 59:
        return None
    return f"{'+' if parts['sign'] == '+' else '-'}{hours:02}:{minutes:02}"
