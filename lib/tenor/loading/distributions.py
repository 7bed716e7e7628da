"""How the documents are spread: over time, over groups, over lengths."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.periods import all_periods, label_periods
from tenor.parameters import check_value
from tenor.tables import describe

# The group of the documents that have no value of `by`.
UNKNOWN = "(unknown)"


def documents_over_time(corpus: Corpus, *, by: str = "source", period: str = "auto") -> pd.DataFrame:
    """Count documents and words of each group in each period.

    One row is a period and group: `period` (a week's Monday, "2031-03" or "2031"), the group under the name
    `by`, `n_documents`, `n_words`. Every period from the first to the last has a row for every group, with 0
    where nothing was published. Documents without a date, or with one less exact than the period, are in no
    row; the footnotes count them. `period` "auto" takes the unit that suits the dates.

    Few documents in a period may mean that few were collected, not that few were published.

    Raises
    ------
    UserError
        If `by` is no column or `period` is not "week", "month", "year" or "auto".

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["It rains.", "It holds."], source=["a", "a"], published=["2031", "2033"])
    >>> documents_over_time(corpus, period="year")
      period source  n_documents  n_words
    0   2031      a            1        2
    1   2032      a            0        0
    2   2033      a            1        2
    """
    unit = corpus.period() if check_value("period", period) == "auto" else period
    labels = label_periods(corpus.documents["published"], unit)
    groups, names = _groups(corpus, by)
    rows = pd.MultiIndex.from_product([all_periods(labels, unit), names], names=["period", by])
    dated = pd.DataFrame({"period": labels, by: groups, "n_words": corpus.documents["n_words"]}).dropna()
    table = dated.groupby(["period", by])["n_words"].agg(n_documents="size", n_words="sum")
    table = table.reindex(rows, fill_value=0).reset_index()
    table.attrs["period"] = unit
    n_outside = len(corpus.documents) - len(dated)
    notes = [f"Documents without a date exact to the {unit}, which are in no row: {n_outside:,}."]
    title = f"Documents by {by} and {unit}"
    return describe(table, title=title, row=f"one row is a {unit} and {by}", notes=notes)


def lengths(corpus: Corpus, *, by: str = "source") -> pd.DataFrame:
    """Compare the lengths of documents, in words, between groups.

    One row is a group, in alphabetical order: the group under the name `by`, `n_documents`, `n_words`,
    `mean_words`, `median_words`, `min_words`, `max_words` of a document. Documents without a value of `by`
    are together in the last row.

    Raises
    ------
    UserError
        If `by` is no column.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["It rains.", "The dam holds on."], source=["a", "a"])
    >>> lengths(corpus)[["source", "n_documents", "mean_words"]]
      source  n_documents  mean_words
    0      a            2         3.0
    """
    groups, names = _groups(corpus, by)
    n_words = corpus.documents["n_words"].groupby(groups)
    table = n_words.agg(
        n_documents="size",
        n_words="sum",
        mean_words="mean",
        median_words="median",
        min_words="min",
        max_words="max",
    )
    table = table.reindex(names).rename_axis(by).reset_index()
    return describe(table, title=f"Length of documents by {by}", row=f"one row is a {by}")


def _groups(corpus: Corpus, by: str) -> tuple[pd.Series, list[str]]:
    """The group of each document, and the groups in order, the unknown last."""
    codes, names = corpus.groups(by)
    if (codes < 0).any():
        names = [*names, UNKNOWN]
    return pd.Series(np.array(names, dtype=object)[codes], index=corpus.documents.index), names
