"""The cast of a document: the people and bodies that it names, with titles, roles and places."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tenor.voices.speakers.mentions import Name, head_of, name_key, names_in, plain, words_of
from tenor.voices.speakers.words import words

# So many characters before and behind a name are searched for a role.
_BEFORE, _BEHIND = 60, 90
# So far behind a name its pronouns are counted; so many, and so large a share, tell which is its own.
_FOLLOWING, _FEWEST, _MOST = 160, 2, 0.7
# A surname that several have means the one whom this share of the documents mean that name one of them in
# full, and so many times as many as the next.
_COMMON, _TIMES = 0.6, 3
# So far back, in names, a pronoun or a role may reach.
REACH = 12
_PRONOUN = re.compile(r"\b(?:he|his|him|himself|she|her|hers|herself)\b", re.IGNORECASE)
_PRONOUN_SEX = dict.fromkeys(("he", "his", "him", "himself"), "he")
_PRONOUN_SEX |= dict.fromkeys(("she", "her", "hers", "herself"), "she")
_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z&.]{1,9})\)")
_ROLE_BEFORE = re.compile(r"((?:[\w’'-]+ ){0,3}[\w’'-]+),? $")
_ROLE_BEHIND = re.compile(r"^, (?:the |a |an |its |his |her |their )?([^,.;:“”\"()]{3,80})")
_STOPS = re.compile(r"[.;:“”\"]")


@dataclass
class Figure:
    """Somebody or something with a name, in a document: a person or a body."""

    name: str
    is_body: bool
    titles: set[str] = field(default_factory=set)
    roles: set[frozenset[str]] = field(default_factory=set)
    pronouns: Counter = field(default_factory=Counter)
    forms: Counter = field(default_factory=Counter)
    n_places: int = 0
    n_documents: int = 0
    sex: str = ""
    is_foreign: bool = False

    @property
    def surname(self) -> str:
        return plain(Name(self.name, (), 0, 0).surname)

    @property
    def is_official(self) -> bool | None:
        """Whether a public office speaks; None where neither a role nor a title tells."""
        known = self.titles.union(*self.roles)
        if known & words("office"):
            return True
        return False if known & words("role") else None

    def has_role(self, said: set[str], head: str) -> bool:
        """Whether a role with this head, and no other words than these, was said with the name."""
        alike = words("synonym") if head in words("synonym") else {head}
        return any(role & alike and said - alike <= role for role in self.roles)


class Directory:
    """Who is named in full in the documents of a corpus."""

    def __init__(self, casts: Iterable["Cast"]):
        self._by_surname: dict[str, dict[str, Figure]] = defaultdict(dict)
        for cast in casts:
            for figure in cast.figures.values():
                if not figure.is_body:
                    self._add(figure)
        self._only: dict[str, Figure | None] = {}
        self._by_role: dict[str, list[Figure]] = defaultdict(list)
        for figure in (one for kin in self._by_surname.values() for one in kin.values()):
            for word in set().union(*figure.roles):
                self._by_role[word].append(figure)

    def _add(self, figure: Figure) -> None:
        key = name_key(figure.name)
        known = self._by_surname[figure.surname].setdefault(key, Figure(figure.name, False))
        known.titles |= figure.titles
        known.roles |= figure.roles
        known.pronouns.update(figure.pronouns)
        known.n_places += figure.n_places
        known.n_documents += 1
        known.forms[figure.name] += 1
        known.name = max(known.forms.items(), key=lambda pair: pair[1])[0]

    def known(self, figure: Figure) -> Figure:
        """What all documents say of a person."""
        return self._by_surname.get(figure.surname, {}).get(name_key(figure.name), figure)

    def only(self, surname: str) -> Figure | None:
        """The one person with a surname, or the one whom most documents mean that name one in full."""
        if surname not in self._only:
            self._only[surname] = self._find_only(surname)
        return self._only[surname]

    def _find_only(self, surname: str) -> Figure | None:
        some = self._by_surname.get(surname, {})
        people = [
            one
            for key, one in some.items()
            if not any(key != other and key.endswith(" " + other) for other in some)
        ]
        if not people:
            return None
        first, *others = sorted(people, key=lambda one: -one.n_documents)
        is_common = first.n_documents >= _COMMON * sum(one.n_documents for one in people)
        is_far = not others or first.n_documents >= _TIMES * others[0].n_documents
        return first if is_common and is_far else None

    def only_in_role(self, said: set[str], head: str) -> Figure | None:
        """The one person with a role of two words or more."""
        if len(said) < 2:
            return None
        alike = words("synonym") if head in words("synonym") else {head}
        near = {id(one): one for word in sorted(alike) for one in self._by_role.get(word, [])}
        some = [one for one in near.values() if one.has_role(said, head)]
        return some[0] if len(some) == 1 else None


class Cast:
    """The figures of a document, and where each is named."""

    def __init__(self, text: str):
        self.text = text
        self.figures: dict[str, Figure] = {}
        self.aliases: dict[str, Figure] = {}
        self._found: dict[tuple, tuple[Figure | None, str]] = {}
        self._directory: Directory | None = None
        self.names = [name for name in names_in(text) if "\n" not in text[name.start : name.end]]
        for name in self.names:
            if " " in name.full:
                self._introduce(name)
        self._by_surname: dict[str, list[Figure]] = defaultdict(list)
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._by_role: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures.values():
            self._index(figure)
        self._count_pronouns()
        self._found.clear()

    def _index(self, figure: Figure) -> None:
        """Let a figure be found by its surname and first name, or by any word of a body's name."""
        if not figure.is_body:
            self._by_surname[figure.surname].append(figure)
        for word in sorted(words_of(figure.name)) if figure.is_body else [plain(figure.name.split()[0])]:
            self._by_word[word].append(figure)

    def _introduce(self, name: Name) -> None:
        is_body = name.is_body and not name.titles
        figure = self.figures.setdefault(name.key, Figure(name.full, is_body))
        figure.titles.update(name.titles)
        figure.roles.update(self._roles(name))
        if match := _ABBREVIATION.match(self.text, name.end):
            self.aliases[plain(match[1])] = figure
            figure.is_body = True

    def _roles(self, name: Name) -> Iterator[frozenset[str]]:
        """The roles said right before and behind a name."""
        before = _STOPS.split(self.text[max(name.start - _BEFORE, 0) : name.start].rpartition("\n")[2])[-1]
        behind = self.text[name.end : name.end + _BEHIND].partition("\n")[0]
        known = words("office") | words("role") | words("synonym")
        if (match := _ROLE_BEFORE.search(before)) and plain(match[1].split()[-1]) in known:
            yield frozenset(words_of(match[1]))
        if (match := _ROLE_BEHIND.match(behind)) and head_of(match[1]) in known:
            yield frozenset(words_of(match[1]))
        if name.titles:
            yield frozenset(name.titles)

    def _count_pronouns(self) -> None:
        """Count which pronouns follow each person before anybody else is named."""
        edges = [*(name.start for name in self.names[1:]), len(self.text)]
        for name, edge in zip(self.names, edges, strict=False):
            figure = self.find(name)[0]
            if figure and not figure.is_body:
                figure.n_places += 1
                behind = self.text[name.end : min(edge, name.end + _FOLLOWING)].partition("\n")[0]
                figure.pronouns.update(_PRONOUN_SEX[match.casefold()] for match in _PRONOUN.findall(behind))
                figure.titles.update(name.titles)

    def settle(self, directory: Directory) -> None:
        """Take from the directory those who are named here by surname only, and what it knows of all."""
        self._directory = directory
        self._found.clear()
        for known in self._absent(directory):
            self.figures[name_key(known.name)] = Figure(known.name, False, is_foreign=True)
            self._index(self.figures[name_key(known.name)])
        self._found.clear()
        for figure in self.figures.values():
            known = directory.known(figure)
            figure.name = known.name
            figure.sex = sex_of(figure, known)
            if figure.is_foreign:
                figure.titles, figure.roles = known.titles, known.roles
            for word in sorted(set().union(*figure.roles)):
                self._by_role[word].append(figure)
        self.named = [(name.start, figure) for name in self.names if (figure := self.find(name)[0])]
        self._starts = [place for place, _ in self.named]

    def _absent(self, directory: Directory) -> Iterator[Figure]:
        """Those in the directory who are named here by surname only, each once."""
        met = set()
        for name in self.names:
            surname = plain(name.full)
            if " " in name.full or surname in met or (name.is_body and not name.titles) or self.find(name)[0]:
                continue
            met.add(surname)
            if known := directory.only(surname):
                yield known

    def in_role(self, said: frozenset[str], head: str) -> list[Figure]:
        """Those with whose name a role was said, and bodies with all of its words in their names."""
        alike = words("synonym") if head in words("synonym") else {head}
        people = {id(one): one for word in sorted(alike) for one in self._by_role.get(word, [])}
        bodies = self._by_word.get(min(said, default=""), [])
        return [
            *(one for one in people.values() if one.has_role(said, head)),
            *(one for one in bodies if one.is_body and said <= words_of(one.name)),
        ]

    @cached_property
    def interviewed(self) -> Figure | None:
        """Whom an interview is with: of people with an office or a role, else of all, the one named most."""
        people = [one for one in self.figures.values() if not one.is_body]
        known = words("office") | words("role")
        return max(
            people, key=lambda one: (bool(known & set().union(*one.roles)), one.n_places), default=None
        )

    def find(self, name: Name) -> tuple[Figure | None, str]:
        """The figure that a name means in this document, and why; None where it is nobody's or several's."""
        written = (name.full, name.titles)
        if written not in self._found:
            self._found[written] = self._look_up(name)
        return self._found[written]

    def _look_up(self, name: Name) -> tuple[Figure | None, str]:
        if " " in name.full and (shorter := self._inside(name)):
            return shorter, "full name"
        if name.key in self.figures:
            return self.figures[name.key], "full name"
        key = plain(name.full)
        if key in self.aliases:
            return self.aliases[key], "abbreviation"
        if " " in name.full:
            return None, ""
        some = self._by_surname.get(key, [])
        if len(some) > 1 and name.titles:
            some = [figure for figure in some if figure.titles & set(name.titles)]
        if len(some) == 1:
            return some[0], _reason(name, some[0])
        return self._of_several(key, some) if some else self._by_part(key)

    def _of_several(self, key: str, some: list[Figure]) -> tuple[Figure | None, str]:
        """Of several with one surname the one whom most documents of the corpus mean by it."""
        known = self._directory.only(key) if self._directory else None
        known = known and next((one for one in some if name_key(one.name) == name_key(known.name)), None)
        return (known, "surname of several, mostly theirs") if known else (None, "")

    def _inside(self, name: Name) -> Figure | None:
        """The figure whose name ends a longer run of words with capitals ("Rival Mara Quill")."""
        parts = name.full.split()
        for first in range(1, len(parts) - 1):
            if figure := self.figures.get(name_key(" ".join(parts[first:]))):
                return figure
        return None

    def _by_part(self, key: str) -> tuple[Figure | None, str]:
        """The one figure with a word of its name: a person's first, any of a body's."""
        some = self._by_word.get(key, [])
        if len(some) != 1:
            return None, ""
        return some[0], "part of the name" if some[0].is_body else "first name"

    def named_before(self, place: int) -> list[tuple[int, Figure]]:
        """The last that is named before a place, the nearest last."""
        end = bisect_left(self._starts, place)
        return self.named[max(end - REACH, 0) : end]


def _reason(name: Name, figure: Figure) -> str:
    if figure.is_foreign:
        return "surname, full name in other documents"
    return "title and surname" if name.titles else "surname"


def sex_of(figure: Figure, known: Figure) -> str:
    """The pronoun that titles, roles and the pronouns near a name tell, "" where they tell none."""
    for one in (figure, known):
        said = one.titles.union(*one.roles)
        if bool(said & words("woman")) != bool(said & words("man")):
            return "she" if said & words("woman") else "he"
    for one in (known, figure):
        (sex, n), total = (
            max(one.pronouns.items(), key=lambda pair: pair[1], default=("", 0)),
            one.pronouns.total(),
        )
        if n >= _FEWEST and n >= _MOST * total:
            return sex
    return ""
