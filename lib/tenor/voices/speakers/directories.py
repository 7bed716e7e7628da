"""Who is named in full in a corpus, and what all of its documents say of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tenor.voices.speakers.members import Member
from tenor.voices.speakers.names import name_key
from tenor.voices.speakers.words import alike, is_role

# A surname that several have means the one whom this share of the documents mean that name one of them in
# full, and so many times as many as the next.
_COMMON, _TIMES = 0.6, 3


class Directory:
    """Who is named in full in the documents of a corpus."""

    def __init__(self, casts: Iterable[Mapping[str, Member]]):
        self._by_surname: dict[str, dict[str, Member]] = defaultdict(dict)
        for cast in casts:
            for member in cast.values():
                if not member.is_body:
                    self._add(member)
        self._shorter = dict(self._find_shorter())
        self._only: dict[str, Member | None] = {}
        self._by_role: dict[str, list[Member]] = defaultdict(list)
        for member in (one for kin in self._by_surname.values() for one in kin.values()):
            for word in set().union(*member.roles):
                self._by_role[word].append(member)

    def _add(self, member: Member) -> None:
        key = name_key(member.name)
        known = self._by_surname[member.surname].setdefault(key, Member(member.name, False))
        known.titles |= member.titles
        known.roles |= member.roles
        known.pronouns.update(member.pronouns)
        known.n_places += member.n_places
        known.n_in_full += member.n_in_full
        known.n_as_thing += member.n_as_thing
        known.n_documents += 1
        known.forms[member.name] += 1
        known.name = max(known.forms.items(), key=lambda pair: pair[1])[0]

    def _find_shorter(self) -> Iterator[tuple[str, str]]:
        """The keys of names that are a more common name with something added, each with that of the latter:
        "Rival Mara Quill", and "Mara Ann Quill" where there is one such."""
        for some in self._by_surname.values():
            inner = Counter(_without_inner(key) for key in some)
            for key, member in some.items():
                parts = member.name.split()
                tails = [name_key(" ".join(parts[first:])) for first in range(1, len(parts) - 1)]
                short = _without_inner(key)
                if short != key and inner[short] == 1 + (short in some):
                    tails.append(short)
                for other in tails:
                    if other in some and some[other].n_documents >= member.n_documents:
                        yield key, other
                        break

    def known(self, member: Member) -> Member:
        """What all documents say of a person."""
        key = name_key(member.name)
        return self._by_surname.get(member.surname, {}).get(self._shorter.get(key, key), member)

    def only(self, surname: str) -> Member | None:
        """The one person with a surname, or the one whom most documents mean that name one in full."""
        if surname not in self._only:
            self._only[surname] = self._find_only(surname)
        return self._only[surname]

    def _find_only(self, surname: str) -> Member | None:
        some = self._by_surname.get(surname, {})
        people = [one for key, one in some.items() if key not in self._shorter and not one.seems_thing]
        if not people:
            return None
        first, *others = sorted(people, key=lambda one: -one.n_documents)
        is_common = first.n_documents >= _COMMON * sum(one.n_documents for one in people)
        is_far = not others or first.n_documents >= _TIMES * others[0].n_documents
        return first if is_common and is_far else None

    def only_in_role(self, said: set[str], head: str) -> Member | None:
        """The one person with a role of two words or more."""
        if len(said) < 2 or not is_role(head):
            return None
        near = {id(one): one for word in sorted(alike(head)) for one in self._by_role.get(word, [])}
        some = [one for one in near.values() if one.has_role(said, head)]
        return some[0] if len(some) == 1 else None


def _without_inner(key: str) -> str:
    """The first and the last word of a name."""
    first, *others = key.split()
    return " ".join([first, *others[-1:]])
