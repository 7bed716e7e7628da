"""Exports: a corpus for other tools."""

from typing import TYPE_CHECKING

from tenor.corpus import Corpus

if TYPE_CHECKING:
    import nltk


def to_nltk(corpus: Corpus) -> "nltk.Text":
    """Hand the words of a corpus to NLTK, as terms in text order, one document after the other.

    Marks, and with them the ends of sentences and documents, are lost: what NLTK finds in windows of words
    reaches across all of them.

    >>> from tenor.corpus import from_texts
    >>> to_nltk(from_texts(["The dam holds.", "The dam broke."])).count("dam")
    2
    """
    from nltk.text import Text

    words = corpus.vocabulary["term"].to_numpy()[corpus.terms[corpus.is_counted]]
    return Text(words.tolist(), name=f"{len(corpus.documents):,} documents")
