"""The cast of a document: the people and bodies that it names, with titles, roles and places."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from tenor.voices.speakers.directories import Directory
from tenor.voices.speakers.members import Member, sex_of
from tenor.voices.speakers.mentions import head_of, words_of
from tenor.voices.speakers.names import Name, name_key, names_in, plain
from tenor.voices.speakers.words import alike, full_title, is_role, words

# So many characters before and behind a name are searched for a role.
_BEFORE, _BEHIND = 60, 90
# So far behind a name its pronouns are counted.
_FOLLOWING = 160
_AS_THING = re.compile(r"\b(?:the|in) $", re.IGNORECASE)
# A line of so many words, so large a share of which have a capital, is a heading: its runs are no names.
_HEADING_WORDS, _HEADING_SHARE, _HEADING_LENGTH = 4, 0.7, 200
# So far back, in names, a pronoun or a role may reach.
REACH = 12
_PRONOUN = re.compile(r"\b(?:he|his|him|himself|she|her|hers|herself)\b", re.IGNORECASE)
_PRONOUN_SEX = dict.fromkeys(("he", "his", "him", "himself"), "he")
_PRONOUN_SEX |= dict.fromkeys(("she", "her", "hers", "herself"), "she")
_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z&.]{1,9})\)")
_ROLE_BEFORE = re.compile(r"((?:[\w’'-]+ ){0,3}[\w’'-]+),? $")
_ROLE_BEHIND = re.compile(r"^, (?:the |a |an |its |his |her |their )?([^,.;:“”\"()]{3,80})")
_OF_PLACE = re.compile(r" of ((?:[A-Z][\w.’'-]+ ?)+)")
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[“\"‘'].*[”\"’']$")
_STOPS = re.compile(r"[.;:“”\"]")


class Cast:
    """The members of a document, and where each is named."""

    def __init__(self, text: str):
        self.text = text
        self.members: dict[str, Member] = {}
        self.aliases: dict[str, Member] = {}
        self._found: dict[tuple, tuple[Member | None, str]] = {}
        self._directory: Directory | None = None
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.names = [name for name in names_in(text) if self._is_name(name)]
        for name in self.names:
            if name.is_in_full:
                self._introduce(name)
        self._by_surname: dict[str, list[Member]] = defaultdict(list)
        self._by_word: dict[str, list[Member]] = defaultdict(list)
        self._by_role: dict[str, list[Member]] = defaultdict(list)
        self._index_all()
        self._count_pronouns()
        self._found.clear()

    def _is_name(self, name: Name) -> bool:
        """Whether a run of words with capitals is inside a line, and no part of a heading in capitals."""
        if "\n" in self.text[name.start : name.end]:
            return False
        return name.full.count(" ") < 2 or not _is_heading(self._line(name.start))

    def _line(self, place: int) -> str:
        """The line around a place, or more of it than a heading has."""
        before = self.text[max(place - _HEADING_LENGTH, 0) : place].rpartition("\n")[2]
        return before + self.text[place : place + _HEADING_LENGTH].partition("\n")[0]

    def _index_all(self) -> None:
        self._by_surname.clear()
        self._by_word.clear()
        self._found.clear()
        for member in self._people():
            self._index(member)

    def _people(self) -> list[Member]:
        """The members, each once though several names mean it."""
        return list({id(member): member for member in self.members.values()}.values())

    def _index(self, member: Member) -> None:
        """Let a member be found by its surname and first name, or by any word of a body's name."""
        if not member.is_body:
            self._by_surname[member.surname].append(member)
        for word in sorted(words_of(member.name)) if member.is_body else [plain(member.name.split()[0])]:
            self._by_word[word].append(member)

    def _introduce(self, name: Name) -> None:
        is_body = name.is_body and not name.titles
        member = self.members.setdefault(name.key, Member(name.full, is_body))
        member.titles.update(name.titles)
        member.roles.update(self._roles(name))
        match = _ABBREVIATION.match(self.text, name.end)
        if match and _abbreviates(match[1], name.full):
            self.aliases[plain(match[1])] = member
            member.is_body = True

    def _roles(self, name: Name) -> Iterator[frozenset[str]]:
        """The roles said right before and behind a name."""
        before = _STOPS.split(self.text[max(name.start - _BEFORE, 0) : name.start].rpartition("\n")[2])[-1]
        behind = self.text[name.end : name.end + _BEHIND].partition("\n")[0]
        if (match := _ROLE_BEFORE.search(before)) and is_role(plain(match[1].split()[-1])):
            yield frozenset(words_of(match[1]))
        if (match := _ROLE_BEHIND.match(behind)) and is_role(head_of(match[1])):
            yield frozenset(words_of(match[1]))
        if name.titles:
            place = _OF_PLACE.match(behind)
            said = words_of(place[1]) if place else ()
            yield frozenset((*map(full_title, name.titles), *name.before, *said))

    def _count_pronouns(self) -> None:
        """Count which pronouns follow each person before anybody else is named."""
        edges = [*(name.start for name in self.names[1:]), len(self.text)]
        for name, edge in zip(self.names, edges, strict=False):
            member = self.find(name)[0]
            if member and not member.is_body:
                member.n_places += 1
                if name.is_in_full:
                    member.n_in_full += 1
                    member.n_as_thing += not name.titles and self._is_as_thing(name.start)
                behind = self.text[name.end : min(edge, name.end + _FOLLOWING)].partition("\n")[0]
                member.pronouns.update(_PRONOUN_SEX[match.casefold()] for match in _PRONOUN.findall(behind))
                member.titles.update(name.titles)

    def _is_as_thing(self, start: int) -> bool:
        return bool(_AS_THING.search(self.text, max(start - 5, 0), start))

    def settle(self, directory: Directory, spoken: Sequence[tuple[int, int]] = ()) -> None:
        """Take from the directory those who are named here by surname only, and what it knows of all.

        Who is named in the spans that are `spoken` is nobody whom a pronoun outside means.
        """
        self._directory = directory
        for key, member in list(self.members.items()):
            if not member.is_body:
                self._rename(key, member, directory.known(member))
        self._index_all()
        for known in self._absent(directory):
            self.members[name_key(known.name)] = Member(known.name, False, is_foreign=True)
            self._index(self.members[name_key(known.name)])
        self._found.clear()
        for member in self._people():
            known = directory.known(member)
            member.sex, member.is_likely = sex_of(member, known), known.seems_person
            if member.is_foreign:
                member.titles, member.roles = known.titles, known.roles
            for word in sorted(set().union(*member.roles)):
                self._by_role[word].append(member)
        names = self._outside(spoken)
        self.named = [(name.start, member) for name in names if (member := self.find(name)[0])]
        self._starts = [place for place, _ in self.named]

    def _outside(self, spoken: Sequence[tuple[int, int]]) -> list[Name]:
        """The names that stand neither in these spans nor alone in quotation marks, as a title does."""
        said = np.zeros(len(self.text) + 1, bool)
        for start, end in spoken:
            said[start:end] = True
        return [
            name
            for name in self.names
            if not said[name.start] and not _MARKED.match(self.text, max(name.start - 1, 0), name.end + 1)
        ]

    def _rename(self, key: str, member: Member, known: Member) -> None:
        """Give a member the name that it has in the directory, where it may be that of another one here."""
        member.name, member.is_thing = known.name, known.seems_thing
        member.is_body = member.is_thing
        other = self.members.setdefault(name_key(known.name), member)
        if other is not member:
            other.titles |= member.titles
            other.roles |= member.roles
            self.members[key] = other

    def _absent(self, directory: Directory) -> Iterator[Member]:
        """Those in the directory who are named here by surname only, each once."""
        met = set()
        for name in self.names:
            surname = plain(name.full)
            if name.is_in_full or surname in met or (name.is_body and not name.titles):
                continue
            if (found := self.find(name)[0]) and not found.is_body:
                continue
            met.add(surname)
            if known := directory.only(surname):
                yield known

    def in_role(self, said: frozenset[str], head: str) -> list[Member]:
        """Those with whose name a role was said, and bodies with all of its words in their names."""
        heads = sorted(alike(head)) if is_role(head) else []
        people = {id(one): one for word in heads for one in self._by_role.get(word, [])}
        bodies = self._by_word.get(min(said, default=""), [])
        return [
            *(one for one in people.values() if one.has_role(said, head)),
            *(one for one in bodies if one.is_body and said <= words_of(one.name)),
        ]

    @cached_property
    def interviewed(self) -> Member | None:
        """Whom an interview is with: of people with an office or a role, else of all, the one named most."""
        people = [one for one in self.members.values() if not one.is_body]
        known = words("office") | words("role")
        return max(
            people, key=lambda one: (bool(known & set().union(*one.roles)), one.n_places), default=None
        )

    def find(self, name: Name) -> tuple[Member | None, str]:
        """The member that a name means in this document, and why; None where it is nobody's or several's."""
        written = (name.full, name.titles)
        if written not in self._found:
            self._found[written] = self._look_up(name)
        return self._found[written]

    def _look_up(self, name: Name) -> tuple[Member | None, str]:
        if name.is_in_full and (shorter := self._inside(name)):
            return shorter, "full name"
        if name.key in self.members:
            return self.members[name.key], _reason_in_full(name, self.members[name.key])
        key = plain(name.full)
        if key in self.aliases:
            return self.aliases[key], "abbreviation"
        if name.is_in_full:
            return None, ""
        some = self._by_surname.get(key, [])
        if len(some) > 1 and name.titles:
            some = [member for member in some if member.titles & set(name.titles)]
        if len(some) == 1:
            return some[0], _reason(name, some[0])
        return self._of_several(key, some) if some else self._by_part(key, name.titles)

    def _of_several(self, key: str, some: list[Member]) -> tuple[Member | None, str]:
        """Of several with one surname the one whom most documents of the corpus mean by it."""
        known = self._directory.only(key) if self._directory else None
        known = known and next((one for one in some if name_key(one.name) == name_key(known.name)), None)
        return (known, "surname of several, mostly theirs") if known else (None, "")

    def _inside(self, name: Name) -> Member | None:
        """The member whose name ends a longer run of words with capitals ("Rival Mara Quill")."""
        parts = name.full.split()
        for first in range(1, len(parts) - 1):
            if member := self.members.get(name_key(" ".join(parts[first:]))):
                return member
        return None

    def _by_part(self, key: str, titles: tuple[str, ...]) -> tuple[Member | None, str]:
        """The one member with a word of its name: a person's first, any of a body's."""
        some = self._by_word.get(key, [])
        if len(some) != 1 or (some[0].is_body and titles):
            return None, ""
        return some[0], "part of the name" if some[0].is_body else "first name"

    def line_start(self, place: int) -> int:
        """Where the line begins that a place is in."""
        return self._lines[bisect_right(self._lines, place) - 1]

    def named_before(self, place: int) -> list[tuple[int, Member]]:
        """The last that is named before a place, the nearest last."""
        end = bisect_left(self._starts, place)
        return self.named[max(end - REACH, 0) : end]


def _reason_in_full(name: Name, member: Member) -> str:
    parts = {plain(part) for part in member.name.split()}
    return "full name" if plain(name.full.split()[0]) in parts else "another form of the name"


def _reason(name: Name, member: Member) -> str:
    if member.is_foreign:
        return "surname, full name in other documents"
    return "title and surname" if name.titles else "surname"


def _abbreviates(short: str, full: str) -> bool:
    """Whether the capitals of an abbreviation are, in order, those that words of a name begin with.

    >>> _abbreviates("DL", "Dockers’ League"), _abbreviates("Sel.", "Mara Quill")
    (True, False)
    """
    begins = iter([part[0] for part in full.split()])
    capitals = [letter for letter in short if letter.isupper()]
    return len(capitals) > 1 and all(letter in begins for letter in capitals)


def _is_heading(line: str) -> bool:
    """Whether most words of a line without a full stop have a capital.

    >>> _is_heading("Mayor Says The Bridge Will Stay"), _is_heading("Ada Orr left Sella.")
    (True, False)
    """
    if len(line) >= _HEADING_LENGTH or line.rstrip().endswith("."):
        return False
    capital = [word[0].isupper() for word in _LETTERS.findall(line)]
    return len(capital) >= _HEADING_WORDS and sum(capital) >= _HEADING_SHARE * len(capital)
