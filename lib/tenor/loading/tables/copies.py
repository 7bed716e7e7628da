"""Texts that stand in the corpus more than once, whole or nearly so."""

import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.selections import order_of_publication
from tenor.tables import describe


def copies(corpus: Corpus) -> pd.DataFrame:
    """List the clusters of near-copies: agency reports and other texts printed more than once.

    One row is a cluster of two or more documents: `cluster` (the `doc_id` of its earliest member in the whole
    corpus), `n_documents`, `n_sources`, `earliest_source`, `earliest_published` and `title` of the earliest
    member here, `sources` (each once, in the order of publication), `least_similarity` (0 to 1, of any member
    to the cluster's earliest). Largest clusters first, then by `cluster`.

    Documents are near-copies if they share enough runs of three words (see
    `tenor.loading.duplicates.clusters`); headlines and boilerplate are not compared. Two reporters who quote
    one speech at length may share as much.
    """
    documents = corpus.documents.iloc[order_of_publication(corpus.documents)]
    repeated = documents[documents["cluster"].duplicated(keep=False)]
    clusters = repeated.groupby("cluster", sort=True)
    table = pd.DataFrame(
        {
            "n_documents": clusters.size(),
            "n_sources": clusters["source"].nunique(),
            "earliest_source": clusters["source"].first(skipna=False),
            "earliest_published": clusters["published"].first(skipna=False),
            "title": clusters["title"].first(skipna=False),
            "sources": clusters["source"].agg(_distinct),
            "least_similarity": _similarity(repeated).groupby(repeated["cluster"]).min(),
        }
    )
    table = table.sort_values("n_documents", ascending=False, kind="stable").reset_index()
    n_extra = len(repeated) - len(table)
    notes = [
        f"{n_extra:,} of {len(documents):,} documents nearly repeat an earlier text. With count = "
        '"stories" each cluster counts once in the following notebooks.'
    ]
    return describe(table, title="Near-copies", row="one row is a text met more than once", notes=notes)


def _similarity(documents: pd.DataFrame) -> pd.Series:
    """The similarity to the earliest member, where it is known; texts given in memory are the same."""
    if "similarity" in documents:
        return documents["similarity"]
    return pd.Series(1.0, index=documents.index)


def _distinct(values: pd.Series) -> str:
    return " | ".join(values.dropna().unique())
