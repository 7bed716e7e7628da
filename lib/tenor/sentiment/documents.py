"""Tone of documents: means over the scored sentences of each."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.sentiment.sentences import analyzers_of, check_scores, scores_by
from tenor.tables import describe


def counts_and_means(codes: np.ndarray, values: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """How many values of each of `n` groups are known, and their mean; missing where none is.

    >>> counts_and_means(np.array([0, 0, 2]), np.array([0.5, np.nan, 1.0]), 3)
    (array([1, 0, 1]), array([0.5, nan, 1. ]))
    """
    known = ~np.isnan(values)
    counts = np.bincount(codes[known], minlength=n)
    sums = np.bincount(codes[known], weights=values[known], minlength=n)
    return counts, np.divide(sums, counts, out=np.full(n, np.nan), where=counts > 0)


def sentence_means(sentences: pd.DataFrame, codes: np.ndarray, n: int) -> pd.DataFrame:
    """One row each of `n` groups of sentences: their number, how many are scored, and the means of these.

    `codes` give each sentence's group, negative for none.
    """
    sentences, codes = sentences[codes >= 0], codes[codes >= 0]
    n_scored, polarity = counts_and_means(codes, sentences["polarity"].to_numpy(), n)
    _, subjectivity = counts_and_means(codes, sentences["subjectivity"].to_numpy(), n)
    return pd.DataFrame(
        {
            "n_sentences": np.bincount(codes, minlength=n),
            "n_scored_sentences": n_scored,
            "polarity": polarity,
            "subjectivity": subjectivity,
        }
    )


def _document_rows(scores: pd.DataFrame, corpus: Corpus, analyzer: str) -> pd.DataFrame:
    sentences = scores_by(scores, analyzer)
    n = len(corpus.documents)
    means = sentence_means(sentences, sentences["doc"].to_numpy(), n)
    labels = {name: corpus.documents[name] for name in ("doc_id", "source", "published")}
    labels["analyzer"] = pd.Categorical([analyzer] * n, categories=analyzers_of(scores))
    return pd.concat([pd.DataFrame({"doc": np.arange(n), **labels}), means], axis=1)


def document_tone(scores: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Average the scores of sentences within each document.

    One row a document and analyzer: `doc` (its number), `doc_id`, `source`, `published`, `analyzer`,
    `n_sentences`, `n_scored_sentences` (with a known word), `polarity` (mean of the scored sentences, -1 to
    1) and `subjectivity` (likewise, 0 to 1; TextBlob only). Both are missing for a document without a scored
    sentence. Few scored sentences make an unsteady mean.

    `scores` is the table of `score_sentences`, or some of its rows.

    Raises
    ------
    UserError
        If `scores` were made from another corpus.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A great day. A bad night. It rains."])
    >>> document_tone(score_sentences(corpus, analyzers=["vader"]), corpus)["polarity"].round(3).tolist()
    [0.041]
    """
    check_scores(scores, corpus)
    parts = [_document_rows(scores, corpus, analyzer) for analyzer in analyzers_of(scores)]
    table = pd.concat(parts).sort_values("doc", kind="stable", ignore_index=True)
    unscored = table.loc[table["n_scored_sentences"] == 0, "analyzer"].value_counts(sort=False)
    return describe(
        table,
        title="Tone of documents",
        row="one row is a document and an analyzer",
        notes=[
            "A document's polarity is the mean of its sentences with a word that the analyzer knows.",
            *[
                f"{n:,} of {len(corpus.documents):,} documents have no such sentence for {analyzer}."
                for analyzer, n in unscored.items()
                if n
            ],
        ],
    )
