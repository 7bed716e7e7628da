"""Words that tell what a speaker is: offices, roles, bodies, titles."""

from functools import cache
from importlib.resources import files


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in `words.tsv`, in small letters.

    >>> "minister" in words("office"), "museum" in words("body")
    (True, True)
    """
    lines = files("tenor.voices.speakers").joinpath("words.tsv").read_text("utf-8").splitlines()[1:]
    listed = dict(line.split("\t") for line in lines)
    return frozenset(listed[kind].split())
