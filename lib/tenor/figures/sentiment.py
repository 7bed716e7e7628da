"""Figures of tone."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import (
    MARKERS,
    MOST_GROUPS,
    PALETTE,
    draw,
    draw_line,
    draw_panels,
    label_periods,
    say_when_empty,
)

_GAP = 0.24
# Beyond this many groups a figure shows the largest, and its title says so.
_MOST_PLACES = 24


def tone_over_time(table: pd.DataFrame) -> Figure:
    """Lines: mean polarity in each period, with its interval, for each analyzer.

    Groups are lines of their own, in a panel for each analyzer.
    """
    names = group_columns(table)
    if names:
        return _groups_over_time(table, names)
    with draw(7, 3.2) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Tone over time"))
        if say_when_empty(ax, table):
            return figure
        for at, (name, part) in enumerate(table.groupby("analyzer", sort=False, observed=True)):
            draw_line(ax, part, "polarity", at, label=str(name))
            label_periods(ax, list(part["period"]))
        ax.axhline(0, color="black", linewidth=0.8)
        ax.set_ylabel("mean polarity (−1 to 1)")
        figure.legend(loc="outside right upper", title="analyzer")
    return figure


def _groups_over_time(table: pd.DataFrame, names: list[str]) -> Figure:
    table = table.assign(**{"": labels_of(table, names)})
    groups = list(dict.fromkeys(table[""]))
    shown = groups[:MOST_GROUPS]
    parts = list(table.groupby("analyzer", sort=False, observed=True))
    with draw_panels([name for name, _ in parts], 2.4, sharey=True) as (figure, axes):
        few = f" ({len(shown)} of {len(groups)} groups)" if len(shown) < len(groups) else ""
        figure.suptitle(table.attrs.get("title", "Tone over time") + few, x=0.01, ha="left", weight="bold")
        if say_when_empty(axes[0], table):
            return figure
        for ax, (name, part) in zip(axes, parts, strict=False):
            ax.set_title(str(name))
            for at, group in enumerate(shown):
                rows = part[part[""] == group]
                draw_line(ax, rows, "polarity", at, label=group if ax is axes[0] else None)
                label_periods(ax, list(rows["period"]), 8)
            ax.axhline(0, color="black", linewidth=0.8)
        axes[0].set_ylabel("mean polarity (−1 to 1)")
        figure.legend(loc="outside lower left", ncols=min(4, len(shown)), title=" · ".join(names))
    return figure


def tone(table: pd.DataFrame) -> Figure:
    """Points with intervals: mean polarity of each group, for each analyzer.

    Of a table by two columns or more the last are points of their own, in a panel for each analyzer. Groups
    without an interval are not drawn, and of many the largest.
    """
    names = group_columns(table)
    places = labels_of(table, names[:-1] or names) if names else "all documents"
    known = table.assign(**{"": places})[table["low"].notna()]
    largest = known.groupby("", sort=False)["n_documents"].max().nlargest(_MOST_PLACES).index
    shown = known[known[""].isin(largest)]
    title = table.attrs.get("title", "Tone")
    if len(shown) < len(known):
        title += f" (the largest {_MOST_PLACES} of {known[''].nunique()})"
    n_small = len(table) - len(known)
    axis = "mean polarity of documents (−1 to 1), with interval"
    axis += f"\nnot drawn: {n_small:,} of {len(table):,}, of too few documents" if n_small else ""
    if len(names) > 1:
        return _tone_of_pairs(shown, names[-1], title, axis)
    return _tone_of_groups(shown, title, axis)


def _tone_of_groups(shown: pd.DataFrame, title: str, axis: str) -> Figure:
    groups = list(dict.fromkeys(shown[""]))
    with draw(6.4, 1.3 + 0.42 * max(len(groups), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(title)
        if say_when_empty(ax, shown):
            return figure
        draw_points(ax, shown, groups, "analyzer", "polarity")
        ax.set_xlabel(axis)
        figure.legend(loc="outside right upper", title="analyzer")
    return figure


def _tone_of_pairs(shown: pd.DataFrame, last: str, title: str, axis: str) -> Figure:
    groups, order = (list(dict.fromkeys(shown[name])) for name in ("", last))
    parts = list(shown.groupby("analyzer", sort=False, observed=True))
    with draw(8.2, 1.6 + 0.46 * max(len(groups), 2), ncols=max(len(parts), 1), sharey=True) as (figure, axes):
        figure.suptitle(title, x=0.01, ha="left", weight="bold", size=10.5)
        if say_when_empty(axes[0, 0], shown):
            return figure
        for ax, (name, part) in zip(axes[0], parts, strict=True):
            draw_points(ax, part, groups, last, "polarity", order=order)
            ax.set_title(str(name))
        axes[0, len(parts) // 2].set_xlabel(axis)
        handles, labels = axes[0, 0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower left", ncols=min(4, len(labels)), title=last)
    return figure


def draw_points(
    ax: Axes, table: pd.DataFrame, places: list[str], series: str, value: str, order: list | None = None
) -> None:
    """Draw a point with its interval for each row, at the place that its column "" names; values of `series`
    have a colour and a marker of their own and lie below one another."""
    order = order or list(dict.fromkeys(table[series]))
    ax.axvline(0, color="black", linewidth=0.8)
    for at, name in enumerate(order):
        part = table[table[series] == name]
        middle, low, high = (part[key].to_numpy(float, na_value=np.nan) for key in (value, "low", "high"))
        shift = (at - (len(order) - 1) / 2) * min(_GAP, 0.8 / len(order))
        ax.errorbar(
            middle,
            [places.index(place) + shift for place in part[""]],
            xerr=np.abs([middle - low, high - middle]),
            fmt=MARKERS[at % 8],
            color=PALETTE[at % 8],
            label=str(name),
            markersize=4.5,
            capsize=2,
            linewidth=1.2,
        )
    ax.set_yticks(range(len(places)), places)
    ax.set_ylim(len(places) - 0.5, -0.5)
    ax.grid(axis="y", visible=False)


def group_columns(table: pd.DataFrame) -> list[str]:
    """The columns that part a table of tone: those before its period, its other group and its analyzer."""
    columns = list(table.columns)
    return columns[: min(columns.index(end) for end in ("period", "other", "analyzer") if end in columns)]


def labels_of(table: pd.DataFrame, names: list[str]) -> pd.Series:
    """The group of each row in words: the values of the columns `names`."""
    if table.empty:
        return pd.Series([], dtype=str)
    return table[names].astype(str).agg(" · ".join, axis=1)
