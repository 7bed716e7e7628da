"""From a mention to a speaker, inside a document."""

import re
from dataclasses import dataclass, replace

from tenor.voices.speakers.casts import Cast, Directory, Figure
from tenor.voices.speakers.mentions import (
    Name,
    head_of,
    is_pronoun,
    names_in,
    plain,
    without_addition,
    words_of,
)
from tenor.voices.speakers.words import words

_ARTICLE = re.compile(r"^(?:the|a|an|this|that|its|our|their|his|her) ", re.IGNORECASE)
_HIDDEN = re.compile(
    r"\b(?:anonym\w+|familiar with|close to|not to be named|not authori[sz]ed|unnamed)\b", re.IGNORECASE
)
# Who says "I" or "we" outside of what others are quoted for.
AUTHOR = "(the author)"
_FIRST_PERSON = frozenset(("i", "we", "my", "our"))
# Who is interviewed, where turns are labelled "Q:" and "A:".
_ANSWERS = ("A", "Answer")
_SENTENCE = re.compile(r"[.!?][”\"’]? ")
# What can begin a role that somebody has alone: "the", "Sella's".
_DEFINITE = re.compile(r"the |\w+[’']s ", re.IGNORECASE)
_APPOSED = re.compile(r", ([^,]+)$")


@dataclass(frozen=True)
class Resolved:
    """The speaker that a mention means, what it is, whether an office speaks, and why it is that speaker."""

    speaker: str
    kind: str
    is_official: bool | None
    reason: str


class Resolver:
    """Resolves the mentions of a document in the order of its quotations."""

    def __init__(self, cast: Cast, directory: Directory):
        self.cast = cast
        self.directory = directory
        self.last: tuple[int, Figure | None, Resolved] | None = None

    def resolve(self, start: int, end: int) -> Resolved:
        """The speaker of the mention from `start` to `end`."""
        mention = " ".join(self.cast.text[start:end].split())
        figure, reason = self._figure(mention, start, end)
        if figure:
            found = Resolved(figure.name, "body" if figure.is_body else "person", figure.is_official, reason)
        elif re.split("['’]", mention.casefold())[0] in _FIRST_PERSON:
            found = Resolved(AUTHOR, "unnamed", None, "first person")
        elif mention in _ANSWERS:
            found = Resolved(reason, "unnamed", None, reason)
        elif reason and self.last:
            found = replace(self.last[2], reason="pronoun")
        else:
            found = _nameless(mention)
        self.last = (start, figure, found)
        return found

    def _figure(self, mention: str, start: int, end: int) -> tuple[Figure | None, str]:
        if is_pronoun(mention):
            return self._by_pronoun(mention, start), "pronoun"
        if mention.casefold() in ("who", "which"):
            return self._nearest(start), "relative pronoun"
        if mention in _ANSWERS:
            return self.cast.interviewed, "the one interviewed"
        names = _own_names(self.cast.text[start:end])
        for name in names:
            figure, reason = self.cast.find(name)
            if figure:
                return figure, reason
        is_named = any(not name.is_possessive for name in names_in(without_addition(mention)))
        return (None, "") if is_named else self._by_role(mention, start)

    def _by_pronoun(self, mention: str, start: int) -> Figure | None:
        """Who was heard or named last and fits."""
        word = re.split("['’]", mention.casefold())[0]
        if word not in ("he", "she", "him", "her", "his"):
            bodies = [figure for _, figure in self.cast.named_before(start) if figure.is_body]
            return bodies[-1] if bodies and word in ("it", "they") else None
        sex = "she" if word in ("she", "her") else "he"
        paragraph = self.cast.text.rfind("\n", 0, start) + 1
        heard = self.last and self.last[0] >= paragraph and self.last[1]
        if heard and not heard.is_body and heard.sex in ("", sex):
            return heard
        near = [pair for pair in self.cast.named_before(start) if not pair[1].is_body]
        fitting = [pair for pair in near if pair[1].sex in ("", sex)]
        here = self._subjects([pair for pair in fitting if pair[0] >= paragraph], start)
        if here:
            return here[0]
        if self.last and self.last[1] and not self.last[1].is_body and self.last[1].sex in ("", sex):
            return self.last[1]
        return fitting[-1][1] if fitting else None

    def _subjects(self, pairs: list[tuple[int, Figure]], start: int) -> list[Figure]:
        """Those named in the last sentence before a place that names any, the first of them first."""
        edges = (
            [match.end() for match in _SENTENCE.finditer(self.cast.text, pairs[0][0], start)] if pairs else []
        )
        for edge in reversed([0, *edges]):
            if some := [figure for place, figure in pairs if place >= edge]:
                return some
        return []

    def _nearest(self, start: int) -> Figure | None:
        named = self.cast.named_before(start)
        return named[-1][1] if named else None

    def _by_role(self, mention: str, start: int) -> tuple[Figure | None, str]:
        """Who has the role of a mention with "the", said of a name here, or of one in other documents."""
        if not _DEFINITE.match(mention):
            return None, ""
        head, said = head_of(mention), words_of(without_addition(mention))
        known = self.cast.in_role(said, head)
        if len(known) == 1:
            return known[0], "role said with the name" if not known[0].is_body else "part of the name"
        if not known and head in ("company", "firm", "operator"):
            bodies = [one for _, one in self.cast.named_before(start) if one.is_body]
            return (bodies[-1], "the last body named") if bodies else (None, "")
        other = self.directory.only_in_role(said, head) if not known else None
        return (other, "role said with the name in another document") if other else (None, "")


def _own_names(mention: str) -> list[Name]:
    """The names that a mention may mean: one that ends the words before a comma or preposition, else one at
    its end behind a comma; a name before another word only says whose or which ("the Orr campaign")."""
    head = without_addition(mention).rstrip("”\"’') ")
    before = names_in(head)
    if before:
        is_whole = before[-1].start == 0
        is_last = before[-1].end >= len(head) and (is_whole or not before[-1].is_possessive)
        return [before[-1]] if is_last else []
    apposed = _APPOSED.search(mention)
    return names_in(apposed[1]) if apposed else []


def _nameless(mention: str) -> Resolved:
    """A speaker without a name that is known: a body, a group or a source, in the words of the mention."""
    names = _own_names(mention)
    said, head = words_of(mention), head_of(mention)
    is_official = True if said & words("office") else None
    if names and (" " in names[-1].full or len(mention.split()) == 1 or names[-1].titles):
        return Resolved(names[-1].full, _kind_of_name(names[-1]), is_official, "as written")
    written = _ARTICLE.sub("", mention.strip(",.;: "))
    begins = [name.start for name in names_in(written)[:1]] == [0]
    written = written if begins else written[:1].lower() + written[1:]
    kind = _kind(mention, said, head)
    return Resolved(_shorter(written, kind), kind, is_official, "as written")


def _kind_of_name(name: Name) -> str:
    """What somebody with an unknown name is: a plural in one word is a group."""
    if name.is_body and not name.titles:
        return "body"
    return "group" if " " not in name.full and not name.titles and name.full.endswith("s") else "person"


def _shorter(written: str, kind: str) -> str:
    """The words up to a relative clause; of a group up to where it is: "officials in Sella" are officials."""
    ends = r",? (?:who|which|aged) |, " + (r"| (?:in|at|near|down|on) " if kind == "group" else "")
    return re.split(ends, written, maxsplit=1)[0]


def _kind(mention: str, said: set[str], head: str) -> str:
    first = plain(mention.split()[0]) if mention.split() else ""
    if said & words("unnamed") or _HIDDEN.search(mention):
        return "unnamed"
    if head in words("body"):
        return "body"
    if (
        first in words("number")
        or (head.endswith("s") and not head.endswith("ss"))
        or head in words("people")
    ):
        return "group"
    return "unnamed"
