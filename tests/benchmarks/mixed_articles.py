"""Any number of articles put together from the paragraphs of the real ones beside the checkout.

In each paragraph some words are others', so that no line stands twice and no two articles are near-copies.
"""

import random
from pathlib import Path

from grown_corpus import real_texts

_PARAGRAPHS = 24
_OTHER_WORDS = 0.1


def mix(n: int, seed: int = 1) -> list[str]:
    """`n` articles of about the length of the real ones."""
    chance = random.Random(seed)
    paragraphs = [
        line.split() for text in real_texts() for line in text.splitlines() if len(line.split()) > 4
    ]
    words = [word for paragraph in paragraphs for word in paragraph]
    return ["\n\n".join(_paragraph(paragraphs, words, chance) for _ in range(_PARAGRAPHS)) for _ in range(n)]


def _paragraph(paragraphs: list[list[str]], words: list[str], chance: random.Random) -> str:
    paragraph = list(chance.choice(paragraphs))
    for _ in range(1 + round(len(paragraph) * _OTHER_WORDS)):
        paragraph[chance.randrange(len(paragraph))] = chance.choice(words)
    return " ".join(paragraph)


def write_articles(folder: Path, texts: list[str], *, start: int = 0, suffix: str = ".txt") -> None:
    """Write one file an article; their names are spread over the alphabet, as dates and titles are."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts, start):
        name = f"{number * 7919 % 100_003:06}-{number}{suffix}"
        (folder / name).write_text(text, "utf-8", newline="")
