"""The corpus: documents, sentences and tokens, in memory and on disk."""

from tenor.lazy import names_of

_HOMES = {"Corpus": "corpora", "from_texts": "texts"}
__all__ = [*_HOMES]

__getattr__ = names_of(__name__, _HOMES)
