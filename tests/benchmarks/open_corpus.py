"""Open the corpus of a folder, building what is missing; with a second argument build all of it anew."""

import sys
import time

from tenor.loading.corpora import open_corpus

if __name__ == "__main__":
    open_corpus("data/warm", rebuild=True)  # loads the libraries
    started = time.perf_counter()
    corpus = open_corpus(sys.argv[1], rebuild=len(sys.argv) > 2)
    print(time.perf_counter() - started, len(corpus.documents), corpus.n_words)
