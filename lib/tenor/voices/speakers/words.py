"""Words that tell what a speaker is: offices, roles, bodies, titles."""

from functools import cache
from importlib.resources import files


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in `words.tsv`, in small letters.

    >>> "minister" in words("office"), "museum" in words("body")
    (True, True)
    """
    return frozenset(_listed()[kind].split())


@cache
def is_role(word: str) -> bool:
    """Whether a word is that of an office or another role.

    >>> is_role("minister"), is_role("campaign")
    (True, False)
    """
    return word in words("office") | words("role") | words("synonym")


@cache
def alike(head: str) -> frozenset[str]:
    """The words that are said of the same role as a head is.

    >>> "leader" in alike("boss"), sorted(alike("baker"))
    (True, ['baker'])
    """
    return words("synonym") if head in words("synonym") else frozenset((head,))


@cache
def short_names() -> dict[str, str]:
    """The full first name of each short one that is nearly always that of one name.

    >>> short_names()["joe"]
    'joseph'
    """
    return dict(pair.split("=") for pair in _listed()["short"].split())


@cache
def full_title(title: str) -> str:
    """The word that a title is short for, else the title.

    >>> full_title("gov"), full_title("mayor")
    ('governor', 'mayor')
    """
    return dict(pair.split("=") for pair in _listed()["short_title"].split()).get(title, title)


@cache
def _listed() -> dict[str, str]:
    lines = files("tenor.voices.speakers").joinpath("words.tsv").read_text("utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)
