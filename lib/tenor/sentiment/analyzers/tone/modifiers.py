"""Words and marks that change what the words around them add: negations, intensifiers, ends of clauses."""

from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.shards import form_is_word

FOLDER = Path(__file__).parent
NEGATOR, REVERSER, REDUCER, INTENSIFIER, DIMINISHER, CONTRAST, BREAK = (1 << bit for bit in range(7))
# "of" must follow ("cleared of"); the word takes the negation from a "not" before it ("not only").
WITH_OF, OF, UNNEGATES = 128, 256, 512
# Written with a capital; written small and no short word that headings write small; a mark behind which a
# capital says nothing.
CAPITAL, SMALL, OPENER, WORD = 1024, 2048, 4096, 8192

_KINDS = {
    "negator": NEGATOR,
    "reverser": REVERSER,
    "reverser of": REVERSER | WITH_OF,
    "reducer": REDUCER,
    "reducer of": REDUCER | WITH_OF,
    "intensifier": INTENSIFIER,
    "diminisher": DIMINISHER,
    "contrast": CONTRAST | BREAK,
    "break": BREAK,
    "not a negator before": UNNEGATES,
}
_OPENERS = "\"“‘':;—–.!?([…"
_SMALL_IN_HEADINGS = (
    "the and for but nor yet off per via out with from over into than that upon amid after under about"
)
_FIRST_PERSON = ("I", "I'm", "I've", "I'll", "I'd")


@cache
def modifiers() -> dict[str, int]:
    """Each listed modifier, in small letters, and its kinds as bits.

    >>> modifiers()["never"] == NEGATOR
    True
    """
    lines = (FOLDER / "modifiers.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.split("\t") for line in lines)
    return {"of": OF} | {term: _KINDS[kind] for term, kind in pairs}


def straight_forms(forms: pa.StringArray) -> pa.StringArray:
    """The forms with straight apostrophes.

    >>> straight_forms(pa.array(["isn’t"])).to_pylist()
    ["isn't"]
    """
    return pc.replace_substring(forms, "’", "'")


def form_kinds(forms: pa.StringArray) -> np.ndarray:
    """What each distinct word or mark can do to others, and how it is written, as bits.

    >>> form_kinds(pa.array(["Great"]))[0] == CAPITAL | WORD
    np.True_
    """
    straight = straight_forms(forms)
    listed = modifiers()
    places = pc.index_in(pc.utf8_lower(straight), pa.array(list(listed)))
    bits = np.append(np.fromiter(listed.values(), np.int16), 0)
    kinds = bits[pc.fill_null(places, len(listed)).to_numpy()]
    first = pc.utf8_slice_codeunits(forms, 0, 1)
    small = pc.and_(pc.utf8_is_lower(first), pc.greater(pc.utf8_length(forms), 2))
    for bit, found in (
        (CAPITAL, pc.and_(pc.utf8_is_upper(first), pc.invert(_in(straight, _FIRST_PERSON)))),
        (SMALL, pc.and_(small, pc.invert(_in(forms, _SMALL_IN_HEADINGS.split())))),
        (OPENER, _in(forms, list(_OPENERS))),
    ):
        kinds[found.to_numpy(zero_copy_only=False)] |= bit
    kinds[form_is_word(forms)] |= WORD
    return kinds


def _in(forms: pa.StringArray, words) -> pa.BooleanArray:
    return pc.is_in(forms, pa.array(list(words)))
