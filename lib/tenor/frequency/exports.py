"""Exports: a corpus for other tools."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.voices import VOICES
from tenor.errors import UserError, check_choice
from tenor.frequency.counts import count_words

if TYPE_CHECKING:
    import nltk
    import polars
    from scipy.sparse import csr_array

TABLES = ("documents", "sentences", "tokens")


def to_nltk(corpus: Corpus) -> "nltk.Text":
    """Hand the counted words of a corpus to NLTK, as terms in text order, one document after the other.

    Marks, and with them the ends of sentences and documents, are lost: what NLTK finds in windows of words
    reaches across all of them.

    >>> from tenor.corpus import from_texts
    >>> to_nltk(from_texts(["The dam holds.", "The dam broke."])).count("dam")
    2
    """
    from nltk.text import Text

    words = corpus.vocabulary["term"].to_numpy(object)[corpus.terms[corpus.is_counted]]
    return Text(words.tolist(), name=f"{len(corpus.documents):,} documents")


def to_freq_dist(corpus: Corpus) -> "nltk.FreqDist":
    """The frequency of each word as NLTK's distribution, made of counts and not of tokens.

    Words are in alphabetical order, and so are equal frequencies in its `most_common`.

    >>> from tenor.corpus import from_texts
    >>> to_freq_dist(from_texts(["The dam holds.", "The dam broke."])).most_common(2)
    [('dam', 2), ('the', 2)]
    """
    from nltk.probability import FreqDist

    frequency = count_words(corpus)
    term = np.flatnonzero(frequency)
    terms = corpus.vocabulary["term"].take(term).tolist()
    return FreqDist(dict(zip(terms, frequency[term].tolist(), strict=True)))


def to_sklearn(corpus: Corpus) -> tuple["csr_array", np.ndarray]:
    """The table of documents by words for scikit-learn, and the words of its columns.

    They are what `CountVectorizer` gives: `fit_transform` of the documents, in their order, and
    `get_feature_names_out`, in alphabetical order. Only counted words that occur have a column; a document
    without any has a row of zeros. What takes the counts of documents takes the table, for instance

        counts, words = to_sklearn(corpus)
        topics = LatentDirichletAllocation(10).fit(counts)
        words[topics.components_[0].argsort()[:-11:-1]]

    >>> from tenor.corpus import from_texts
    >>> counts, words = to_sklearn(from_texts(["The dam holds.", "The dam, the river!"]))
    >>> words.tolist()
    ['dam', 'holds', 'river', 'the']
    >>> counts.toarray().tolist()
    [[1, 1, 0, 1], [1, 0, 1, 2]]
    """
    term = np.flatnonzero(count_words(corpus))
    counts = corpus.counts[:, term].tocsr().astype(np.int64)
    return counts, corpus.vocabulary["term"].take(term).to_numpy(object)


def to_polars(corpus: Corpus, what: str = "tokens") -> "polars.DataFrame":
    """A table of the corpus for Polars: its "documents", "sentences" or "tokens".

    One row is a document, sentence or token, marks and boilerplate included; the columns are those of the
    corpus' tables of that name, with `doc`, the number of the document, in front. Tokens have `is_counted`,
    too: a word that measures count. Terms, voices and speakers are categories, each string kept once.

    Raises
    ------
    UserError
        If `what` is none of these, or the package polars is not installed.

    >>> from tenor.corpus import from_texts
    >>> tokens = to_polars(from_texts(["The dam holds."]))
    >>> tokens["term"].to_list()
    ['the', 'dam', 'holds', '.']
    """
    try:
        import polars
    except ImportError:
        raise UserError("to_polars needs the package polars; install it with: pip install polars") from None
    check_choice("what", what, TABLES)
    return polars.from_arrow(_arrow_tokens(corpus) if what == "tokens" else _arrow_rows(corpus, what))


def _arrow_rows(corpus: Corpus, what: str) -> pa.Table:
    rows = corpus.sentences if what == "sentences" else corpus.documents.rename_axis("doc").reset_index()
    return pa.Table.from_pandas(rows, preserve_index=False)


def _arrow_tokens(corpus: Corpus) -> pa.Table:
    """`corpus.tokens` with codes for strings."""
    return pa.table(
        {
            "doc": corpus.token_documents,
            "sentence": corpus.token_sentences,
            "term": _encoded(corpus.terms, corpus.vocabulary["term"]),
            "start": corpus.starts,
            "end": corpus.ends,
            "is_word": corpus.is_word,
            "is_counted": corpus.is_counted,
            "voice": _encoded(corpus.token_voices, VOICES),
            "speaker": _encoded(corpus.token_speakers, corpus.speakers),
        }
    )


def _encoded(codes: np.ndarray, names: Sequence[str]) -> pa.DictionaryArray:
    """The names that codes stand for, -1 for none, each kept once."""
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), pa.array(names, pa.large_string()))
