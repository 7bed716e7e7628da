"""Sentences on reporting verbs."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import MOST_GROUPS, plain, quoted


def reporting_verbs(table: pd.DataFrame) -> str:
    """The commonest verbs; of groups those of which a verb is surely more or less typical."""
    return _tell(table, "verb")


def verb_stances(table: pd.DataFrame) -> str:
    """The commonest stances; of groups those that show one surely more or less than the others."""
    return _tell(table, "stance")


def _tell(table: pd.DataFrame, what: str) -> str:
    if table["n_cues"].sum() == 0:
        return "No quotation has a reporting verb."
    if table.columns[0] == what:
        first = table.nlargest(3, "n_cues")
        told = ", ".join(
            f"{quoted([row[what]])} ({row['share']:.0%})" for _, row in first.iterrows() if row["n_cues"]
        )
        return f"Of the reporting verbs, these are commonest: {told}."
    sure = table[(table["low"] > 0) | (table["high"] < 0)]
    if sure.empty:
        return f"No group differs surely from the others in a {what}: each interval holds 0."
    largest = sure.loc[sure["difference"].abs().nlargest(MOST_GROUPS).index]
    lines = [_line(row, what) for _, row in largest.iterrows()]
    n = int(table["low"].notna().sum())
    n_chance = n * (1 - table.attrs["confidence"])
    told = f"{len(sure):,} of {number_of(n, 'interval')} leave out 0"
    lines.append(f"- {told}; by chance alone some {n_chance:.0f} would.")
    return "\n".join(lines)


def _line(row: pd.Series, what: str) -> str:
    more = "more" if row["difference"] > 0 else "less"
    return (
        f"- **{plain(row.iloc[0])}** has {quoted([row[what]])} {more} often than the others: "
        f"{row['share']:.0%} of its verbs, {row['share_elsewhere']:.0%} elsewhere "
        f"(difference {row['low']:+.0%} to {row['high']:+.0%}, {number_of(int(row['n_cues']), 'cue')})."
    )
