"""The corpus: documents, sentences and tokens, in memory and on disk."""

from tenor.corpus.corpora import Corpus, from_texts

__all__ = ["Corpus", "from_texts"]
