"""Whether words in capital letters that stand before a dash are a place: in doubt they are none."""

import re
from collections.abc import Iterable

from tenor.loading.texts.conventions.labels import FUNCTION_WORDS, LABELS, PLACE_ENDS, PLACE_STARTS, VERBS
from tenor.loading.texts.conventions.mentions import Mention, mentions
from tenor.loading.texts.conventions.names import PARTICLES
from tenor.loading.texts.lines import Line

# A place has so many words, and letters; so does a region.
_MAX_WORDS, _MIN_LETTERS = 3, 4
_NEVER_INSIDE = FUNCTION_WORDS | {"and", "be", "for", "is", "of", "on", "the", "to", "with"}
_SMALL = frozenset((*PARTICLES.split("|"), *"Ft Ft. Mt Mt. Pt Pt. St St. Ste Ste.".split()))
_WHERE = frozenset(("across", "around", "in", "near", "outside"))
_TITLES = frozenset(("dr", "mr", "mrs", "ms"))

_WORD = re.compile(r"[^ /‐‑–-]+")
_PREFIX = re.compile(r"(?:Mc|Mac|De|La|Le|Du|Di|Van|[dlDLO]['’])(?=\w)")
_POSSESSIVE = re.compile(r"['’][Ss]\b")


def words_of(place: str) -> list[str]:
    """The words of the place without its region, in small letters.

    >>> words_of("PORT SELLA/LOWMERE, Carrowe")
    ['port', 'sella', 'lowmere']
    """
    return [word.rstrip(".").lower() for word in _WORD.findall(place.partition(",")[0])]


def is_capital(place: str) -> bool:
    """Whether the place without its region is written in capital letters, but for particles and the like.

    >>> is_capital("McHATHE, Carrowe"), is_capital("Port Sella")
    (True, False)
    """
    words = [word for word in _WORD.findall(place.partition(",")[0]) if word not in _SMALL]
    return len("".join(words)) > 1 and all(_PREFIX.sub("", word, count=1).isupper() for word in words)


def is_somewhere(found: Iterable[Mention]) -> bool:
    """Whether the text says "in" or "near" it."""
    return any(mention.before in _WHERE and not mention.written.isupper() for mention in found)


def is_place(place: str, others: list[Line], *, must_be_mentioned: bool) -> bool:
    """Whether `place`, in capital letters, is one, by its words and by what the other lines say of it."""
    city, _, region = place.partition(",")
    words = words_of(place.replace(",", " "))
    inside = words[1:] if region and words[0] == "the" else words
    if not _NEVER_INSIDE.isdisjoint(inside) or _POSSESSIVE.search(place):
        return False
    if region and not must_be_mentioned:
        return len(region.split()) <= _MAX_WORDS
    found = list(mentions(city, others))
    if must_be_mentioned or is_somewhere(found):
        return is_somewhere(found) and _TITLES.isdisjoint(mention.before for mention in found)
    is_labelled = not LABELS.isdisjoint(words)
    return not is_labelled and _is_name(city, found) and not _is_headline(words, others)


def _is_name(city: str, found: list[Mention]) -> bool:
    """Whether this is neither acronym nor person nor group, and several words have a place's shape."""
    words, before = words_of(city), {mention.before for mention in found}
    if len(words) > _MAX_WORDS or min(map(len, words)) == 1 or sum(map(len, words)) < _MIN_LETTERS:
        return False
    is_acronym = bool(found) and all(mention.written.isupper() for mention in found)
    if is_acronym or not before.isdisjoint(_TITLES):
        return False
    has_shape = words[0] in PLACE_STARTS or words[-1] in PLACE_ENDS or "." in words[-1]
    return " " not in city or ((bool(found) or has_shape) and "the" not in before)


def _is_headline(words: list[str], others: list[Line]) -> bool:
    """Whether the last word is a verb, or one that the text has in small letters."""
    return words[-1] in VERBS or any(mention.written.islower() for mention in mentions(words[-1], others))
