"""What a mention says of whom it means: whose name, which role, how many."""

import re
from functools import lru_cache
from itertools import pairwise

from tenor.voices.speakers.names import Name, names_in, plain
from tenor.voices.speakers.words import words

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ADDITION = re.compile(
    r",| \(| [-–—] | (?:of|for|at|in|from|on|with|who|which|that|close|familiar|to|near|down|by|aged|seen"
    r"|shown|published|released|conducted|issued|during|after|before|as|told)(?: |$)"
    rf"|(?<!\ba)(?<!\bthe) {DAY}\b"
)
_APPOSED = re.compile(r"[^,]+?(?:,| [–—]) ([^,]+)")
_APPOSITION = re.compile(r",| \(| [-–—] ")
# What may stand between an office and a name: "secretary of state Mara Quill".
_OFFICE_OF = re.compile(r"[^,]*?\b(?:secretary|minister) of (?!the |a |an )[a-zà-ÿ]+ (?=[A-Z])")
ARTICLE = re.compile(r"^(?:the|a|an|this|that|its|our|their|his|her) ", re.IGNORECASE)
_PRONOUNS = frozenset("he she they it i we you him her them his their my our your".split())
_PRONOUN_AND = re.compile(r"(?:he|she|they|it) and ", re.IGNORECASE)
_SMALL = frozenset("the a an of and for in at".split())
_WORD = re.compile(r"[\w’'&.-]*\w")


def head_of(mention: str) -> str:
    """The main word of a mention without a name: that before "of", "for", a comma or "who".

    >>> head_of("The harbour minister of Sella"), head_of("two witnesses, who ran")
    ('minister', 'witnesses')
    """
    found = _WORD.findall(without_addition(mention))
    return plain(found[-1]) if found else ""


def without_addition(mention: str) -> str:
    """A mention up to its first comma, bracket, dash, preposition, relative clause or day.

    >>> without_addition("Officials in Sella, who left"), without_addition("Ada Orr (R) on Friday")
    ('Officials', 'Ada Orr')
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


def own_name(mention: str) -> Name | None:
    """The name that a mention may mean, None for none.

    It ends the words before the first comma or preposition, follows an office ("secretary of state Mara
    Quill"), or is all that stands behind the comma ("the mayor, Mara Quill"). A name before another word only
    says whose or which ("the Orr campaign"), and two names are nobody's.

    >>> [name and name.full for name in map(own_name, ("the mayor, Mara Quill", "the Orr campaign"))]
    ['Mara Quill', None]
    """
    if is_common(mention):
        return None
    office = _OFFICE_OF.match(mention)
    head = without_addition(mention[office.end() :] if office else mention).rstrip("”\"’') ")
    if is_pair(head):
        return None
    apposed = _APPOSED.match(mention)
    behind = _name_at_end(without_addition(apposed[1])) if apposed else None
    return _name_at_end(head) or (behind if behind and behind.start == 0 else None)


def is_common(mention: str) -> bool:
    """Whether a mention is of some people or things, though with a capital.

    >>> is_common("Many Sellans"), is_common("Critics"), is_common("Quills")
    (True, True, False)
    """
    first, *others = [plain(word) for word in mention.split()] or [""]
    return first in words("number") or (not others and bool({first, first.removesuffix("s")} & _common()))


def _common() -> frozenset[str]:
    return words("record") | words("people") | words("role") | words("office")


def _name_at_end(said: str) -> Name | None:
    """The name that ends some words, unless it only says whose: "the mayor, Orr’s"."""
    for name in names_in(said)[-1:]:
        is_own = not name.is_possessive or name.start == 0 or name.is_in_full or name.titles
        if name.end >= len(said) and is_own:
            return name
    return None


def is_pair(said: str) -> bool:
    """Whether two names, or a pronoun and a name, stand in some words with "and" between them.

    >>> is_pair("Mara Quill and Ms Orr"), is_pair("he and Ms Orr"), is_pair("Mara Quill")
    (True, True, False)
    """
    return bool(_PRONOUN_AND.match(said)) or any(
        said[one.end : other.start].strip() in ("and", "and the") for one, other in pairwise(names_in(said))
    )


def is_only(name: Name, mention: str) -> bool:
    """Whether a mention says no more than a name before its comma; a body may have an article."""
    said = _APPOSITION.split(mention, maxsplit=1)[0]
    said = ARTICLE.sub("", said) if name.is_body else said
    return len(said.split()) == len(name.full.split())
