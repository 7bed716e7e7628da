"""Sentences on the diversity of speakers."""

import pandas as pd

from tenor.prose.phrases import plain


def source_diversity(table: pd.DataFrame) -> str:
    """Which group has most effective speakers at equal size, and whether chance could exchange them."""
    known = table[table["effective_speakers"].notna()]
    if known.empty:
        return "No quotation is of a speaker with a name."
    if table.columns[0] == "n_documents":
        row = known.iloc[0]
        return (
            f"{row['n_speakers']:,} speakers with a name are quoted, as diverse as "
            f"**{row['effective_speakers']:.1f}** quoted equally often{_interval(row)}; "
            f"{plain(row['top_speaker'])} has {row['top_share']:.0%} of their quotations."
        )
    sure = known[known["low"].notna()]
    if len(sure) < 2:
        return "Fewer than two groups have enough quotations for an interval, so no order of theirs is sure."
    values = sure["rarefied_speakers"]
    return "\n".join([_compare(sure.loc[values.idxmax()], sure.loc[values.idxmin()]), _top(sure)])


def _compare(top: pd.Series, bottom: pd.Series) -> str:
    apart = top["low"] > bottom["high"]
    verdict = "lie apart" if apart else "overlap, so the order may be chance"
    return (
        f"- Among equally many quotations **{plain(top.iloc[0])}** has {top['rarefied_speakers']:.1f} "
        f"effective speakers{_interval(top)}, **{plain(bottom.iloc[0])}** {bottom['rarefied_speakers']:.1f}"
        f"{_interval(bottom)}; their intervals {verdict}."
    )


def _top(sure: pd.DataFrame) -> str:
    row = sure.loc[sure["top_share"].idxmax()]
    return (
        f"- The largest share of one speaker is that of {plain(row['top_speaker'])} in "
        f"**{plain(row.iloc[0])}**: {row['top_share']:.0%} of the quotations of somebody with a name."
    )


def _interval(row: pd.Series) -> str:
    return f" ({row['low']:.1f} to {row['high']:.1f})" if pd.notna(row["low"]) else ""
