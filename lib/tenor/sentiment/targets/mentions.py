"""Mentions of targets: where a corpus names them."""

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tenor.corpus import Corpus
from tenor.errors import UserError

_STRAIGHT = str.maketrans("‘’", "''")
_NEAREST = 3


class Span(NamedTuple):
    """A mention of a target, in characters."""

    target: str
    start: int
    end: int


class Names:
    """The names of some targets, and how they are found in texts.

    Whole words only, the longest name first, none inside another. A letter written small in a name may be a
    capital in the text, not the other way round: "the minister" is found as "The minister", "Orr" as "ORR",
    and "May" not as "may". "Orr's" mentions Orr, "Orr-Bell" does not.

    >>> Names({"Ilse Orr": ["Orr"]}).find("Ilse Orr met Orr’s aides; Orrin left.")
    [Span(target='Ilse Orr', start=0, end=8), Span(target='Ilse Orr', start=13, end=16)]
    """

    def __init__(self, targets: Mapping[str, Sequence[str]]):
        self._targets: dict[str, str] = {}
        for target, aliases in targets.items():
            for name in (target, *aliases):
                self._add(target, " ".join(name.translate(_STRAIGHT).split()))
        names = sorted(self._targets, key=lambda name: (-len(name), name))
        self._numbered = dict(enumerate(names))
        written = "|".join(f"(?P<n{number}>{_pattern(name)})" for number, name in self._numbered.items())
        self._pattern = re.compile(rf"(?<![\w-])(?:{written})(?!-?\w)")

    def _add(self, target: str, name: str) -> None:
        other = self._targets.setdefault(name, target)
        if other != target:
            raise UserError(f"{name!r} names two targets, {other!r} and {target!r}; give it to one of them")

    def find(self, text: str) -> list[Span]:
        """The mentions in `text`, in order."""
        spans = []
        for match in self._pattern.finditer(text.translate(_STRAIGHT)):
            name = self._numbered[int(match.lastgroup[1:])]
            spans.append(Span(self._targets[name], *match.span()))
        return spans


def _pattern(name: str) -> str:
    letters = []
    for letter in name:
        upper = letter.upper()
        if letter == " ":
            letters.append(r"\s+")
        elif letter.islower() and len(upper) == 1:
            letters.append(f"[{letter}{upper}]")
        else:
            letters.append(re.escape(letter))
    return "".join(letters)


def check_targets(target: object, aliases: object) -> dict[str, list[str]]:
    """The targets and their aliases, from what `towards` takes.

    Raises
    ------
    UserError
        If a target or alias is no text or empty, or the aliases are no list.

    >>> check_targets("Ilse Orr", ["Ms Orr"])
    {'Ilse Orr': ['Ms Orr']}
    """
    if isinstance(target, Mapping):
        if aliases:
            raise UserError(
                "aliases are given beside a dict of targets; give them in the dict: {target: aliases}"
            )
        targets = dict(target)
    else:
        targets = {target: aliases}
    return {_name("target", name): _aliases(name, others) for name, others in targets.items()}


def _aliases(target: object, aliases: object) -> list[str]:
    if isinstance(aliases, str) or not isinstance(aliases, Sequence):
        raise UserError(
            f"aliases of {target!r} = {aliases!r} is {type(aliases).__name__}; give a list of names, such as "
            '["Ms Orr", "the minister"]'
        )
    return [_name(f"an alias of {target!r}", alias) for alias in aliases]


def _name(what: str, name: object) -> str:
    if not isinstance(name, str) or not re.search(r"\w", name):
        raise UserError(f"{what} = {name!r} is no name; give words as they stand in the texts")
    return name


def nearest_terms(corpus: Corpus, target: str) -> list[str]:
    """Terms of the vocabulary that are written nearly like a word of `target`, the nearest first."""
    terms = corpus.vocabulary.loc[corpus.vocabulary["is_word"], "term"].tolist()
    found: list[str] = []
    for word in target.split():
        similar = [term for term in terms if term[:1].lower() == word[:1].lower()]
        found += difflib.get_close_matches(word, similar, n=_NEAREST)
        found += difflib.get_close_matches(word.lower(), similar, n=_NEAREST)
    return list(dict.fromkeys(found))[:_NEAREST]
