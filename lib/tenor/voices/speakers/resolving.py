"""From a mention to a speaker, inside a document."""

import re
from dataclasses import replace

from tenor.voices.speakers.casts import Cast
from tenor.voices.speakers.directories import Directory
from tenor.voices.speakers.members import Member
from tenor.voices.speakers.mentions import head_of, is_pronoun, own_name, without_addition, words_of
from tenor.voices.speakers.names import names_in
from tenor.voices.speakers.written import Resolved, as_written

# Who says "I" or "we" outside of what others are quoted for.
AUTHOR = "(the author)"
_FIRST_PERSON = frozenset(("i", "we", "my", "our"))
# Who is interviewed, where turns are labelled "Q:" and "A:".
_ANSWERS = ("A", "Answer")
_SENTENCE = re.compile(r"[.!?][”\"’]? ")
# What can begin a role that somebody has alone: "the", "Sella's".
_DEFINITE = re.compile(r"the |\w+[’']s ", re.IGNORECASE)


class Resolver:
    """Resolves the mentions of a document in the order of its quotations."""

    def __init__(self, cast: Cast, directory: Directory):
        self.cast = cast
        self.directory = directory
        self.last: tuple[int, Member | None, Resolved] | None = None

    def resolve(self, start: int, end: int) -> Resolved:
        """The speaker of the mention from `start` to `end`."""
        mention = " ".join(self.cast.text[start:end].split())
        member, reason = self._member(mention, start, end)
        if member:
            found = Resolved(member.name, "body" if member.is_body else "person", member.is_official, reason)
        elif re.split("['’]", mention.casefold())[0] in _FIRST_PERSON:
            found = Resolved(AUTHOR, "unnamed", None, "first person")
        elif mention in _ANSWERS:
            found = Resolved(reason, "unnamed", None, reason)
        elif reason and self.last:
            found = replace(self.last[2], reason="pronoun")
        else:
            found = as_written(mention)
        self.last = (start, member, found)
        return found

    def _member(self, mention: str, start: int, end: int) -> tuple[Member | None, str]:
        if is_pronoun(mention):
            return self._by_pronoun(mention, start), "pronoun"
        if mention.casefold() in ("who", "which"):
            return self._nearest(start), "relative pronoun"
        if mention in _ANSWERS:
            return self.cast.interviewed, "the one interviewed"
        if name := own_name(self.cast.text[start:end]):
            member, reason = self.cast.find(name)
            if member:
                return member, reason
        is_named = any(not name.is_possessive for name in names_in(without_addition(mention)))
        return (None, "") if is_named else self._by_role(mention, start)

    def _by_pronoun(self, mention: str, start: int) -> Member | None:
        """Who was heard or named last and fits."""
        word = re.split("['’]", mention.casefold())[0]
        if word not in ("he", "she", "him", "her", "his"):
            bodies = self._bodies(start)
            return bodies[-1] if bodies and word in ("it", "they") else None
        sex = "she" if word in ("she", "her") else "he"
        paragraph = self.cast.text.rfind("\n", 0, start) + 1
        heard = self.last and self.last[0] >= paragraph and self.last[1]
        if heard and not heard.is_body and heard.sex in ("", sex):
            return heard
        near = [pair for pair in self.cast.named_before(start) if not pair[1].is_body]
        near = [pair for pair in near if pair[1].is_likely] or near
        fitting = [pair for pair in near if pair[1].sex in ("", sex)]
        here = self._subjects([pair for pair in fitting if pair[0] >= paragraph], start)
        if here:
            return here[0]
        if self.last and self.last[1] and not self.last[1].is_body and self.last[1].sex in ("", sex):
            return self.last[1]
        return fitting[-1][1] if fitting else None

    def _bodies(self, start: int) -> list[Member]:
        """The bodies named before a place, but not places and the like, which seldom speak."""
        return [one for _, one in self.cast.named_before(start) if one.is_body and not one.is_thing]

    def _subjects(self, pairs: list[tuple[int, Member]], start: int) -> list[Member]:
        """Those named in the last sentence before a place that names any, the first of them first."""
        edges = (
            [match.end() for match in _SENTENCE.finditer(self.cast.text, pairs[0][0], start)] if pairs else []
        )
        for edge in reversed([0, *edges]):
            if some := [member for place, member in pairs if place >= edge]:
                return some
        return []

    def _nearest(self, start: int) -> Member | None:
        named = self.cast.named_before(start)
        return named[-1][1] if named else None

    def _by_role(self, mention: str, start: int) -> tuple[Member | None, str]:
        """Who has the role of a mention with "the", said of a name here, or of one in other documents."""
        if not _DEFINITE.match(mention):
            return None, ""
        head, said = head_of(mention), words_of(without_addition(mention))
        known = self.cast.in_role(said, head)
        if len(known) == 1:
            return known[0], "role said with the name" if not known[0].is_body else "part of the name"
        if not known and head in ("company", "firm", "operator"):
            bodies = self._bodies(start)
            return (bodies[-1], "the last body named") if bodies else (None, "")
        other = self.directory.only_in_role(said, head) if not known else None
        return (other, "role said with the name in another document") if other else (None, "")
