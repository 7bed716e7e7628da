"""Stems of words, so that a form never seen is known by its kin: "argues" by "argued"."""

import re

_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "said:say says:say told:tell tells:tell thought:think knew:know known:know wrote:write written:write "
        "writes:write felt:feel heard:hear meant:mean saw:see seen:see spoke:speak spoken:speak swore:swear "
        "sworn:swear found:find held:hold made:make gave:give given:give understood:understand led:lead "
        "sought:seek kept:keep began:begin begun:begin taught:teach foresaw:foresee foretold:foretell "
        "foretells:foretell"
    ).split()
)
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ying", "y"),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)
_POSSESSIVE = re.compile("['’]s?$")


def stem(word: str) -> str:
    """The stem of a word in small letters; no word of its own.

    >>> [stem(word) for word in ("said", "argues", "arguing", "admitted", "deny", "denies")]
    ['say', 'argu', 'argu', 'admit', 'deny', 'deny']
    """
    word = _POSSESSIVE.sub("", word)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl" else word
