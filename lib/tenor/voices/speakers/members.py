"""A member of a document's cast: a person or a body with a name, and what is said of it."""

from collections import Counter
from dataclasses import dataclass, field

from tenor.voices.speakers.names import surname_of
from tenor.voices.speakers.words import alike, words

# So many pronouns behind a name, and so large a share of them, tell which is its own.
_FEWEST, _MOST = 2, 0.7
# A thing's name has "the" or "in" before it in so large a share of its places; it has so few roles for each.
_AS_THING, _FEW_ROLES = 0.2, 0.1


@dataclass
class Member:
    """Somebody or something with a name, in a document: a person or a body."""

    name: str
    is_body: bool
    titles: set[str] = field(default_factory=set)
    roles: set[frozenset[str]] = field(default_factory=set)
    pronouns: Counter = field(default_factory=Counter)
    forms: Counter = field(default_factory=Counter)
    n_places: int = 0
    n_in_full: int = 0
    n_as_thing: int = 0
    n_documents: int = 0
    sex: str = ""
    is_foreign: bool = False
    is_thing: bool = False
    is_likely: bool = False

    @property
    def surname(self) -> str:
        return surname_of(self.name)

    @property
    def is_official(self) -> bool | None:
        """Whether a public office speaks; None where neither a role nor a title tells."""
        known = self.titles.union(*self.roles)
        if known & words("office"):
            return True
        return False if known & words("role") else None

    @property
    def seems_thing(self) -> bool:
        """Whether its name often has an article, or something is in it, and hardly ever a title or a role."""
        is_often = self.n_as_thing >= _FEWEST and self.n_as_thing >= _AS_THING * self.n_in_full
        return is_often and not self.titles and len(self.roles) <= _FEW_ROLES * self.n_in_full

    @property
    def seems_person(self) -> bool:
        """Whether it has a title, a role or a pronoun, or is named by its surname, as only people are."""
        return bool(self.titles or self.roles or self.pronouns or self.n_places > self.n_in_full)

    def has_role(self, said: set[str], head: str) -> bool:
        """Whether a role with this head, and no other words than these, was said with the name."""
        heads = alike(head)
        return any(role & heads and said - heads <= role for role in self.roles)


def sex_of(member: Member, known: Member) -> str:
    """The pronoun that titles, roles and the pronouns near a name tell, "" where they tell none."""
    for one in (member, known):
        said = one.titles.union(*one.roles)
        if bool(said & words("woman")) != bool(said & words("man")):
            return "she" if said & words("woman") else "he"
    for one in (known, member):
        (sex, n), total = (
            max(one.pronouns.items(), key=lambda pair: pair[1], default=("", 0)),
            one.pronouns.total(),
        )
        if n >= _FEWEST and n >= _MOST * total:
            return sex
    return ""
