"""NLTK's word statistics on the words of a corpus, ready in a list: each measure's processor seconds."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from nltk import FreqDist
from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder
from nltk.text import Text

from tenor.frequency import to_nltk
from tenor.loading.corpora import open_corpus

WORD = "city"
# The windows of a larger corpus would take an hour.
MOST_FOR_WINDOWS = 1_100_000


def time_once(work: Callable[[], Any]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def collocate(words: list[str]) -> list:
    """All collocates of a word with their log-likelihood, in windows of five words to each side."""
    finder = BigramCollocationFinder.from_words(words, window_size=6)
    finder.apply_ngram_filter(lambda first, second: WORD not in (first, second))
    return finder.score_ngrams(BigramAssocMeasures.likelihood_ratio)


def collocate_plainly(words: list[str]) -> FreqDist:
    """The same windows in a plain loop, without a measure."""
    found = FreqDist()
    for place, word in enumerate(words):
        if word == WORD:
            found.update(words[max(place - 5, 0) : place] + words[place + 1 : place + 6])
    return found


def main(folder: str) -> None:
    words = to_nltk(open_corpus(folder)).tokens
    commonest = FreqDist(words).max()
    text = Text(words)
    measures = {
        "word list": lambda: FreqDist(words),
        "all bigrams with log-likelihood": lambda: BigramCollocationFinder.from_words(words).score_ngrams(
            BigramAssocMeasures.likelihood_ratio
        ),
        "collocates of a word, plain loop": lambda: collocate_plainly(words),
        "page of a concordance": lambda: text.concordance_list(commonest, lines=25),
        "page of a concordance, again": lambda: text.concordance_list(commonest, lines=25),
    }
    if len(words) <= MOST_FOR_WINDOWS:
        measures["collocates of a word"] = lambda: collocate(words)
    print(json.dumps({name: time_once(work) for name, work in measures.items()}))


if __name__ == "__main__":
    main(sys.argv[1])
