"""Build the corpus of a folder: read, sentences, tokens with offsets, all written to disk; then open it."""

import sys
import time

from tenor.loading.corpora import open_corpus

if __name__ == "__main__":
    started = time.perf_counter()
    corpus = open_corpus(sys.argv[1], rebuild=True)
    print(time.perf_counter() - started, corpus.documents["n_tokens"].sum())
