"""Inflected forms of listed words, for forms that no list has: "deaths", where a list has "death"."""

from collections.abc import Collection
from pathlib import Path

# An ending, and what stands in its place in the base.
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)
_TAGS = {"NNS", "VBZ", "VBD", "VBN", "VBG"}


def find_inflections(listed: Collection[str]) -> dict[str, str]:
    """Each inflected form that is not listed itself, and its listed base.

    The forms are those that TextBlob's lexicon of tags knows as plurals and forms of verbs.
    """
    found = {word: base_of(word, listed) for word in _known_forms() if word not in listed}
    return {word: base for word, base in found.items() if base}


def base_of(word: str, listed: Collection[str]) -> str:
    """The listed word of which `word` is a regular form; empty if there is none.

    >>> base_of("tapped", {"tap"}), base_of("pities", {"pity"}), base_of("fog", {"tap"})
    ('tap', 'pity', '')
    """
    for ending, put in _ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending) + put
            if len(base) > 2 and base in listed:
                return base
            if ending in ("ed", "ing") and base[-1:] == base[-2:-1] and base[:-1] in listed:
                return base[:-1]
    return ""


def _known_forms() -> list[str]:
    import textblob.en

    path = Path(textblob.en.__file__).parent / "en-lexicon.txt"
    rows = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return [word for word, *tags in rows if word.isalpha() and word.islower() and _TAGS & set(tags)]
