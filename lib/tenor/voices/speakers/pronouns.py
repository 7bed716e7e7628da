"""Whom a pronoun means: who was heard or named last and fits."""

import re

from tenor.voices.speakers.casts import Cast
from tenor.voices.speakers.members import Member

_SEX = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
# A full stop behind a title or an initial ends no sentence.
_SENTENCE = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)(?<!\b[DJS]r)(?<!\bSen)(?<!\bRep)(?<!\bG[eo][nv])(?<!\b[A-Z])[.!?][”\"’]? |\n"
)


def antecedent(mention: str, start: int, cast: Cast, heard: Member | None, place_heard: int) -> Member | None:
    """The person or body that a pronoun at `start` means, None for none.

    `heard` is whoever spoke last, if it is a member of the cast, in a mention at `place_heard`.
    """
    word = re.split("['’]", mention.casefold())[0]
    if word in ("it", "they"):
        return next(iter(bodies_before(start, cast)), None)
    if word not in _SEX:
        return None
    paragraph = cast.line_start(start)
    near = [pair for pair in cast.named_before(start) if _fits(pair[1], _SEX[word])]
    near = [pair for pair in near if pair[1].is_likely] or near
    here = [pair for pair in near if pair[0] >= paragraph]
    if heard and not _fits(heard, _SEX[word]):
        heard = None
    if heard and place_heard >= paragraph and (heard.sex or not _are_surer(here, place_heard)):
        return heard
    return _subject(here or near, start, cast, heard) or heard


def bodies_before(start: int, cast: Cast) -> list[Member]:
    """The bodies named before a place, the nearest first, but not places and the like, which seldom speak."""
    named = reversed(cast.named_before(start))
    return [member for _, member in named if member.is_body and not member.is_thing]


def _fits(member: Member, sex: str) -> bool:
    return not member.is_body and member.sex in ("", sex)


def _are_surer(pairs: list[tuple[int, Member]], place: int) -> bool:
    """Whether somebody is named behind a place of whom it is known that the pronoun fits."""
    return any(member.sex and named > place for named, member in pairs)


def _subject(pairs: list[tuple[int, Member]], start: int, cast: Cast, heard: Member | None) -> Member | None:
    """Of those in the last sentence that names any who was heard last, else the first."""
    if not pairs:
        return None
    edges = [match.end() for match in _SENTENCE.finditer(cast.text, pairs[0][0], start)]
    last = max((edge for edge in edges if edge <= pairs[-1][0]), default=0)
    some = [member for place, member in pairs if place >= last]
    return heard if heard in some else some[0]
