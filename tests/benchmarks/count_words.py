"""Tenor's word statistics on the corpus of a folder: each measure's seconds, when first asked for and
after."""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from tenor import frequency
from tenor.corpus import Corpus
from tenor.loading.corpora import open_corpus

WORD = "city"


def time_twice(work: Callable[[], Any], n_later: int = 3) -> tuple[float, float]:
    """Processor seconds of the first call, and the least of some later ones."""
    seconds = []
    for _ in range(1 + n_later):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return seconds[0], min(seconds[1:])


def find_commonest(corpus: Corpus) -> str:
    """The most frequent word; nothing that a measure uses is made in passing."""
    is_word = corpus.vocabulary["is_word"].to_numpy()
    counts = np.bincount(corpus.terms[::10], minlength=len(is_word))
    return corpus.vocabulary["term"][int(np.argmax(np.where(is_word, counts, 0)))]


def main(folder: str) -> None:
    corpus = open_corpus(folder)
    numbers = np.arange(len(corpus.documents))
    corpus.documents["source"] = np.array([f"source {number % 4}" for number in numbers])
    commonest = find_commonest(corpus)
    every = {"min_frequency": 1}
    measures = {
        "word list": lambda: frequency.word_list(corpus, spread=False),
        "counts of terms by document": lambda: corpus.counts,
        "index of positions": lambda: corpus.index,
        "word list with ARF and DPnorm": lambda: frequency.word_list(corpus),
        "document frequency": lambda: np.diff(corpus.counts.indptr),
        "dispersion, six measures": lambda: frequency.dispersion(corpus, **every),
        "keyness of one of four sources": lambda: frequency.keyness(corpus, target="source 1", **every),
        "all bigrams with log-likelihood": lambda: frequency.word_pairs(corpus, **every),
        "collocates of a word": lambda: frequency.collocates(corpus, WORD, **every),
        "page of a concordance": lambda: frequency.concordance(corpus, commonest, limit=25),
    }
    seconds = {name: time_twice(work) for name, work in measures.items()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
    print(json.dumps({"n_words": corpus.n_words, "peak_gb": peak, "seconds": seconds}))


if __name__ == "__main__":
    main(sys.argv[1])
