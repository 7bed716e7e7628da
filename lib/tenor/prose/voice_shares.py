"""Sentences on how much is quoted."""

import pandas as pd

from tenor.prose.phrases import MOST_GROUPS, in_period, plain

_QUOTED = ("direct", "indirect")


def voice_shares(table: pd.DataFrame) -> str:
    """How many words are the sources' own, and where most and least is narrated."""
    narrated = table[table["voice"] == "narration"].dropna(subset="share")
    if narrated.empty:
        return "There is no word to count."
    if table.columns[0] == "voice":
        shares = table.set_index("voice")["share"]
        return (
            f"**{shares['narration']:.0%}** of the words are narration, {shares['direct']:.0%} are quoted "
            f"directly and {shares['indirect']:.0%} indirectly."
        )
    if len(narrated) == 1:
        row = narrated.iloc[0]
        return f"In **{plain(row.iloc[0])}**, {_with_interval(row)} of the words are narration."
    top, bottom = _ends(narrated)
    return (
        f"Most is narrated in **{plain(top.iloc[0])}** ({_with_interval(top)} of its words), most is quoted "
        f"in **{plain(bottom.iloc[0])}** (narration {_with_interval(bottom)}); {_verdict(top, bottom)}."
    )


def voice_shares_over_time(table: pd.DataFrame) -> str:
    """When most and least was quoted directly and indirectly."""
    known = table[table["low"].notna()] if len(table) else table
    unit = table.attrs.get("period", "period")
    lines = []
    for voice in _QUOTED:
        rows = known[known["voice"] == voice]
        if len(rows) > 1:
            top, bottom = _ends(rows)
            lines.append(
                f"- The **{voice}** share is highest in {in_period(unit, top['period'])} "
                f"({_with_interval(top)}), lowest in {in_period(unit, bottom['period'])} "
                f"({_with_interval(bottom)}); {_verdict(top, bottom)}."
            )
    return "\n".join(lines[:MOST_GROUPS]) or "Fewer than two periods have enough documents for an interval."


def _ends(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    return rows.loc[rows["share"].idxmax()], rows.loc[rows["share"].idxmin()]


def _verdict(top: pd.Series, bottom: pd.Series) -> str:
    if pd.isna(top["low"]) or pd.isna(bottom["low"]):
        return "one of them has too few documents for an interval, so the order may be chance"
    if top["low"] > bottom["high"]:
        return "their intervals lie apart"
    return "their intervals overlap, so the order may be chance"


def _with_interval(row: pd.Series) -> str:
    interval = f", {row['low']:.0%} to {row['high']:.0%}" if pd.notna(row["low"]) else ""
    return f"{row['share']:.0%}{interval}"
