"""Lines joined to one, and the words made whole that a line end parts."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_LETTER = r"[^\W\d_]"
_COMPOUND = re.compile(rf"(?<!{_LETTER}){_LETTER}+(?:[-\u2010]{_LETTER}+)+")
_PARTED = re.compile(rf"(?:^|.*?[^-\u2010\w])((?:{_LETTER}+[-\u2010])*)({_LETTER}+)[-\u2010\u00ad]")
_BEGINNING = re.compile(rf"({_LETTER}+)([-\u2010]?)")
_SOFT = "\u00ad"
# Signs that need no space behind them where none stands before them.
_DASHES = ("-", "\u2010", "\u2013", "\u2014", "/", _SOFT)
# "two- and three-year terms": the hyphen stands for a word that follows.
_AND = {"and", "or", "und", "oder", "och", "eller"}


class Hyphens:
    """Joins the lines of a document; `n_joined` counts the words made whole.

    `lines` are all lines of the document.
    """

    def __init__(self, lines: Iterable[str]):
        found = (word for line in lines for word in _COMPOUND.findall(line))
        self._compounds = {word.replace("\u2010", "-").lower() for word in found}
        self.n_joined = 0

    def join(self, lines: Sequence[str]) -> str:
        """Lines as one, with spaces between them unless a word goes on.

        A hyphen at the end of a line goes where a small letter follows, and stays in compounds: where the
        word has another one, or stands with it inside a line of the document. A soft hyphen always goes.

        >>> hyphens = Hyphens(["a nine-hour shift"])
        >>> hyphens.join(["the nine-", "hour day of the har-", "bour"]), hyphens.n_joined
        ('the nine-hour day of the harbour', 1)
        """
        ends = [self._end(line, following) for line, following in pairwise(lines)]
        return "".join([*ends, *lines[-1:]])

    def _end(self, line: str, following: str) -> str:
        """The line with what stands between it and the following one."""
        if not line.endswith(_DASHES) or not line[-2:-1].isalnum():
            return f"{line} "
        parted = _PARTED.fullmatch(line)
        rest = _BEGINNING.match(following)
        if not parted or not rest:
            return line
        if rest[1] in _AND:
            return f"{line} "
        if line[-1] != _SOFT and (parted[1] or rest[2] or self._is_compound(parted[2], rest[1])):
            return line
        self.n_joined += 1
        return line[:-1]

    def _is_compound(self, head: str, rest: str) -> bool:
        return not rest[0].islower() or f"{head}-{rest}".lower() in self._compounds
