"""The corpus: documents, sentences and tokens, in memory and on disk."""

from tenor.lazy import names_of

__all__ = ["Corpus", "from_texts"]

__getattr__ = names_of(__name__, dict.fromkeys(__all__, "corpora"))
