"""Sentences on who is heard, and where not."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import MOST_GROUPS, bold, listed, plain

_MOST_SPEAKERS = 3


def speakers_heard(table: pd.DataFrame) -> str:
    """Whom each group quotes most."""
    if table.empty:
        return "No quotation names its speaker."
    if table.columns[0] == "speaker":
        return f"Quoted most: {_first(table)}."
    groups = list(table.groupby(table.columns[0], sort=False))
    lines = [f"- **{plain(name)}** quotes {_first(part)}." for name, part in groups[:MOST_GROUPS]]
    if len(groups) > MOST_GROUPS:
        lines.append(f"- {len(groups) - MOST_GROUPS:,} more groups stand in the table.")
    return "\n".join(lines)


def _first(part: pd.DataFrame) -> str:
    told = [
        f"{plain(row['speaker'])} ({_quotations(row)}, {row['share']:.0%} of the quoted words)"
        for _, row in part.head(_MOST_SPEAKERS).iterrows()
    ]
    return listed(told)


def _quotations(row: pd.Series) -> str:
    return number_of(int(row["n_quotations"]), "quotation")


def heard_in(table: pd.DataFrame) -> str:
    """Who is quoted by several groups and never by others."""
    if table.empty:
        return "No quotation names its speaker."
    missed = table[table["not_in"].notna()]
    if missed.empty:
        return "None of these speakers is left out by a group in which 3 quotations were to be expected."
    lines = [
        f"- {bold([row['speaker']])}, {_quotations(row)} in all, never in {plain(row['not_in'])}."
        for _, row in missed.head(MOST_GROUPS).iterrows()
    ]
    if len(missed) > MOST_GROUPS:
        lines.append(f"- {len(missed) - MOST_GROUPS:,} more stand in the table.")
    return "\n".join(lines)
