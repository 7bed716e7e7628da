"""Corpora whose quotations are chosen by hand."""

import pandas as pd

from tenor.corpus import Corpus, from_texts
from tenor.voices.tables import as_table


def quoting(documents: list[list[dict]], **metadata) -> tuple[pd.DataFrame, Corpus]:
    """Make a table of quotations and a corpus that carries it, of documents given as lists of quotations.

    A quotation has a `speaker` or None, `n` words (3), a `kind` (indirect), a `cue` ("said"; None for
    none) and any further column of the table. Each document opens with the three words of "Report number
    ten." and each quotation is followed by its cue.
    """
    rows, texts = [], []
    for doc, quotations in enumerate(documents):
        text = f"Report number {'x' * (doc + 1)}. "
        for place, given in enumerate(quotations):
            row = {"kind": "indirect", "cue": "said", "n": 3, **given}
            words = " ".join(["water"] * row.pop("n"))
            row |= {"doc_id": str(doc), "start": len(text), "end": len(text) + len(words)}
            text += words
            if row["cue"] is not None:
                row |= {"cue_start": len(text) + 2, "cue_end": len(text) + 2 + len(row["cue"])}
                text += f", {row['cue']}"
            text += f" b{'y' * (place + 1)}. "
            rows.append(row)
        texts.append(text)
    table = as_table(pd.DataFrame(rows, columns=None if rows else ["doc_id"]))
    return table, from_texts(texts, **metadata).with_quotations(table)


def of(speaker: str | None, **further) -> dict:
    """A quotation of this speaker."""
    return {"speaker": speaker, **further}
