"""Sentences on tone towards targets by who speaks."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import plain


def speaker_matrix(table: pd.DataFrame) -> str:
    """Who speaks best and worst of whom, as far as the intervals are sure; how many cells tell nothing."""
    known = table[table["polarity"].notna()]
    if known.empty:
        return "No speaker says enough about a target for a mean."
    ranked = known.sort_values("polarity", ascending=False, kind="stable")
    lines = [
        _line("best", ranked[ranked["low"] > 0].head(1)),
        _line("worst", ranked[ranked["high"] < 0].tail(1)),
    ]
    unsure = int(((known["low"] <= 0) & (known["high"] >= 0)).sum())
    if unsure:
        lines.append(f"- {number_of(unsure, 'mean')} on neither side for sure.")
    few = len(table) - len(known)
    if few:
        lines.append(f"- {few:,} of {number_of(len(table), 'pair')} have too few stories for a mean.")
    return "\n".join(line for line in lines if line)


def _line(which: str, rows: pd.DataFrame) -> str:
    if rows.empty:
        return f"- Nobody is sure to speak {'well' if which == 'best' else 'badly'} of a target."
    row = rows.iloc[0]
    sentences = number_of(int(row["n_mentions"]), "sentence")
    return (
        f"- The {which} is said of **{plain(row['target'])}** by **{plain(row['speaker'])}**: mean "
        f"{row['polarity']:+.2f}, {row['low']:+.2f} to {row['high']:+.2f}, in {sentences} of "
        f"{number_of(int(row['n_documents']), 'document')}."
    )
