"""Sentences on tone towards targets."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import MOST_GROUPS, plain


def tone_towards(table: pd.DataFrame) -> str:
    """What is said of each target: the commonest tone, the mean, and whether it is sure to be on one side."""
    if table.empty:
        return "No sentence mentions a target with a word that the model knows."
    known = table[table["low"].notna()]
    lines = [_line(row) for _, row in known.head(MOST_GROUPS).iterrows()]
    if len(known) > MOST_GROUPS:
        lines.append(f"- {len(known) - MOST_GROUPS:,} more stand in the table.")
    n_small = len(table) - len(known)
    if n_small:
        lines.append(f"- {number_of(n_small, 'row')} with too few stories for a mean.")
    return "\n".join(lines)


def _line(row: pd.Series) -> str:
    names = row.loc[:"n_documents"].iloc[:-1].tolist()
    group = f" ({', '.join(plain(name) for name in names[1:])})" if names[1:] else ""
    if row["low"] > 0:
        side = "more positive than negative"
    elif row["high"] < 0:
        side = "more negative than positive"
    else:
        side = "neither side for sure"
    sentences = number_of(int(row["n_mentions"]), "sentence")
    documents = number_of(int(row["n_documents"]), "document")
    return (
        f"- Towards **{plain(names[0])}**{group}: {row['negative']:.0%} negative, {row['neutral']:.0%} "
        f"neutral, {row['positive']:.0%} positive in {sentences} of {documents}; mean "
        f"{row['polarity']:+.2f}, {row['low']:+.2f} to {row['high']:+.2f}: {side}."
    )
