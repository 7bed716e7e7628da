"""What a mention says of whom it names: a name, a title, a role, a number of people."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tenor.voices.speakers.words import words

# Letters with a capital first, initials, and what joins them inside a name.
_UPPER = r"[^\W\d_a-zà-öø-ÿß]"
_SHORT = r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Rev|Cllr|Jr|Sr|St)"
_CAPITAL = rf"(?:(?:{_UPPER}\.)+|{_SHORT}\.|{_UPPER}(?:[\w’'-]*\w[’']?)?)"
_PARTICLE = r"(?:van|von|de|del|della|der|den|di|da|la|le|bin|ibn|al|el|ter|zu|af|dos|du)"
_NICKNAME = r"[“\"‘'(][^“”\"()]{1,25}[”\"’')]"
NAME = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0-](?:{_PARTICLE}[ \u00a0])*(?:{_NICKNAME}[ \u00a0])?(?:{_CAPITAL}|&))*"
)
_NOT_FIRST = frozenset(
    (
        "the a an in on at by for from with as but and or if when while after before since during according "
        "although this that these those our my his her its their one two three some many most no not last "
        "next both each every he she they it we i you who what there here yes so then now still even "
        "only just also another other"
    ).split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PRONOUNS = frozenset("he she they it i we you him her them his their my our your".split())
_ADDITION = re.compile(
    r",| (?:of|for|at|in|from|on|with|who|which|that|close|familiar|to|near|down|by|aged|seen|shown"
    r"|published) "
)
_SMALL = frozenset("the a an of and for in at".split())
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_WORD = re.compile(r"[\w’'&.-]*\w")


@dataclass(frozen=True)
class Name:
    """A name as written: `full` without titles and nicknames, `titles` in small letters, its place."""

    full: str
    titles: tuple[str, ...]
    start: int
    end: int
    is_possessive: bool = False

    @property
    def surname(self) -> str:
        parts = self.full.split()
        return parts[-2] if len(parts) > 2 and plain(parts[-1]) in _SUFFIXES else parts[-1]

    @property
    def given(self) -> str:
        return self.full.split()[0] if " " in self.full else ""

    @property
    def key(self) -> str:
        """The name in small letters without middle initials, which people leave out."""
        return name_key(self.full)

    @property
    def is_body(self) -> bool:
        """Whether a word of it says that it is a body ("Museum", "Office")."""
        return any(plain(part) in words("body") for part in self.full.split()) or self.full.isupper()


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """A word in small letters without full stops and possessive.

    >>> plain("Dr."), plain("Kell’s")
    ('dr', 'kell')
    """
    return _POSSESSIVE.sub("", word.casefold().replace(".", ""))


@lru_cache(maxsize=100_000)
def name_key(full: str) -> str:
    """A name as it is compared: "J. T. Orr" is itself, "Ada T. Orr" is "ada orr".

    >>> name_key("Ada T. Orr"), name_key("J. T. Orr")
    ('ada orr', 'j t orr')
    """
    first, *others = full.split()
    inner = [part for part in others[:-1] if len(plain(part)) > 1 or len(plain(first)) == 1]
    return " ".join(plain(part) for part in (first, *inner, *others[-1:]))


def names_in(text: str) -> list[Name]:
    """The names in a text, in order; of words with a capital only those that can be names.

    >>> [(name.titles, name.full) for name in names_in('The mayor, Ms. Ada "Tide" Orr, left.')]
    [(('ms',), 'Ada Orr')]
    """
    return [name for match in NAME.finditer(text) if (name := _read(match[0], match.start()))]


@lru_cache(maxsize=100_000)
def _read(written: str, start: int) -> Name | None:
    whole = re.sub(_NICKNAME + r"[ \u00a0]", "", written)
    parts = _POSSESSIVE.sub("", whole).replace("\u00a0", " ").split(" ")
    while parts and plain(parts[0]) in _NOT_FIRST:
        parts.pop(0)
    titles = []
    if places := [place for place, part in enumerate(parts[:-1]) if plain(part) in words("title")]:
        titles = [plain(part) for part in parts[: places[-1] + 1] if plain(part) in words("title")]
        parts = parts[places[-1] + 1 :]
    if not parts or (not titles and len(parts) == 1 and plain(parts[0]) in words("title")):
        return None
    is_possessive = bool(_POSSESSIVE.search(written))
    return Name(" ".join(parts), tuple(titles), start, start + len(written), is_possessive)


def head_of(mention: str) -> str:
    """The main word of a mention without a name: that before "of", "for", a comma or "who".

    >>> head_of("The harbour minister of Sella"), head_of("two witnesses, who ran")
    ('minister', 'witnesses')
    """
    found = _WORD.findall(without_addition(mention))
    return plain(found[-1]) if found else ""


def without_addition(mention: str) -> str:
    """A mention up to its first comma, preposition or relative clause.

    >>> without_addition("Officials in Sella, who left")
    'Officials'
    """
    return _ADDITION.split(mention, maxsplit=1)[0].rstrip()


@lru_cache(maxsize=100_000)
def words_of(mention: str) -> frozenset[str]:
    """The words of a mention in small letters, without articles.

    >>> sorted(words_of("The harbour minister"))
    ['harbour', 'minister']
    """
    return frozenset(plain(word) for word in _WORD.findall(mention)) - _SMALL


def is_pronoun(mention: str) -> bool:
    """Whether a mention is only a pronoun, with or without its verb ("He’s")."""
    return re.split("['’]", mention.casefold())[0] in _PRONOUNS
