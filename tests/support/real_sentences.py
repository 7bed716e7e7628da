"""Real sentences, and pieces of them, that may lie beside the checkout."""

import json
import random
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tenor.corpus import from_texts

SHARED = Path(__file__).resolve().parents[3] / "shared"
_STOPS = re.compile(r"(?<=[,;:—–])\s+")


def sentences_of(texts: list[str]) -> list[str]:
    """The sentences of texts, as written."""
    corpus = from_texts(texts)
    rows = zip(*(corpus.sentences[name] for name in ("doc", "start", "end")), strict=True)
    return [texts[doc][start:end] for doc, start, end in rows]


def _read_articles() -> list[str]:
    paths = sorted((SHARED / "corpora").glob("*/articles/*.txt"))
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths]


def _read_gold() -> Iterator[str]:
    for path in sorted((SHARED / "gold").glob("sentiment-*.tsv")):
        lines = path.read_text(encoding="utf-8").split("\n")[1:]
        yield from (line.split("\t", 2)[2] for line in lines if line)
    with (SHARED / "gold" / "target-sentiment-train.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["sentence_normalized"] for line in lines)


def real_sentences() -> list[str]:
    """All real sentences, then paragraphs, sentences cut at commas, and pairs of neighbours; none twice."""
    articles = _read_articles()
    sentences = [*sentences_of(articles), *_read_gold()]
    paragraphs = [line for text in articles for line in text.split("\n") if line.strip()]
    clauses = [clause for sentence in sentences for clause in _STOPS.split(sentence)]
    pairs = [f"{first} {second}" for first, second in pairwise(sentences)]
    return list(dict.fromkeys([*sentences, *paragraphs, *clauses, *pairs]))


def some_of(texts: list[str], n: int) -> list[str]:
    """`n` of the texts, the same in every run."""
    return random.Random(1).sample(texts, n)
