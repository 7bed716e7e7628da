"""Sentences on quotations that several documents print."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import plain

_LONGEST = 120


def reuse(table: pd.DataFrame) -> str:
    """How many quotations recur, how many only in near-copies, and what changes on the way."""
    if table.empty:
        return "No quotation of five words or more stands in two documents."
    only_copies = int((table["n_documents"] - table["n_copies"] < 2).sum())
    lines = [f"- {number_of(len(table), 'quotation')} in more than one document{_copies(only_copies)}."]
    counts = {
        "cut, added to or altered": table["changes"].str.contains("cut|added|altered").sum(),
        "with another verb": table["cues_differ"].sum(),
        "given to another speaker": table["speakers_differ"].sum(),
    }
    lines.append(f"- Of these {', '.join(f'{int(n):,} {what}' for what, n in counts.items())}.")
    moved = table[table["speakers_differ"]]
    if len(moved):
        row = moved.iloc[0]
        text = row["text"] if len(row["text"]) <= _LONGEST else f"{row['text'][:_LONGEST]}…"
        lines.append(f"- “{plain(text)}” is given to {plain(row['speakers'])}.")
    return "\n".join(lines)


def _copies(n: int) -> str:
    return f", {n:,} of them only in near-copies of one text" if n else ""
