"""Units: what the terms of a corpus are."""

from dataclasses import dataclass

# The terms that a phrase is made of, and the one that they count as.
Phrase = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Unit:
    """What a term is: `name` is "word", "form", "stem" or "lemma"; stems and lemmas are of a `language`.

    `joined` holds the phrases that count as one term, a list for each time that some were joined.
    """

    name: str = "word"
    language: str = ""
    joined: tuple[tuple[Phrase, ...], ...] = ()
