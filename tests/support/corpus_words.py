"""What tests of the corpus ask of it in common."""

from tenor.corpus import Corpus
from tenor.corpus.tokens import Tokens


def forms_of(tokens: Tokens) -> list[str]:
    return tokens.forms.to_pylist()


def sentences_of(corpus: Corpus) -> list[str]:
    """The original text of each sentence."""
    return [corpus.text(row.doc)[row.start : row.end] for row in corpus.sentences.itertuples()]
