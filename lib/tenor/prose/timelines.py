"""Sentences on words over time: their peaks, their changes, and who used them first."""

import pandas as pd

from tenor.formats import number_of, readable_date
from tenor.prose.phrases import MOST_GROUPS, bold, in_period, plain


def trend(table: pd.DataFrame) -> str:
    """When each word peaks, and where it is absent."""
    known = table[table["per_million"].notna()]
    if known.empty:
        return "No dated document holds these words."
    unit = table.attrs.get("period", "period")
    return "\n".join(_peak(word, part, unit) for word, part in known.groupby("word", sort=False))


def _peak(word: str, part: pd.DataFrame, unit: str) -> str:
    top = part.loc[part["per_million"].idxmax()]
    absent = int((part["frequency"] == 0).sum())
    gone = f"; absent in {absent} of {len(part)} {unit}s" if absent else ""
    return (
        f"- *{plain(word)}* peaks in {in_period(unit, top['period'])}: {top['per_million']:,.0f} per million "
        f"words (interval {top['low']:,.0f} to {top['high']:,.0f}, "
        f"{number_of(top['frequency'], 'time')}){gone}."
    )


def changes(table: pd.DataFrame) -> str:
    """When each word begins to be in more or fewer of the documents."""
    n_tested, unit = table.attrs.get("n_tested", 0), table.attrs.get("period", "period")
    if not n_tested:
        return "No word is frequent enough, for long enough, to look for changes."
    if table.empty:
        tested = "The series" if n_tested == 1 else f"None of the {n_tested:,} series"
        verb = "does not change" if n_tested == 1 else "changes"
        return f"{tested} tested {verb} beyond what shuffled {unit}s do."
    keys = list(table.columns[: table.columns.get_loc("word") + 1])
    lines = [_changes_of(key, part, unit) for key, part in table.groupby(keys, sort=False)]
    if n_tested > len(lines):
        lines.append(f"- {n_tested - len(lines):,} other series tested: no change.")
    return "\n".join(lines)


def _changes_of(key: tuple[str, ...], part: pd.DataFrame, unit: str) -> str:
    *groups, word = key
    where = "".join(f" in {bold([group])}" for group in groups)
    moves = [
        f"{'rises' if row.share_after > row.share_before else 'falls'} in {in_period(unit, row.period)}, "
        f"from {row.share_before:.1%} to {row.share_after:.1%} of the documents"
        for row in part.itertuples()
    ]
    return f"- *{plain(word)}*{where} {'; '.join(moves)}."


def first_uses(table: pd.DataFrame) -> str:
    """Who was the first to use each word, and how many followed."""
    if table.empty:
        return "No dated document of a group holds these words."
    lines = [_first_use(word, part) for word, part in table.groupby("word", sort=False)]
    return "\n".join([*lines, "", "The first in this collection need not be the first of all."])


def _first_use(word: str, part: pd.DataFrame) -> str:
    first, group = part[part["is_first"]], part.columns[1]
    date = first["published"].iloc[0]
    day = f"{'on' if len(date) == len('2031-12-31') else 'in'} {readable_date(date)}"
    if group == "published":
        return f"- *{plain(word)}* is first used {day}."
    n_later = len(part) - len(first)
    later = f"; by {n_later:,} more later" if n_later else ""
    if len(first) == 1:
        return f"- *{plain(word)}* is first used by {bold(first[group])}, {day}{later}."
    named = " or ".join(bold([name]) for name in first[group])
    who = named if len(first) <= MOST_GROUPS else f"one of **{len(first)}**"
    return (
        f"- *{plain(word)}* is first used by {who}, from {readable_date(date)} on, in an order that the "
        f"dates do not tell{later}."
    )
