"""What the tagger knows of words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

# What stands for every word with a capital that is no word of the lexicon, which holds no names.
NAME = "<name>"
# The bounds of the bins of shares.
_BINS = (0.01, 0.03, 0.1, 0.25, 0.5, 0.75)
_RUNS = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Lexicon:
    """Words, stems, endings and shapes, each numbered from 1 in order; 0 is unknown.

    Endings are the last three letters of a word, "-" and the last two, "+" and the first four. `cues` and
    `sources` have for each word the bin of the share of its uses that are in a cue or in a speaker's mention,
    `stem_cues` for each stem that of cues.
    """

    words: Sequence[str]
    stems: Sequence[str]
    suffixes: Sequence[str]
    shapes: Sequence[str]
    cues: np.ndarray
    sources: np.ndarray
    stem_cues: np.ndarray

    @cached_property
    def numbers(self) -> tuple[Mapping[str, int], ...]:
        """The numbers of words, stems, endings and shapes."""
        kinds = (self.words, self.stems, self.suffixes, self.shapes)
        return tuple({name: number for number, name in enumerate(names, 1)} for names in kinds)

    def number_of(self, form: str) -> int:
        """The number of a word as written; names have one in common.

        >>> lexicon = Lexicon(["rain", NAME], [], [], [], *(np.zeros(2),) * 3)
        >>> lexicon.number_of("Rain"), lexicon.number_of("Quill"), lexicon.number_of("quill")
        (1, 2, 0)
        """
        words = self.numbers[0]
        return words.get(lower(form)) or (words[NAME] if form[:1].isupper() else 0)


def lower(form: str) -> str:
    """A word in small letters, with a straight apostrophe."""
    return form.lower().replace("’", "'")


def bin_shares(shares: np.ndarray) -> np.ndarray:
    """The bin of each share, 1 to 7."""
    return (np.searchsorted(_BINS, shares, side="right") + 1).astype(np.int64)


def shape_of(form: str) -> str:
    """How a form looks: letters as A and a, digits as 0, other signs as they are, runs as two.

    >>> shape_of("McArthur"), shape_of("U.S."), shape_of("1,200")
    ('AaAaa', 'A.A.', '0,00')
    """
    signs = ("A" if c.isupper() else "a" if c.isalpha() else "0" if c.isdigit() else c for c in form[:30])
    return _RUNS.sub(r"\1\1", "".join(signs))[:8]
