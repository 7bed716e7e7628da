"""Bylines: who wrote a report, in its first lines or as a sign-off in its last."""

import re
from collections.abc import Iterator
from itertools import takewhile

from tenor.loading.texts.conventions.marks import Mark
from tenor.loading.texts.conventions.names import AND, PEOPLE, PERSON, is_agency, is_plain, is_role
from tenor.loading.texts.conventions.written_dates import is_weekday
from tenor.loading.texts.lines import Line

# In how many of the first and last lines they are sought, and how long they are.
_HEAD, _FEW_LINES, _TAIL = 8, 3, 3
_LENGTH, _SHORT, _BIOGRAPHY = 160, 80, 300

_AT = rf"(?:,? (?:in|IN|from|FROM) (?P<place>{PERSON}))"
# One after the other: "Rosa Quayle in Lowmere and Tam Orrin in Vessen".
_PEOPLE = rf"(?P<people>{PEOPLE}(?: in {PERSON} and {PERSON}(?= in )){{0,3}})"
_ROLE = r"[a-z]+(?: [\w-]+){0,3} (?:writer|reporter|correspondent)s?"
_BY = (
    r"(?:By|BY|by|(?:Byline|BYLINE|Authors?|AUTHOR):(?: [Bb]y)?"
    r"|(?:Written|WRITTEN|Reported|Story|STORY|Text|TEXT|Words|WORDS|Posted|Report|REPORT) (?:[Bb]y|BY)):?"
)
_BYLINE = re.compile(
    rf"{_BY} (?P<article>(?:[Oo]ur|[Aa]n?|[Tt]he) )?{_PEOPLE}{_AT}?"
    r"(?P<rest>(?: ?[,/|•·–—(-]| for | of )[^.!?]{1,80})?\.?"
)
_UNNAMED = re.compile(rf"{_BY} {_ROLE}(?: in {PERSON})?\.?")
_REPORTS = re.compile(rf"{_PEOPLE},? (?:reports?|reporting) (?:from|in) (?P<place>{PERSON})\.?")
# "Rosa Quayle in Lowmere", below the headline.
_POSTED = re.compile(rf"{_PEOPLE}{_AT}")
_TITLED = re.compile(rf"{_PEOPLE}(?:,| ?[/|•·–—]| -) (?P<rest>[\w .&'’-]{{2,60}})")
_SIGNED = re.compile(
    rf"[–—―-]{{1,3}} ?(?P<people>{PERSON}(?: and {PERSON})?)(?P<rest>(?:[,/(]| in | for ).{{1,60}})?\.?"
)
_BIOGRAPHICAL = re.compile(
    rf"{_PEOPLE} (?:is|are)(?: [\w'’-]+){{0,6}}? (?:\w+-)?"
    r"(?:writer|reporter|correspondent|columnist|journalist|contributor|editor|photographer|critic)s?"
    r"(?:[.,]| (?:at|for|of|with|in|based|covering|on|and|from)\b).*"
)
_CREDITED = re.compile(rf"\(?Reporting by {_PEOPLE}")

_NAME, _PARTS = re.compile(PERSON), re.compile(AND)
_IN = re.compile(rf" in ({PERSON})(?= and )")
_BETWEEN = re.compile(r" ?[,/|•·–—()] ?| - ")
# What may follow "By" and is nobody's name.
_NO_NAMES = set(
    "all an another any common comparison contrast day definition design far hook invitation land law"
    " night now number numbers order our popular public royal sea sheer special the then this".split()
)
_POSSESSIVE, _ABBREVIATED = re.compile(r"['’]s\b"), re.compile(r"(?:\b[A-Z]|Jr|Sr)\.$")
_BRACKETS = "()[]"
_DASHES, _QUOTES = "-–—―", "\"'“”‘’«»"

Fields = dict[str, str]


def find_bylines(lines: list[Line]) -> tuple[list[Mark], Fields]:
    """The marks of bylines, and what they say together; where two name an author, the first."""
    marks, fields = [], {}
    for number, found in [*_at_head(lines), *_at_end(lines)]:
        start, line = lines[number]
        marks.append(Mark(start, start + len(line), "byline"))
        fields = found | fields
    for _, line in lines[-_TAIL:]:
        match = _CREDITED.match(line, 0, _LENGTH)
        fields = (_credits(match) or {}) | fields if match else fields
    return marks, fields


def _at_head(lines: list[Line]) -> Iterator[tuple[int, Fields]]:
    """The numbers of the bylines among the first lines, each with what it says."""
    found, above = None, ""
    for number, (_, line) in enumerate(lines[:_HEAD]):
        is_divided = above in ("By", "BY")
        whole = f"By {line}" if is_divided else line
        found = _read_head(whole, number, is_below=found is not None) if len(line) <= _LENGTH else None
        above = line
        if found is not None:
            yield from [(number - 1, {})] if is_divided else []
            yield number, found


def _read_head(line: str, number: int, *, is_below: bool) -> Fields | None:
    """What the line says as a byline, None if it is none; `is_below` tells whether another is above it."""
    if _UNNAMED.fullmatch(line):
        return {}
    if match := _BYLINE.fullmatch(line) or _REPORTS.fullmatch(line):
        return _credits(match)
    if (is_below or line[0] in _BRACKETS) and (found := _read_owner(line)) is not None:
        return found
    if 0 < number <= _FEW_LINES and (match := _POSTED.fullmatch(line)):
        return _credits(match)
    match = _TITLED.fullmatch(line) if len(line) <= _SHORT else None
    is_titled = match and (is_agency(match["rest"]) or is_role(match["rest"]))
    return _credits(match) if is_titled else None


def _read_owner(line: str) -> Fields | None:
    """What a line says that has but the name of an agency, or what somebody does for a newspaper."""
    name = line.strip(_BRACKETS)
    if not _NAME.fullmatch(name) or not (is_agency(name) or is_role(name)):
        return None
    return {"agency": name} if is_agency(name) else {}


def _at_end(lines: list[Line]) -> Iterator[tuple[int, Fields]]:
    """The numbers of the sign-offs among the last lines, each with what it says."""
    for number in range(max(1, len(lines) - _TAIL), len(lines)):
        line = lines[number][1]
        if len(line) <= _BIOGRAPHY and (found := _read_end(line, lines, number)) is not None:
            yield number, found


def _read_end(line: str, lines: list[Line], number: int) -> Fields | None:
    """What one of the last lines says as a byline, None if it is none."""
    if line[0] in _BRACKETS:
        return _read_owner(line)
    if line[0] in _DASHES:
        match = _SIGNED.fullmatch(line) if _is_sign_off(lines, number) else None
    else:
        match = _BYLINE.fullmatch(line) or _BIOGRAPHICAL.fullmatch(line)
    return _credits(match) if match else None


def _is_sign_off(lines: list[Line], number: int) -> bool:
    """Whether a line with a dash before it is neither part of a list nor who said what stands above."""
    above = lines[number - 1][1]
    neighbours = [above, *(line for _, line in lines[number + 1 : number + 2])]
    is_listed = any(line[0] in _DASHES for line in neighbours)
    is_quoted = above[0] in _QUOTES and above[-1] in _QUOTES
    return number >= len(lines) - 2 and not is_listed and not is_quoted


def _credits(match: re.Match[str]) -> Fields | None:
    """Author, agency and place of a line that looks like a byline, None if it names nobody."""
    said = match.groupdict("")
    people, rest = _IN.sub("", said["people"]), said.get("rest", "")
    parts = _PARTS.split(people)
    authors = list(takewhile(_is_person, parts))
    is_unnamed = not authors and (is_agency(parts[0]) or is_role(parts[0]))
    if not is_plain(rest) or not (authors or is_unnamed) or (authors and said.get("article")):
        return None
    others = [*parts[len(authors) :], *_BETWEEN.split(rest)]
    return _fill(
        author=people[: people.index(authors[-1]) + len(authors[-1])] if authors else "",
        agency=next(filter(is_agency, map(_strip, others)), ""),
        place=" and ".join(filter(None, [*_IN.findall(said["people"]), said.get("place")])),
    )


def _fill(**fields: str) -> Fields:
    """The fields that have a value."""
    return {name: _strip(value) for name, value in fields.items() if value}


def _is_person(name: str) -> bool:
    """Whether these words may be somebody's name: at least two, and none that says otherwise."""
    first, _, others = name.lower().partition(" ")
    is_other = is_agency(name) or is_role(name) or is_weekday(first) or first in _NO_NAMES
    return bool(others) and not is_other and not _POSSESSIVE.search(name)


def _strip(name: str) -> str:
    return name if _ABBREVIATED.search(name) else name.strip(" .")
