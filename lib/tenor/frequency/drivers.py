"""Drivers: how much of a term's frequency a single story or speaker accounts for."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.frequency.samples import Texts


def story_share(texts: Sequence[Texts], terms: np.ndarray) -> np.ndarray:
    """The share of each term's occurrences, in all the texts, that stand in the story with most of them.

    A story is a cluster of near-copies. Missing for a term that does not occur, and where there is no text.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["a a b", "b", "a"])
    >>> story_share([Texts(corpus, np.arange(3))], np.arange(2)).round(2).tolist()
    [0.67, 0.5]
    """
    if not texts or not len(terms):
        return np.full(len(terms), np.nan)
    from scipy.sparse import csr_array, vstack

    counts = vstack([_counts(its, terms) for its in texts])
    clusters = pd.concat([its.corpus.documents["cluster"].take(its.documents) for its in texts])
    story = pd.factorize(clusters)[0]
    rows = (np.ones(len(story), np.int32), (story, np.arange(len(story))))
    stories = (csr_array(rows) @ counts).tocsc() if len(story) else counts
    most = stories.max(axis=0).toarray() if len(story) else np.zeros(len(terms))
    return _share(most, stories.sum(axis=0))


def speaker_share(texts: Sequence[Texts], terms: np.ndarray) -> np.ndarray:
    """The share of each term's occurrences, in all the texts, that the speaker with most of them says.

    What no named speaker says counts as nobody's. Missing for a term that does not occur, and where no
    quotation is known. The texts are of parts of one corpus.
    """
    if not any(_have_quotations(its) for its in texts):
        return np.full(len(terms), np.nan)
    spoken = np.concatenate([_spoken(its, terms) for its in texts], axis=1)
    (term, _), n = np.unique(spoken, axis=1, return_counts=True)
    most = np.zeros(len(terms), np.int64)
    np.maximum.at(most, term, n)
    return _share(most, sum(_counts(its, terms).sum(axis=0) for its in texts))


def _counts(texts: Texts, terms: np.ndarray):
    return texts.corpus.counts[:, terms][texts.documents]


def _have_quotations(texts: Texts) -> bool:
    return np.isin(texts.documents, texts.corpus.quotations["doc"]).any()


def _spoken(texts: Texts, terms: np.ndarray) -> np.ndarray:
    """Two rows, an entry a word that somebody named says: its place among the terms, and the speaker."""
    corpus = texts.corpus
    place = np.full(len(corpus.vocabulary) + 1, -1)
    place[terms] = np.arange(len(terms))
    positions = np.flatnonzero(corpus.token_speakers >= 0)
    found = place[corpus.counted_terms[positions]]
    document = np.searchsorted(corpus.document_bounds, positions, side="right") - 1
    is_meant = (found >= 0) & np.isin(document, texts.documents)
    return np.stack([found[is_meant], corpus.token_speakers[positions[is_meant]]])


def _share(most: np.ndarray, totals: np.ndarray) -> np.ndarray:
    return np.divide(most, totals, out=np.full(len(totals), np.nan), where=totals > 0)
