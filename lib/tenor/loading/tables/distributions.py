"""How the documents are spread: over time, over groups, over lengths."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.periods import all_periods, label_periods
from tenor.parameters import check_value
from tenor.tables import describe

# The group of the documents that have no value of `by`.
UNKNOWN = "(unknown)"
# Documents of fewer words, or of more than these and ten times the median, are flagged.
LEAST_WORDS = 50
MOST_WORDS = 2000


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


def unusual_lengths(corpus: Corpus) -> pd.DataFrame:
    """List the documents that are very short or very long: often no articles, or several in one.

    One row is a document, the shortest first: `doc_id`, `source`, `title`, `n_words`, `flag`: "very short"
    below 50 words, "very long" above ten times the median of the corpus and above 2,000 words. They are
    counted like the others.

    >>> from tenor.corpus import from_texts
    >>> unusual_lengths(from_texts(["The dam holds."]))[["n_words", "flag"]]
       n_words        flag
    0        3  very short
    """
    documents = corpus.documents[["doc_id", "source", "title", "n_words"]]
    longest = max(10 * documents["n_words"].median(), MOST_WORDS) if len(documents) else MOST_WORDS
    is_short, is_long = documents["n_words"] < LEAST_WORDS, documents["n_words"] > longest
    flags = pd.Series(np.where(is_short, "very short", "very long"), index=documents.index, dtype="string")
    table = documents.assign(flag=flags)[is_short | is_long]
    table = table.sort_values("n_words", kind="stable", ignore_index=True)
    note = (
        f"{is_short.sum():,} documents below {LEAST_WORDS} words, {is_long.sum():,} above {longest:,.0f}, "
        f"of {len(documents):,}."
    )
    return describe(table, title="Unusual lengths", row="one row is a document", notes=[note])
