"""Sentences on tone: which groups score high and low, and how sure that is."""

import pandas as pd

from tenor.formats import MISSING, number_of
from tenor.prose.phrases import in_period, plain


def tone(table: pd.DataFrame) -> str:
    """Which group scores highest and lowest by each analyzer, and whether chance could exchange them."""
    if table.empty:
        return f"No document has a value of *{plain(table.columns[0])}*, so there are no groups to compare."
    known = table[table["polarity"].notna()]
    if known.empty:
        return "No sentence holds a word that the analyzers know."
    sure = known[known["low"].notna()]
    parts = [
        (name, part) for name, part in sure.groupby("analyzer", sort=False, observed=True) if len(part) > 1
    ]
    if not parts:
        return "Fewer than two groups have enough documents for an interval, so no order of theirs is sure."
    return "\n".join(_extremes(name, part, known.columns[0]) for name, part in parts)


def _extremes(analyzer: str, part: pd.DataFrame, group: str) -> str:
    top, bottom = part.loc[part["polarity"].idxmax()], part.loc[part["polarity"].idxmin()]
    apart = top["low"] > bottom["high"]
    verdict = "lie apart" if apart else "overlap, so the order may be chance"
    return (
        f"- By **{analyzer}**, {plain(top[group])} scores highest ({_with_interval(top)}) and "
        f"{plain(bottom[group])} lowest ({_with_interval(bottom)}); their intervals {verdict}."
    )


def _with_interval(row: pd.Series) -> str:
    interval = f", {row['low']:+.2f} to {row['high']:+.2f}" if pd.notna(row["low"]) else ""
    return f"{row['polarity']:+.2f}{interval}"


def tone_by_voice(table: pd.DataFrame, analyzer: str = "tone") -> str:
    """In which groups a quoted voice and the narration lie apart, by one analyzer."""
    known = table[(table["analyzer"] == analyzer) & table["low"].notna()]
    if known.empty:
        return "No group has enough documents of a voice for an interval."
    group = known.columns[0]
    pairs = [_against_narration(name, part) for name, part in known.groupby(group, sort=False)]
    lines = [line for lines in pairs for line in lines]
    if not any(len(part) > 1 for _, part in known.groupby(group, sort=False)):
        return "No group has enough documents of two voices to compare them."
    return "\n".join(lines) or f"By **{analyzer}**, in no group do quoted and narrated sentences lie apart."


def _against_narration(name: str, part: pd.DataFrame) -> list[str]:
    """A line for each quoted voice of a group whose interval does not meet that of the narration."""
    narrated = part[part["voice"] == "narration"]
    lines = []
    for _, own in narrated.iterrows():
        for _, row in part[part["voice"] != "narration"].iterrows():
            if row["low"] > own["high"] or row["high"] < own["low"]:
                side = "above" if row["low"] > own["high"] else "below"
                lines.append(
                    f"- In {plain(name)}, {row['voice']} quotation ({_with_interval(row)}) lies {side} the "
                    f"narration ({_with_interval(own)})."
                )
    return lines


def tone_over_time(table: pd.DataFrame) -> str:
    """How far the tone moves by each analyzer, and where it cannot be said."""
    known = table[table["polarity"].notna()]
    if known.empty:
        return "No period has enough documents for a mean."
    unit = table.attrs.get("period", "period")
    lines = []
    for name, part in known.groupby("analyzer", sort=False):
        top, bottom = part.loc[part["polarity"].idxmax()], part.loc[part["polarity"].idxmin()]
        lines.append(
            f"- By **{name}**, the mean is highest in {in_period(unit, top['period'])} "
            f"({_with_interval(top)}), lowest in {in_period(unit, bottom['period'])} "
            f"({_with_interval(bottom)})."
        )
    return "\n".join(lines)


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
