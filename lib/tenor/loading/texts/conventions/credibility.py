"""Whether what reads like a dateline is one: by its parts, by what follows and by the rest of the text."""

import re

from tenor.loading.texts.conventions.heads import Head, read_head
from tenor.loading.texts.conventions.labels import FUNCTION_WORDS, LABELS
from tenor.loading.texts.conventions.mentions import mentions
from tenor.loading.texts.conventions.names import is_agency, is_initials
from tenor.loading.texts.conventions.places import is_capital, is_place, is_somewhere, words_of
from tenor.loading.texts.conventions.written_dates import starts_with_date
from tenor.loading.texts.lines import Line

# Weak datelines stand in so many first lines; a story begins with so many small words in so many characters.
_FEW_LINES, _FEW_WORDS, _BEGINNING = 6, 3, 120
# Lists and transcripts show it within so many lines.
_NEARBY = 100

_FIRST = re.compile(r"\W{0,5}(\w)")
_FIRST_PERSON, _THIRD_PERSON = re.compile(r"(?:I|My)\b"), re.compile(r"(?:He|She|They)\b")


def is_credible(head: Head, lines: list[Line], number: int) -> bool:
    """Whether the line `number`, which begins with `head`, begins with a dateline."""
    rest, words, capital = _behind(head, lines, number), words_of(head.place), is_capital(head.place)
    if not rest or (_starts_small(rest) and not (capital and (head.date or head.agency))):
        return False
    if not words:
        is_bracketed = lines[number][1].startswith(("(", "["))
        return bool(head.sign and head.agency and (_is_wire(head.agency) if is_bracketed else head.date))
    if words[0] in FUNCTION_WORDS or LABELS.issuperset(words):
        return False
    is_dated = any(map(str.isdigit, head.date))
    if not head.sign:
        is_headed = capital or bool(head.agency)
        return is_headed and (is_dated or (capital and is_agency(head.agency)))
    if head.agency:
        return bool(head.date) or _is_credible_agency(head, lines, number)
    if head.date:
        is_day = is_dated and head.sign != ":" and _is_story(rest)
        return (capital or is_day) and not starts_with_date(rest)
    return capital and _is_story(rest) and _is_credible_place(head, lines, number)


def _is_credible_agency(head: Head, lines: list[Line], number: int) -> bool:
    """Whether this is a place with an agency, and not somebody with their party in brackets."""
    if is_agency(head.agency) or (is_capital(head.place) and head.sign != ":"):
        return True
    is_person = _THIRD_PERSON.match(_behind(head, lines, number)) or _is_listed(head, lines, number)
    if number < _FEW_LINES and is_initials(head.agency) and not is_person:
        return True
    return is_somewhere(mentions(head.place, _others(head, lines, number)))


def _is_credible_place(head: Head, lines: list[Line], number: int) -> bool:
    """Whether capital letters without date and agency are a place."""
    if _is_closed_up(head, lines[number][1]) or _is_listed(head, lines, number):
        return False
    return is_place(head.place, _others(head, lines, number), must_be_mentioned=head.sign == ":")


def _behind(head: Head, lines: list[Line], number: int) -> str:
    """The beginning of what stands behind it on its line, or else on the next."""
    rest = lines[number][1][head.end : head.end + _BEGINNING]
    return rest or "".join(line[:_BEGINNING] for _, line in lines[number + 1 : number + 2])


def _others(head: Head, lines: list[Line], number: int) -> list[Line]:
    """All lines, this one from behind the head."""
    return [*lines[:number], (0, lines[number][1][head.end :]), *lines[number + 1 :]]


def _is_wire(agency: str) -> bool:
    return is_agency(agency) or is_initials(agency)


def _starts_small(rest: str) -> bool:
    """Whether it goes on in the middle of a sentence."""
    first = _FIRST.match(rest)
    return bool(first) and first[1].islower()


def _is_story(rest: str) -> bool:
    """Whether this is the beginning of a report, not a headline, a score or what somebody says."""
    return sum(map(str.islower, rest.split())) >= _FEW_WORDS and not _FIRST_PERSON.match(rest)


def _is_closed_up(head: Head, line: str) -> bool:
    """Whether there is no space around the sign, as in lists of names: "QUAYLE--Rosa, 98"."""
    return not (line[head.end - 1].isspace() or line[: head.end].removesuffix(head.sign)[-1].isspace())


def _is_listed(head: Head, lines: list[Line], number: int) -> bool:
    """Whether other lines begin alike, as in lists, tables and transcripts."""
    others = (line for other, (_, line) in enumerate(lines[:_NEARBY]) if other != number)
    if head.agency:
        alike = (read_head(line) for line in others if "(" in line[:_BEGINNING])
        return any(other and other.agency not in ("", head.agency) for other in alike)
    alike = (read_head(line) for line in others if line[:3].isupper())
    return any(other and other.sign == head.sign and not (other.date or other.agency) for other in alike)
