"""From a mention to a speaker, inside a document."""

import re
from dataclasses import replace

from tenor.voices.speakers.casts import Cast
from tenor.voices.speakers.directories import Directory
from tenor.voices.speakers.members import Member
from tenor.voices.speakers.mentions import head_of, is_pronoun, own_name, without_addition, words_of
from tenor.voices.speakers.pronouns import antecedent, bodies_before
from tenor.voices.speakers.written import Resolved, as_written

# Who says "I" or "we" outside of what others are quoted for.
AUTHOR = "(the author)"
_FIRST_PERSON = frozenset(("i", "we", "my", "our"))
# Who is interviewed, where turns are labelled "Q:" and "A:".
_ANSWERS = ("A", "Answer")
_RELATIVE = ("who", "which", "that")
# A word in small letters right before "who".
_NOUN_BEFORE = re.compile(r"\b(?!and |but |or )[a-zà-ÿ][\w’'-]* $")
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
        if mention.casefold() in _RELATIVE and (noun := self._noun_before(start)):
            start, end, mention = noun.start(), noun.end(), noun[0].strip()
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

    def _noun_before(self, start: int) -> re.Match | None:
        """The common noun that stands before "who" without a comma."""
        return _NOUN_BEFORE.search(self.cast.text, max(start - 40, 0), start)

    def _member(self, mention: str, start: int, end: int) -> tuple[Member | None, str]:
        if is_pronoun(mention):
            return self._by_pronoun(mention, start), "pronoun"
        if mention.casefold() in _RELATIVE:
            named = self.cast.named_before(start)
            return (named[-1][1] if named else None), "relative pronoun"
        if mention in _ANSWERS:
            return self.cast.interviewed, "the one interviewed"
        if name := own_name(self.cast.text[start:end]):
            return self.cast.find(name)
        return self._by_role(mention, start)

    def _by_pronoun(self, mention: str, start: int) -> Member | None:
        """Who is meant; None for a group that was heard last, which is "they"."""
        place, heard, found = self.last or (0, None, None)
        if found and found.kind == "group" and mention.casefold().startswith("they"):
            return None
        return antecedent(mention, start, self.cast, heard, place)

    def _by_role(self, mention: str, start: int) -> tuple[Member | None, str]:
        """Who has the role of a mention with "the", said of a name here, or of one in other documents."""
        if not _DEFINITE.match(mention):
            return None, ""
        head, said = head_of(mention), words_of(without_addition(mention))
        known = self.cast.in_role(said, head)
        if len(known) == 1:
            return known[0], "role said with the name" if not known[0].is_body else "part of the name"
        if len(known) > 1:
            near = [one for _, one in self.cast.named_before(start) if any(one is other for other in known)]
            return (near[-1], "several fit, named last") if near else (None, "")
        if head in ("company", "firm", "operator"):
            bodies = bodies_before(start, self.cast)
            return (bodies[0], "the last body named") if bodies else (None, "")
        other = self.directory.only_in_role(said, head)
        return (other, "role said with the name in another document") if other else (None, "")
