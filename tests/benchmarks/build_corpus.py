"""Build the corpus of a folder: read, sentences, tokens with offsets, all written to disk."""

import sys

from tenor import loading

if __name__ == "__main__":
    corpus = loading.open_corpus(sys.argv[1], rebuild=True)
    print(corpus.n_words, len(corpus.terms), len(corpus.sentence_documents), len(corpus.vocabulary))
