"""Sentences on differences in tone between groups."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import MOST_GROUPS, plain


def differences(table: pd.DataFrame) -> str:
    """Which groups differ surely by each analyzer, all pairs taken together, and by how much."""
    known = table[table["low"].notna()]
    if known.empty:
        return "No two groups have enough stories to be compared."
    parts = known.groupby("analyzer", sort=False, observed=True)
    lines = [_line(str(name), part, table.attrs.get("alpha", 0.05)) for name, part in parts]
    n_small = len(table[table["low"].isna()].drop_duplicates(_names(table)))
    if n_small:
        lines.append(f"- {number_of(n_small, 'pair')} with too few stories by at least one analyzer.")
    return "\n".join(lines)


def _names(table: pd.DataFrame) -> list[str]:
    return list(table.columns[: list(table.columns).index("analyzer")])


def _line(analyzer: str, part: pd.DataFrame, alpha: float) -> str:
    sure = part[part["p_adjusted"] <= alpha].sort_values("p_adjusted", kind="stable")
    pairs = number_of(len(part), "pair")
    if sure.empty:
        widest = _pair(part.loc[part["difference"].abs().idxmax()])
        return f"- By **{analyzer}**, none of {pairs} differs surely; the widest difference is {widest}."
    told = "; ".join(_pair(row) for _, row in sure.head(MOST_GROUPS).iterrows())
    more = f"; and {len(sure) - MOST_GROUPS:,} more" if len(sure) > MOST_GROUPS else ""
    return f"- By **{analyzer}**, {len(sure):,} of {pairs} differ surely: {told}{more}."


def _pair(row: pd.Series) -> str:
    """One difference, the higher group first."""
    *blocks, last, _ = row.index[: list(row.index).index("analyzer")]
    sign = 1 if row["difference"] >= 0 else -1
    higher, lower = (_called(row[name]) for name in ((last, "other") if sign > 0 else ("other", last)))
    ends = sorted((sign * row["low"], sign * row["high"]))
    within = f" in {', '.join(plain(row[name]) for name in blocks)}" if blocks else ""
    return (
        f"{higher} above {lower}{within} by {abs(row['difference']):.2f} ({ends[0]:+.2f} to {ends[1]:+.2f})"
    )


def _called(name: str) -> str:
    return "the rest" if name == "rest" else f"**{plain(name)}**"
