"""The tokeniser's rules once more, character by character, to hold the fast one against."""

import unicodedata

JOINERS = "'’ʼ-‐‑&_"
INVISIBLE = "\u00ad\u200c\u200d\u2060\ufe0e\ufe0f"


def kind(text: str, at: int) -> str:
    character = text[at] if 0 <= at < len(text) else "\n"
    category = unicodedata.category(character)
    if character in INVISIBLE or (category[0] in "LMN" and category != "Nd"):
        return "letter"
    if category == "Nd":
        return "digit"
    return "space" if category[0] in "ZC" or character in "\u200b\ufeff" else "mark"


def joins(text: str, at: int) -> bool:
    """Whether the mark at `at` stands inside a word."""
    around = (kind(text, at - 1), kind(text, at + 1))
    if text[at] in JOINERS:
        return set(around) <= {"letter", "digit"}
    if text[at] == ",":
        return around == ("digit", "digit")
    return text[at] == "." and (around == ("digit", "digit") or abbreviates(text, at))


def in_word(text: str, at: int) -> bool:
    return kind(text, at) in ("letter", "digit")


def abbreviates(text: str, at: int) -> bool:
    if kind(text, at - 1) != "letter" or in_word(text, at - 2):
        return False
    if kind(text, at + 1) == "letter":
        return not in_word(text, at + 2)
    dot_before = at >= 2 and text[at - 2] == "."
    return (
        dot_before
        and kind(text, at - 3) == "letter"
        and not in_word(text, at - 4)
        and not in_word(text, at + 1)
    )


def tokens(text: str) -> list[tuple[int, str]]:
    """Each token as its first character and its form."""
    found, start = [], None
    for at in range(len(text) + 1):
        inside = at < len(text) and (in_word(text, at) or (kind(text, at) == "mark" and joins(text, at)))
        if inside and start is None:
            start = at
        if not inside and start is not None:
            found.append((start, text[start:at]))
            start = None
        if at < len(text) and not inside and kind(text, at) == "mark":
            found.append((at, text[at]))
    return found
