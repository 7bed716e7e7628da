"""Regular expressions of users: read by RE2, which takes time in proportion to the text, and kept small."""

import math
import re

import pyarrow as pa
import pyarrow.compute as pc

from tenor.errors import UserError

# Signs with all repetitions written out; a class such as \pL weighs like so many. What is larger can take
# minutes on a large vocabulary.
_LARGEST, _CLASS = 1000, 50
_REPETITION = re.compile(r"\{(\d*),?(\d*)\}")
_MEANINGS = {
    "missing )": "a ( is never closed",
    "missing ]": "a [ is never closed",
    "unexpected )": "a ) closes nothing",
    "no argument for repetition": "there is nothing to repeat before it",
    "bad repetition": "a repetition cannot be repeated",
    "invalid repetition size": "counts go up to 1000, the smaller before the larger",
    "invalid escape sequence": "a backslash before this sign means nothing",
    "invalid perl operator": "what begins so is not supported",
    "invalid character class range": "there are no such characters",
    "trailing \\": "nothing stands behind the backslash",
}


def read_expression(expression: str, parameter: str) -> str:
    """A pattern that fits what `expression` fits as a whole.

    Raises
    ------
    UserError
        If RE2 cannot read the expression, or it is too large.
    """
    check_size(f"/{expression}/", expression, parameter)
    anchored = rf"\A(?:{expression})\z"
    try:
        # By itself, too: a bracket too many could close the one of the anchored pattern.
        for pattern in (expression, anchored):
            pc.match_substring_regex(pa.array([""]), pattern)
    except (pa.ArrowInvalid, UnicodeEncodeError) as error:
        raise UserError(
            f"{parameter}: {f'/{expression}/'!r} is no regular expression that can be read "
            f"({_reason(error)}). The syntax is that of RE2, without look-arounds and references back"
        ) from None
    return anchored


def check_size(told: str, pattern: str, parameter: str) -> None:
    """Refuse a pattern that could take long; `told` is how it was written.

    Raises
    ------
    UserError
        If it is too large.
    """
    counts = [max(int(number or 1) for number in pair) for pair in _REPETITION.findall(pattern)]
    size = (len(pattern) + _CLASS * pattern.lower().count("\\p")) * math.prod(filter(None, counts))
    if size > _LARGEST:
        raise UserError(
            f"{parameter}: {told!r} is too large, {size:,} signs with its repetitions written out; the most "
            f"allowed is {_LARGEST:,}. Make it shorter, or write * or + in place of counted repetitions"
        )


def _reason(error: Exception) -> str:
    """What RE2 says, and what it means."""
    said = str(error).removeprefix("Invalid regular expression: ").strip()
    meant = [words for start, words in _MEANINGS.items() if said.startswith(start)]
    return "; ".join([said, *meant])
