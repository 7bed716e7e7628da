"""Sentences on tone: which groups score high and low, and how sure that is."""

import pandas as pd

from tenor.formats import MISSING, number_of
from tenor.prose.phrases import MOST_GROUPS, in_period, plain


def tone(table: pd.DataFrame) -> str:
    """Which group scores highest and lowest by each analyzer, and whether chance could exchange them.

    Of a table by two columns or more: in which groups of the first the groups of the last lie apart.
    """
    names = list(table.columns[: list(table.columns).index("analyzer")]) if "analyzer" in table else []
    if table.empty:
        return f"No document has a value of *{plain(table.columns[0])}*, so there are no groups to compare."
    known = table[table["polarity"].notna()]
    if known.empty:
        return "No sentence holds a word that the analyzers know."
    sure = known[known["low"].notna()]
    if len(names) > 1:
        return _apart_within(sure, names)
    parts = [
        (name, part) for name, part in sure.groupby("analyzer", sort=False, observed=True) if len(part) > 1
    ]
    if not parts:
        return "Fewer than two groups have enough documents for an interval, so no order of theirs is sure."
    return "\n".join(_extremes(name, part, known.columns[0]) for name, part in parts)


def _apart_within(sure: pd.DataFrame, names: list[str]) -> str:
    """In which groups of the first columns the intervals of those of the last lie apart, by analyzer."""
    *firsts, last = names
    lines = []
    for analyzer, part in sure.groupby("analyzer", sort=False, observed=True):
        groups = [(key, rows) for key, rows in part.groupby(firsts, sort=False) if len(rows) > 1]
        ends = [(key, _ends(rows)) for key, rows in groups]
        apart = [(key, top, bottom) for key, (top, bottom) in ends if top["low"] > bottom["high"]]
        told = "; ".join(
            f"**{plain(' · '.join(map(str, key)))}**, {plain(top[last])} highest ({_with_interval(top)}), "
            f"{plain(bottom[last])} lowest ({_with_interval(bottom)})"
            for key, top, bottom in apart[:MOST_GROUPS]
        )
        more = f"; and {len(apart) - MOST_GROUPS:,} more" if len(apart) > MOST_GROUPS else ""
        among = number_of(len(groups), " and ".join(firsts))
        lines.append(
            f"- By **{analyzer}**, the intervals of one {last} and another lie apart in {len(apart):,} of "
            f"{among}{': ' if apart else ''}{told}{more}."
        )
    return "\n".join(lines) or "No group has enough documents for an interval, so no order is sure."


def _ends(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    return rows.loc[rows["polarity"].idxmax()], rows.loc[rows["polarity"].idxmin()]


def _extremes(analyzer: str, part: pd.DataFrame, group: str) -> str:
    top, bottom = _ends(part)
    apart = top["low"] > bottom["high"]
    verdict = "lie apart" if apart else "overlap, so the order may be chance"
    return (
        f"- By **{analyzer}**, {plain(top[group])} scores highest ({_with_interval(top)}) and "
        f"{plain(bottom[group])} lowest ({_with_interval(bottom)}); their intervals {verdict}."
    )


def _with_interval(row: pd.Series) -> str:
    interval = f", {row['low']:+.2f} to {row['high']:+.2f}" if pd.notna(row["low"]) else ""
    return f"{row['polarity']:+.2f}{interval}"


def tone_over_time(table: pd.DataFrame) -> str:
    """How far the tone moves by each analyzer, and where it cannot be said."""
    known = table[table["polarity"].notna()]
    if known.empty:
        return "No period has enough documents for a mean."
    unit = table.attrs.get("period", "period")
    names = list(table.columns[: list(table.columns).index("period")])
    lines = []
    for name, part in known.groupby("analyzer", sort=False, observed=True):
        highest, lowest = (
            f"{_of_group(row, names)}in {in_period(unit, row['period'])} ({_with_interval(row)})"
            for row in _ends(part)
        )
        lines.append(f"- By **{name}**, the mean is highest {highest}, lowest {lowest}.")
    return "\n".join(lines)


def _of_group(row: pd.Series, names: list[str]) -> str:
    return f"for {plain(' · '.join(str(row[name]) for name in names))} " if names else ""


def agreement(table: pd.DataFrame) -> str:
    """How often the analyzers agree on the sign of a sentence, and which two agree least."""
    attrs = table.attrs
    if not attrs.get("n_scored"):
        return "No sentence was scored by all analyzers."
    names, sentences = attrs["analyzers"], number_of(attrs["n_scored"], "sentence")
    together = "both" if len(names) == 2 else f"all {len(names)}"
    told = (
        f"Of {sentences} that {together} analyzers score, they agree on the sign of "
        f"**{attrs['same_sign']:.0%}**; **{attrs['opposite']:.0%}** are positive to one and negative to "
        "another."
    )
    known = table.dropna(subset="pearson")
    if len(names) == 2 or known.empty:
        return told
    least = known.loc[known["pearson"].idxmin()]
    return (
        f"{told} The scores of {least['first']} and {least['second']} go together least (correlation "
        f"{least['pearson']:.2f})."
    )


def extremes(table: pd.DataFrame) -> str:
    """Which sources the strongest sentences come from."""
    if table.empty:
        return "No sentence was scored."
    sources = table["source"].fillna(MISSING).value_counts()
    return (
        f"Of these {len(table)} sentences, {sources.iloc[0]} are from {plain(sources.index[0])}. Read them "
        "before you quote a mean: a score may be a quoted speaker's, or the name of a thing."
    )
