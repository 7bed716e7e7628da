"""Figures of reporting verbs."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from tenor.figures.canvas import MARKERS, PALETTE, draw, group_name, say_when_empty

_MOST_ROWS = 20


def reporting_verbs(table: pd.DataFrame) -> Figure:
    """Points: how much larger the share of a verb is in a group than in the others, with its interval, filled
    where that leaves out 0; the largest 20 in either direction. Of a table without groups, bars: the share of
    each verb."""
    group = None if group_name(table) == "verb" else group_name(table)
    known = table if group is None else table[table["low"].notna()]
    order = known["share" if group is None else "difference"].abs()
    shown = known.loc[order.nlargest(_MOST_ROWS).index]
    cut = f" ({len(shown)} of {len(table)} rows)" if len(shown) < len(table) else ""
    with draw(7.4, 1.4 + 0.27 * max(len(shown), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Reporting verbs") + cut)
        if say_when_empty(ax, shown):
            return figure
        if group is None:
            _draw_shares(ax, shown)
        else:
            shown = shown.sort_values("difference", ascending=False, kind="stable")
            _draw_differences(ax, shown, group)
        ax.set_yticks(range(len(shown)), _labels(shown, group))
        ax.set_ylim(len(shown) - 0.5, -0.5)
        ax.xaxis.set_major_formatter(PercentFormatter(1))
        ax.grid(axis="y", visible=False)
        if group:
            figure.legend(loc="outside right upper", title="stance of the verb")
    return figure


def _labels(shown: pd.DataFrame, group: str | None) -> list[str]:
    cells = zip(shown[group] if group else shown["verb"], shown["verb"], shown["n_cues"], strict=True)
    return [f"{name} · {verb} ({n:,})" if group else f"{verb} ({n:,})" for name, verb, n in cells]


def _draw_shares(ax: Axes, shown: pd.DataFrame) -> None:
    ax.barh(range(len(shown)), shown["share"].to_numpy(float), color=PALETTE[0])
    ax.set_xlabel("share of reporting verbs")


def _draw_differences(ax: Axes, shown: pd.DataFrame, group: str) -> None:
    places = np.arange(len(shown))
    middle, low, high = (shown[name].to_numpy(float) for name in ("difference", "low", "high"))
    is_sure = (low > 0) | (high < 0)
    ax.axvline(0, color="black", linewidth=0.8)
    ax.hlines(places, low, high, color="#555555", linewidth=1.2)
    for at, stance in enumerate(sorted(shown["stance"].unique())):
        is_it = (shown["stance"] == stance).to_numpy(bool)
        colour = PALETTE[at % 8]
        faces = [colour if sure else "white" for sure in is_sure[is_it]]
        ax.scatter(
            middle[is_it],
            places[is_it],
            marker=MARKERS[at % 8],
            facecolors=faces,
            edgecolors=colour,
            zorder=3,
            label=stance,
        )
    ax.set_xlabel(f"share of the verbs of the {group} less the share elsewhere, with interval")
