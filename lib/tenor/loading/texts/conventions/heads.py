"""What stands before the first dash or colon of a line, read as place, date and agency."""

import re
from itertools import islice
from typing import NamedTuple

from tenor.loading.texts.conventions.names import CAPITAL, PARTICLES, TOKEN, is_agency
from tenor.loading.texts.conventions.written_dates import is_weekday, take_dates

# A dateline ends within so many characters of its line, at one of its first signs; one alone is shorter.
_REACH, _SIGNS, _ALONE = 120, 4, 80

_DIGIT_OR_BRACKET = re.compile(r"[\d(]")
_HAS_SIGN = re.compile(r"[—―‒−|_–:-]")
_SIGN = re.compile(
    r"([—―‒−|_–:-](?:(?<=[—―‒−|])|(?<=\s_)(?=\s)|(?<=-)-+|(?=\s|$)(?<=[–:-])|(?<=[\s)\]/][–-])))\s*"
)
# A small word that is no part of names and dates.
_SMALL = "|".join(["agency", "agencies", "via", *(word for word in PARTICLES.split("|") if len(word) > 2)])
_PROSE = re.compile(rf" (?=[a-zß-ÿ]{{3}})(?!(?:{_SMALL})\b)(?<!\d )(?<!\d[.º] )(?<!\der )(?<! de )")

_JOINT = rf"(?: ?/ ?|[-‐‑–]|[ -](?:(?:{PARTICLES})[ -]){{0,2}})"
_PLACE = re.compile(rf"{TOKEN}(?:{_JOINT}{TOKEN}){{0,5}}")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|(?<= )/(?! )([^/]{2,40})/(?= |,|$)")
_BETWEEN = re.compile(r"[,;|—―]| [–-]+ |-{2,}")
_AGENCY = re.compile(
    rf"(?:the )?(?!(?i:photo|picture|image)){CAPITAL}(?:[^\W\d]|[ .,&/'’-]){{1,48}}|[a-z]{{3}}"
)
# Behind a whole word, not an abbreviation.
_FULL_STOP = re.compile(r"(?<=\w{5})\.$")
_MAX_PLACES = 3


class Head(NamedTuple):
    """The parts as written, "" where there are none; the sign behind them, and where the sentence starts."""

    place: str
    date: str
    agency: str
    sign: str
    end: int


def read_head(line: str) -> Head | None:
    """Read the beginning of `line` as a dateline would be, however unlikely it is one.

    >>> read_head("PORT SELLA, Carrowe, March 3 (Meridian Wire) — Some 2,300 dockers")
    Head(place='PORT SELLA, Carrowe', date='March 3', agency='Meridian Wire', sign='—', end=47)
    """
    if len(line) > _ALONE and not _HAS_SIGN.search(line, 0, _REACH):
        return None
    begin = line[:_REACH]
    prose = _PROSE.search(begin)
    head = None
    for sign in islice(_SIGN.finditer(begin, 0, prose.start() + 1 if prose else _REACH), _SIGNS):
        parts = _read_parts(begin[: sign.start()])
        if not parts or (head and head.place and parts[0] != head.place):
            return head
        head = Head(*parts, sign[1], sign.end())
    if head or prose or len(line) > _ALONE or not _DIGIT_OR_BRACKET.search(line):
        return head
    parts = _read_parts(begin)
    return Head(*parts, "", len(line)) if parts else None


def _read_parts(written: str) -> tuple[str, str, str] | None:
    """Place, date and agency, if there is nothing else."""
    dates, rest = take_dates(" ".join(written.split()))
    parts = [("agency", "".join(inside)) for inside in _BRACKETS.findall(rest)]
    parts += [("place", part) for part in _BETWEEN.split(_BRACKETS.sub(",", rest))]
    found: dict[str, list[str]] = {"place": [], "agency": [], "date": dates}
    for kind, part in parts:
        part = part.strip(" ,;/")
        if part.strip("."):
            found["date" if is_weekday(part) else "agency" if is_agency(part) else kind].append(part)
    # Of two brackets behind a place the first is its region.
    found["place"] += [found["agency"].pop(0) for _ in found["agency"][1:2]]
    if len(found["place"]) > _MAX_PLACES or len(found["agency"]) > 1 or len(dates) > 1:
        return None
    if not all(map(_PLACE.fullmatch, found["place"])) or not all(map(_AGENCY.fullmatch, found["agency"])):
        return None
    place = ", ".join(found["place"])
    place = place if "," in place else _FULL_STOP.sub("", place)
    return (place, "".join(dates), "".join(found["agency"])) if any(found.values()) else None
