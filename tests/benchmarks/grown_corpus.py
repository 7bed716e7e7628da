"""A large corpus grown from the real articles beside the checkout.

Each copy of an article has some of its rarer words respelt, so that the vocabulary keeps growing with the
corpus as it does in real text; copies word for word would flatter every program that stores words once.
"""

import re
from collections import Counter
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


def grow(folder: Path, n_words: int) -> int:
    """Write at least `n_words` words into `folder`, one .txt file an article; return how many they are."""
    texts = real_texts()
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    rare = {word for word, count in counts.items() if count <= _RARE}
    folder.mkdir(parents=True)
    written = copy = 0
    while True:
        for number, text in enumerate(texts):
            text = _respell(text, rare, copy) if copy else text
            (folder / f"{copy:03}-{number:04}.txt").write_text(text, "utf-8", newline="")
            written += len(text.split())
            if written >= n_words:
                return written
        copy += 1


def _respell(text: str, rare: set[str], copy: int) -> str:
    """`text` with its rare words' last letters changed, in another way for each copy."""
    ending = _LETTERS[copy % 26] + _LETTERS[copy // 26]
    return _WORD.sub(lambda match: match[0][:-1] + ending if match[0] in rare else match[0], text)
