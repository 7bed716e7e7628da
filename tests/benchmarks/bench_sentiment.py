"""Scores of sentences, against TextBlob and vaderSentiment themselves on the same sentences.

    python tests/benchmarks/bench_sentiment.py [thousands of sentences ...]

The sentences are those of the real articles beside the checkout, grown as in `grown_corpus.py`: in each copy
of an article rarer words are respelt, and two made-up words stand before each sentence, so that hardly any is
repeated. "texts" starts from a list of strings, "corpus" from the tokens of a corpus; each is the processor's
time of one process, after the word lists were read. The originals score the first 200,000 sentences. Every
score is compared. Two processes share the work where a corpus has more than eight million tokens; their time
is the clock's.
"""

import os
import re
import sys
import time
from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
from grown_corpus import respelt_texts
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from tenor.corpus import Corpus, from_texts
from tenor.sentiment import score, score_sentences
from tenor.sentiment.analyzers.batches import straighten

_MOST_FOR_ORIGINALS = 200_000
_WANTED = {"textblob": 8, "vader": 4}
_SENTENCE = re.compile(r"(?:(?<=^)|(?<=[.!?] ))(?=\S)", re.MULTILINE)


def grow(n_sentences: int) -> Corpus:
    """A corpus of at least `n_sentences` sentences."""
    texts, n_words = [], 0
    random = Random(1)
    made_up = ["".join(random.choices("bdfgklmnprstvz", k=6)).title() for _ in range(600)]
    for _, _, text in respelt_texts():
        texts.append(_SENTENCE.sub(lambda _: " ".join(random.choices(made_up, k=2)) + " ", text))
        n_words += len(text.split())
        if n_words > 22 * n_sentences:
            break
    return from_texts(texts)


def texts_of(corpus: Corpus) -> list[str]:
    """The sentences as the analyzers are given them."""
    rows = zip(*(corpus.sentences[name] for name in ("doc", "start", "end")), strict=True)
    return [straighten(corpus.text(doc)[start:end]) for doc, start, end in rows]


def original(analyzer: str) -> Callable[[str], Any]:
    """What scores one text: the polarity first."""
    if analyzer == "textblob":
        return lambda text: TextBlob(text).sentiment.polarity
    vader = SentimentIntensityAnalyzer()
    return lambda text: vader.polarity_scores(text)["compound"]


def timed(work: Callable[[], Any], clock: Callable[[], float] = time.process_time) -> tuple[float, Any]:
    """Seconds, and what the work gave."""
    started = clock()
    result = work()
    return clock() - started, result


def bench(corpus: Corpus, texts: list[str], analyzer: str) -> None:
    """Print the speeds of one analyzer, and whether all scores are equal."""
    some = texts[:_MOST_FOR_ORIGINALS]
    score_one = original(analyzer)
    score_one("A good day."), score(["A good day."], analyzer=analyzer)
    theirs, polarities = timed(lambda: [score_one(text) for text in some])
    of_texts, table = timed(lambda: score(texts, analyzer=analyzer))
    of_corpus, scores = timed(lambda: score_sentences(corpus, analyzers=[analyzer]))
    is_equal = all(
        np.array_equal(found["polarity"].fillna(0)[: len(some)], polarities) for found in (table, scores)
    )
    speeds = [len(some) / theirs, len(texts) / of_texts, len(texts) / of_corpus]
    ratios = f"{speeds[1] / speeds[0]:>9.1f}{speeds[2] / speeds[0]:>9.1f}{_WANTED[analyzer]:>8}"
    print(
        f"{analyzer:<10}{speeds[0]:>12,.0f}{speeds[1]:>12,.0f}{speeds[2]:>12,.0f}{ratios}"
        f"{'yes' if is_equal else 'NO':>8}{table.attrs['n_original']:>8,}",
        flush=True,
    )


def bench_workers(corpus: Corpus) -> None:
    """Print how much faster two processes are than one, at first and once they are there."""
    os.environ["TENOR_WORKERS"] = "2"
    first, second = (timed(lambda: score_sentences(corpus), time.perf_counter)[0] for _ in range(2))
    os.environ["TENOR_WORKERS"] = "1"
    alone = timed(lambda: score_sentences(corpus), time.perf_counter)[0]
    print(
        f"all analyzers, by the clock: one process {alone:.2f} s; two {first:.2f} s at first, "
        f"{alone / first:.2f} times as fast; {second:.2f} s later, {alone / second:.2f} times (1.7 wanted)"
    )


def main(sizes: list[int]) -> None:
    """Print one line an analyzer, and one for two workers, for each size."""
    os.environ["TENOR_WORKERS"] = "1"
    for thousands in sizes:
        corpus = grow(thousands * 1000)
        texts = texts_of(corpus)
        print(f"{len(texts):,} sentences, {len(set(texts)):,} of them different, {corpus.n_words:,} words")
        print(
            f"{'':<10}{'original/s':>12}{'texts/s':>12}{'corpus/s':>12}{'ratio':>9}{'ratio':>9}{'wanted':>8}"
            f"{'equal':>8}{'left':>8}"
        )
        for analyzer in _WANTED:
            bench(corpus, texts, analyzer)
        bench_workers(corpus)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [200, 1000])
