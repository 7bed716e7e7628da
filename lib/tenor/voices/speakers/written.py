"""Speakers who are nobody known: called as they are written, with what they are."""

import re
from dataclasses import dataclass

from tenor.voices.speakers.mentions import (
    ARTICLE,
    DAY,
    head_of,
    is_common,
    is_only,
    is_pair,
    own_name,
    without_addition,
    words_of,
)
from tenor.voices.speakers.names import Name, names_in, plain
from tenor.voices.speakers.words import words

_HIDDEN = re.compile(
    r"\b(?:anonym\w+|familiar with|close to|not to be named|not authori[sz]ed|unnamed)\b", re.IGNORECASE
)
# What ends the words that a speaker is called by; of a group also the place where it is.
_ENDS = rf",? (?:who|which|aged) |, | (?:on )?{DAY}$"
_DAY_FIRST = re.compile(DAY)
_ENDS_OF_GROUP = _ENDS + r"| (?:in|at|near|down|on) "


@dataclass(frozen=True)
class Resolved:
    """The speaker that a mention means, what it is, whether an office speaks, and why it is that speaker."""

    speaker: str
    kind: str
    is_official: bool | None
    reason: str


def as_written(mention: str) -> Resolved:
    """A speaker without a name that is known, in the words of the mention.

    >>> [as_written(said).kind for said in ("Officials in Sella", "a new poll", "Mr Orr", "one aide")]
    ['group', 'record', 'person', 'unnamed']
    """
    name = own_name(mention)
    is_official = True if words_of(mention) & words("office") else None
    if name and (name.is_in_full or name.titles or is_only(name, mention)):
        return Resolved(name.full, _kind_of_name(name), is_official, "as written")
    kind = _kind(mention)
    return Resolved(_called(mention, kind), kind, is_official, "as written")


def _kind_of_name(name: Name) -> str:
    """What somebody with an unknown name is: a plural in one word is a group."""
    if name.is_body and not name.titles:
        return "body"
    return "group" if not name.is_in_full and not name.titles and name.full.endswith("s") else "person"


def _called(mention: str, kind: str) -> str:
    """The words without an article, up to a relative clause; "officials in Sella" are officials."""
    written = ARTICLE.sub("", mention.strip(",.;: "))
    begins = [name.start for name in names_in(written)[:1]] == [0] or _DAY_FIRST.match(written)
    if is_common(written) or not begins:
        written = written[:1].lower() + written[1:]
    return re.split(_ENDS_OF_GROUP if kind == "group" else _ENDS, written, maxsplit=1)[0]


def _kind(mention: str) -> str:
    head, said = head_of(mention), words_of(mention)
    if said & words("unnamed") or _HIDDEN.search(mention):
        return "unnamed"
    if head in words("record"):
        return "record"
    if head in words("body"):
        return "body"
    return "group" if _is_group(mention, head) else "unnamed"


def _is_group(mention: str, head: str) -> bool:
    first = plain(mention.split()[0]) if mention.split() else ""
    is_plural = head.endswith("s") and not head.endswith("ss")
    is_many = first in words("number") or head in words("people")
    return is_plural or is_many or is_pair(without_addition(mention))
