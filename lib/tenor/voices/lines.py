"""Lines of the speakers whom each group quotes most."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.parameters import check_value
from tenor.tables import describe
from tenor.voices.evidence import LINE_TYPES, show_lines
from tenor.voices.groups import document_groups
from tenor.voices.words import quoted_words


def lines_by_speaker(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str = "source",
    n_speakers: int = 5,
    n: int = 10,
) -> pd.DataFrame:
    """Show lines of the speakers whom each group quotes most, so that their numbers can be checked.

    One row a quotation: the group under the name `by`, then the columns of `evidence_of`. Groups are in
    alphabetical order, in each the `n_speakers` with most quotations, those first, and of each `n` lines
    chosen as in `evidence_of`. `by` is a column of the documents, "week", "month" or "year".

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, there is no column `by` or the result has one of that
        name other than "source", or a number is below 1.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": [0], "end": [8], "kind": "indirect", "speaker": "Ilse Orr"}
    ... )
    >>> corpus = from_texts(["It rains, Ilse Orr said."], source=["Lantern"]).with_quotations(rows)
    >>> lines_by_speaker(rows, corpus)[["source", "speaker", "text"]]
        source   speaker      text
    0  Lantern  Ilse Orr  It rains
    """
    n_speakers, n = check_value("top_n", n_speakers), check_value("top_n", n)
    groups = document_groups(corpus, by, [name for name in LINE_TYPES if name != "source"])
    words = quoted_words(quotations, corpus)
    rows = words.rows.assign(group=groups.of_document[words.rows["doc"]])
    named = rows[(rows["group"] >= 0) & rows["speaker"].notna()]
    sizes = named.groupby(["group", "speaker"]).size().reset_index(name="n_quotations")
    sizes = sizes.sort_values(["group", "n_quotations"], ascending=[True, False], kind="stable")
    most = sizes.groupby("group").head(n_speakers)
    parts = dict(iter(named.groupby(["group", "speaker"])))
    pairs = list(zip(most["group"], most["speaker"], strict=True))
    tables = [show_lines(parts[pair], corpus, n) for pair in pairs]
    table = pd.concat([show_lines(named[:0], corpus, n), *tables], ignore_index=True).astype(LINE_TYPES)
    numbers = np.repeat([group for group, _ in pairs], [len(part) for part in tables]).astype(np.int64)
    table = groups.label(table.drop(columns=["source"] if by == "source" else []), numbers)
    return describe(
        table,
        title=f"Lines of those quoted most by {by}",
        row="one row is a quotation",
        notes=[
            *corpus.notes,
            f"Up to {n} lines each of the {n_speakers} speakers quoted most in each {by}, one a document as "
            "far as there are enough.",
            *words.notes,
            *groups.notes,
        ],
    )
