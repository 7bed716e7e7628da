"""Sentences on how scores go with people's ratings."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import listed, plain


def agreement_with_ratings(table: pd.DataFrame) -> str:
    """Which analyzer goes best with the ratings, and whether chance could exchange it with the others."""
    known = table[table["pearson_r"].notna()].sort_values("pearson_r", ascending=False, kind="stable")
    n = number_of(int(table["n_sentences"].max()), "rated sentence") if len(table) else "no rated sentence"
    if known.empty:
        return f"How well the scores go with the ratings cannot be said: {n}, too few or all alike."
    best, others = known.iloc[0], known.iloc[1:]
    if others.empty:
        name = f"**{plain(best['analyzer'])}**"
        return f"On {n}, the scores of {name} go with the ratings at {_correlation(best)}."
    return (
        f"On {n}, the scores of {_with_interval(best)} go best with the ratings, before those of "
        f"{listed(_with_interval(row) for _, row in others.iterrows())}. {_verdict(best, others)}"
    )


def _with_interval(row: pd.Series) -> str:
    return f"**{plain(row['analyzer'])}** ({_correlation(row)})"


def _correlation(row: pd.Series) -> str:
    interval = f", {row['low']:.2f} to {row['high']:.2f}" if pd.notna(row["low"]) else ""
    return f"r = {row['pearson_r']:.2f}{interval}"


def _verdict(best: pd.Series, others: pd.DataFrame) -> str:
    if pd.isna(best["low"]) or others["high"].isna().any():
        return "There are too few sentences for intervals, so the order may be chance."
    rivals = others.loc[others["high"] >= best["low"], "analyzer"]
    if rivals.empty:
        return "Its interval lies apart from the others."
    return (
        f"Its interval overlaps with that of {listed(map(plain, rivals))}, so which is better may be chance."
    )
