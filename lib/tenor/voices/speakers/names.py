"""Names as they stand in a text: where they are, what title they have, how they are compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tenor.voices.speakers.words import short_names, words

# Letters with a capital first, initials, and what joins them inside a name.
_UPPER = r"[^\W\d_a-zà-öø-ÿß]"
_SHORT = r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Rev|Cllr|Jr|Sr|St)"
_CAPITAL = rf"(?:(?:{_UPPER}\.)+|{_SHORT}\.|{_UPPER}(?:[\w’'-]*\w[’']?)?)"
_PARTICLE = r"(?:van|von|de|del|della|der|den|di|da|la|le|bin|ibn|al|el|ter|zu|af|dos|du)"
_NICKNAME = r"[“\"‘'(][^“”\"()]{1,25}[”\"’')]"
_RUN = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0-](?:{_PARTICLE}[ \u00a0])*(?:{_NICKNAME}[ \u00a0])?(?:{_CAPITAL}|&))*"
)
# A word of a run, with the nickname behind it.
_PART = re.compile(rf"[^ \u00a0]+(?:[ \u00a0]{_NICKNAME})?")
_BEFORE_APOSTROPHE = re.compile("[^'’]*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# What goes before a word with a capital that is no part of the name behind it: "Secretary of State Orr".
_OFFICE_OF = re.compile(r"(?:[Ss]ecretary|[Mm]inister) of $")


@dataclass(frozen=True)
class Name:
    """A name as written: `full` without titles and nicknames, its place, and in small letters `titles` and
    `before`, the other words with a capital before it ("Sella" in "Sella Mayor Ada Orr")."""

    full: str
    titles: tuple[str, ...]
    start: int
    end: int
    is_possessive: bool = False
    before: tuple[str, ...] = ()

    @property
    def is_in_full(self) -> bool:
        return " " in self.full

    @property
    def key(self) -> str:
        """The name as it is compared; see `name_key`."""
        return name_key(self.full)

    @property
    def is_body(self) -> bool:
        return is_body(self.full)


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """A word in small letters without full stops and possessive.

    >>> plain("Dr."), plain("Kell’s")
    ('dr', 'kell')
    """
    return _POSSESSIVE.sub("", word.casefold().replace(".", ""))


@lru_cache(maxsize=100_000)
def surname_of(full: str) -> str:
    """The last word of a name, before "Jr.", in small letters.

    >>> surname_of("Mara Quill"), surname_of("Ada T. Orr Jr.")
    ('quill', 'orr')
    """
    parts = full.split()
    return plain(parts[-2] if len(parts) > 2 and plain(parts[-1]) in _SUFFIXES else parts[-1])


@lru_cache(maxsize=100_000)
def is_body(full: str) -> bool:
    """Whether a word of a name says that it is a body, or it is an abbreviation.

    >>> is_body("Sella Museum"), is_body("SPQR"), is_body("Mara Quill")
    (True, True, False)
    """
    return full.isupper() or any(plain(part) in words("body") for part in full.split())


@lru_cache(maxsize=100_000)
def name_key(full: str) -> str:
    """A name as it is compared: without middle initials and "Jr.", with a short first name in full.

    >>> name_key("Joe T. Orr Jr."), name_key("J. T. Orr")
    ('joseph orr', 'j t orr')
    """
    first, *others = full.split()
    if len(others) > 1 and plain(others[-1]) in _SUFFIXES:
        others.pop()
    first = short_names().get(plain(first), first) if others else first
    inner = [part for part in others[:-1] if len(plain(part)) > 1 or len(plain(first)) == 1]
    return " ".join(plain(part) for part in (first, *inner, *others[-1:]))


def names_in(text: str) -> list[Name]:
    """The names in a text, in order; of words with a capital only those that can be names.

    >>> [(name.titles, name.full) for name in names_in('The mayor, Ms. Ada "Tide" Orr, left.')]
    [(('ms',), 'Ada Orr')]
    >>> [name.full for name in names_in("Perhaps Sella’s Ada Orr left on Monday.")]
    ['Sella', 'Ada Orr']
    """
    found = (_read(*piece) for match in _RUN.finditer(text) for piece in _pieces(match, text))
    return [name for name in found if name]


def _pieces(match: re.Match, text: str) -> Iterator[tuple[str, int]]:
    """The parts of a run of words with capitals that can each be a name, and where they start."""
    written, start = match[0], match.start()
    if " " in written and _OFFICE_OF.search(text, max(start - 13, 0), start):
        skipped = written.index(" ") + 1
        written, start = written[skipped:], start + skipped
    first = None
    for word in _PART.finditer(written):
        is_name = _is_part(word[0])
        if is_name and first is None:
            first = word.start()
        if first is not None and not (is_name and not _says_whose(word, written)):
            end = word.end() if is_name else word.start()
            yield written[first:end].rstrip(" \u00a0"), start + first
            first = None
    if first is not None:
        yield written[first:], start + first


def _is_part(word: str) -> bool:
    """Whether a word with a capital can be part of a name."""
    return _BEFORE_APOSTROPHE.match(word.casefold())[0] not in words("no_name") and plain(word) not in words(
        "day"
    )


def _says_whose(word: re.Match, written: str) -> bool:
    """Whether a word says whose the words behind it are, which are a name of their own: "Sella’s Ada Orr"."""
    is_possessive = word.end() < len(written) and _POSSESSIVE.search(word[0])
    return bool(is_possessive) and plain(written.split()[-1]) not in words("body")


@lru_cache(maxsize=100_000)
def _read(written: str, start: int) -> Name | None:
    whole = re.sub(_NICKNAME + r"[ \u00a0]", "", written)
    parts = _POSSESSIVE.sub("", whole).replace("\u00a0", " ").split(" ")
    before = [plain(part) for part in parts[: _count_before(parts)]]
    parts = parts[len(before) :]
    is_title = plain(parts[-1]) in words("title") and (len(parts) == 1 or parts[-1].endswith("."))
    if is_title and not before:
        return None
    titles = tuple(word for word in before if word in _titles())
    others = tuple(word for word in before if word not in titles)
    is_possessive = bool(_POSSESSIVE.search(written))
    return Name(" ".join(parts), titles, start, start + len(written), is_possessive, others)


def _count_before(parts: list[str]) -> int:
    """How many words stand before a name itself: all up to its last title, or an office or role."""
    places = [place for place, part in enumerate(parts[:-1]) if plain(part) in words("title")]
    if places:
        return places[-1] + 1
    return max(len(parts) - 2, 0) if plain(parts[0]) in words("role") | words("office") else 0


def _titles() -> frozenset[str]:
    return words("title") | words("role") | words("office")
