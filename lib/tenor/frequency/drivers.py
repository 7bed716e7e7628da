"""Drivers: how much of a term's frequency a single story or speaker accounts for."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus


def story_share(corpora: Sequence[Corpus], terms: np.ndarray) -> np.ndarray:
    """The share of each term's occurrences, in all the corpora, that stand in the story with most of them.

    A story is a cluster of near-copies. Missing for a term that does not occur, and where there is no corpus.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["a a b", "b", "a"])
    >>> story_share([corpus], np.arange(2)).round(2).tolist()
    [0.67, 0.5]
    """
    if not corpora or not len(terms):
        return np.full(len(terms), np.nan)
    from scipy.sparse import csr_array, vstack

    counts = vstack([corpus.counts[:, terms] for corpus in corpora])
    clusters = pd.factorize(pd.concat([corpus.documents["cluster"] for corpus in corpora]))[0]
    rows = (np.ones(len(clusters), np.int32), (clusters, np.arange(len(clusters))))
    stories = (csr_array(rows) @ counts).tocsc() if len(clusters) else counts
    return _share(
        stories.max(axis=0).toarray() if len(clusters) else np.zeros(len(terms)), stories.sum(axis=0)
    )


def speaker_share(corpora: Sequence[Corpus], terms: np.ndarray) -> np.ndarray:
    """The share of each term's occurrences, in all the corpora, that the speaker with most of them says.

    What no named speaker says counts as nobody's. Missing for a term that does not occur, and where no
    quotation is known. The corpora are parts of one.
    """
    if not any(len(corpus.quotations) for corpus in corpora):
        return np.full(len(terms), np.nan)
    n_terms = len(corpora[0].vocabulary)
    place = np.full(n_terms + 1, -1)
    place[terms] = np.arange(len(terms))
    spoken = np.concatenate([_spoken(corpus, place) for corpus in corpora], axis=1)
    (term, _), n = np.unique(spoken, axis=1, return_counts=True)
    most = np.zeros(len(terms), np.int64)
    np.maximum.at(most, term, n)
    totals = sum(corpus.counts[:, terms].sum(axis=0) for corpus in corpora)
    return _share(most, totals)


def _spoken(corpus: Corpus, place: np.ndarray) -> np.ndarray:
    """Two rows, an entry a word that somebody named says: its place among the terms, and the speaker."""
    terms = place[corpus.counted_terms]
    is_spoken = (corpus.token_speakers >= 0) & (terms >= 0)
    return np.stack([terms[is_spoken], corpus.token_speakers[is_spoken]])


def _share(most: np.ndarray, totals: np.ndarray) -> np.ndarray:
    return np.divide(most, totals, out=np.full(len(totals), np.nan), where=totals > 0)
