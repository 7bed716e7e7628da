"""A large corpus grown from the real articles beside the checkout.

Each copy of an article has some of its rarer words respelt, so that the vocabulary keeps growing with the
corpus as it does in real text; copies word for word would flatter every program that stores words once.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count as count_up
from pathlib import Path

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "polnear" / "articles"
_WORD = re.compile(r"[A-Za-z]{4,}")
_RARE = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def real_texts() -> list[str]:
    """The real articles.

    Raises
    ------
    FileNotFoundError
        If they are not beside the checkout.
    """
    paths = sorted(ARTICLES.glob("*.txt"))
    if not paths:
        raise FileNotFoundError(
            f"the benchmark grows its corpus from the articles in {ARTICLES}, which is not there"
        )
    return [path.read_bytes().decode() for path in paths]


def respelt_texts() -> Iterator[tuple[int, int, str]]:
    """Number of the copy, number of the article, its text: the articles themselves, then copies for ever."""
    texts = real_texts()
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    rare = {word for word, count in counts.items() if count <= _RARE}
    for copy in count_up():
        for number, text in enumerate(texts):
            yield copy, number, _respell(text, rare, copy) if copy else text


def grow(folder: Path, n_words: int) -> int:
    """Write at least `n_words` words into `folder`, one .txt file an article; return how many they are."""
    folder.mkdir(parents=True)
    written = 0
    for copy, number, text in respelt_texts():
        (folder / f"{copy:03}-{number:04}.txt").write_text(text, "utf-8", newline="")
        written += len(text.split())
        if written >= n_words:
            break
    return written


def _respell(text: str, rare: set[str], copy: int) -> str:
    """`text` with its rare words' last letters changed, in another way for each copy."""
    ending = _LETTERS[copy % 26] + _LETTERS[copy // 26]
    return _WORD.sub(lambda match: match[0][:-1] + ending if match[0] in rare else match[0], text)
