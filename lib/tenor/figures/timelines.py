"""Figures of words over time."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import (
    MARKERS,
    MOST_GROUPS,
    PALETTE,
    draw_line,
    draw_panels,
    group_name,
    label_periods,
    say_when_empty,
    with_thousands,
)

_CHANGE = "dashed: a change; ×: how many times as large the share of documents with the word is after it"


def trends(table: pd.DataFrame, changes: pd.DataFrame | None = None) -> Figure:
    """One panel a word: its per-million frequency in each period, with its interval; gaps stay gaps.

    Groups are lines of their own, of which the first 8 are drawn. Each row of `changes` is a dashed line,
    with the ratio of the shares of documents after and before it.
    """
    names = list(dict.fromkeys(table["word"]))[:MOST_GROUPS]
    group = None if group_name(table) == "word" else group_name(table)
    groups = list(dict.fromkeys(table[group])) if group else [None]
    title = table.attrs.get("title", "Words over time")
    cut = f" ({MOST_GROUPS} of {len(groups)} groups)" if len(groups) > MOST_GROUPS else ""
    with draw_panels(names, 2.2, sharex=True, sharey=True) as (figure, axes):
        figure.suptitle(f"{title}{cut}", x=0.01, ha="left", weight="bold")
        for ax, name in zip(axes, names, strict=False):
            for at, label in enumerate(groups[:MOST_GROUPS]):
                part = _rows(table, name, group, label)
                draw_line(ax, part, "per_million", at, label=label)
                if changes is not None:
                    _mark_changes(ax, _rows(changes, name, group, label), list(part["period"]), at)
            _finish_trend(ax, str(name), list(table["period"].unique()))
        if group and len(table):
            figure.legend(
                *axes[0].get_legend_handles_labels(), loc="outside upper right", title=group, ncols=4
            )
        if changes is not None and len(changes):
            figure.supxlabel(_CHANGE, size=8.5)
        say_when_empty(axes[0], table)
    return figure


def _finish_trend(ax: Axes, word: str, periods: list[str]) -> None:
    # Above the ratios of changes.
    ax.set_title(word, pad=16)
    ax.set_ylim(bottom=0)
    label_periods(ax, periods, most=6)
    ax.set_ylabel("per million words")
    with_thousands(ax.yaxis)


def _rows(table: pd.DataFrame, word: str, group: str | None, label: str | None) -> pd.DataFrame:
    chosen = table[table["word"] == word]
    return chosen if group is None else chosen[chosen[group] == label]


def _mark_changes(ax: Axes, part: pd.DataFrame, periods: list[str], at: int) -> None:
    """Draw each change before its first period, with its ratio above the panel and the line's marker."""
    for row in part.itertuples():
        place, ratio = periods.index(row.period) - 0.5, 2**row.log_ratio
        ax.axvline(place, color=PALETTE[at % 8], linestyle="--", linewidth=1.2)
        ax.plot(
            place,
            1,
            color=PALETTE[at % 8],
            marker=MARKERS[at % 8],
            markersize=4,
            clip_on=False,
            transform=ax.get_xaxis_transform(),
        )
        ax.annotate(
            f"×{ratio:,.0f}" if ratio >= 10 else f"×{ratio:.2g}",
            (place, 1),
            (0, 3),
            xycoords=ax.get_xaxis_transform(),
            textcoords="offset points",
            ha="center",
            fontsize=8.5,
        )
