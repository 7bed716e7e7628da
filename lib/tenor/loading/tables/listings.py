"""Listings of a corpus: its documents and its ledger, for reading."""

import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe

_SHOWN = ["doc_id", "source", "published", "title", "n_words", "encoding"]


def document_list(corpus: Corpus) -> pd.DataFrame:
    """List the documents.

    One row a document, in the order of loading: `doc_id`, `source`, `published`, `title`, `n_words`,
    `encoding`. Missing metadata is missing.

    >>> from tenor.corpus import from_texts
    >>> document_list(from_texts(["The dam holds."], title=["Dam holds"]))[["title", "n_words"]]
           title  n_words
    0  Dam holds        3
    """
    return describe(corpus.documents[_SHOWN].copy(), title="Documents", row="one row is a document")


def ledger(corpus: Corpus) -> pd.DataFrame:
    """List what was left out of the corpus or changed on the way in.

    One row an input that became no document (`outcome` "left out"), or a change to one that did ("changed"):
    `path`, `row` (of a table, missing for whole files), `outcome`, `reason`, `detail`, `remedy`. It covers
    the whole corpus, also where `corpus` is a selection of it.

    >>> from tenor.corpus import from_texts
    >>> len(ledger(from_texts(["The dam holds."])))
    0
    """
    n_out = int((corpus.ledger["outcome"] == "left out").sum())
    n_changed = len(corpus.ledger) - n_out
    return describe(
        corpus.ledger.copy(),
        title="The ledger",
        row="one row is an input left out, or a change to a document",
        notes=[f"{n_out:,} left out, {n_changed:,} changed."],
    )
