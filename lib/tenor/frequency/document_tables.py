"""Tables with a row for each document, and their medians over groups."""

from collections.abc import Sequence

import pandas as pd

from tenor.corpus.corpora import Part
from tenor.frequency.groups import stack_tables

DOCUMENT = ["doc_id", "source", "published"]


def measure_groups(
    parts: Sequence[Part],
    tables: Sequence[pd.DataFrame],
    measures: Sequence[str],
    by: str,
    *,
    n_short: Sequence[int],
) -> pd.DataFrame:
    """One row a part with documents: how many it has, how many of them are too short, their words, and the
    medians of their words (`words_per_document`) and of the measures over the documents that have them."""
    rows = []
    for table, short in zip(tables, n_short, strict=True):
        values = {
            "n_documents": len(table),
            "n_short": short,
            "n_words": table["n_words"].sum(),
            "words_per_document": table["n_words"].median(),
            **table[list(measures)].median(),
        }
        rows.append(pd.DataFrame([values]).head(len(table)))
    return stack_tables(parts, rows, by)


def note_none(table: pd.DataFrame) -> list[str]:
    """A footnote on a table without rows."""
    return [] if len(table) else ["There are no documents to measure."]
