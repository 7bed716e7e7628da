"""Figures of tone."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import MARKERS, PALETTE, draw, draw_line, group_name, label_periods, say_when_empty


def tone_over_time(table: pd.DataFrame) -> Figure:
    """Lines: mean polarity in each period, with its interval, for each analyzer."""
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


def tone(table: pd.DataFrame) -> Figure:
    """Points with intervals: mean polarity of each group, for each analyzer."""
    group = group_name(table)
    if group == "analyzer":  # the whole corpus, not parted
        table, group = table.assign(**{"": "all documents"})[["", *table.columns]], ""
    groups = list(dict.fromkeys(table[group].astype(str)))
    with draw(6.4, 1.1 + 0.42 * max(len(groups), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", f"Tone by {group}"))
        if say_when_empty(ax, table):
            return figure
        for at, (name, part) in enumerate(table.groupby("analyzer", sort=False, observed=True)):
            middle = part["polarity"].to_numpy(float, na_value=np.nan)
            low, high = (part[key].to_numpy(float, na_value=np.nan) for key in ("low", "high"))
            places = [groups.index(str(value)) + (at - 0.5) * 0.24 for value in part[group]]
            ax.errorbar(
                middle,
                places,
                xerr=np.abs([middle - low, high - middle]),
                fmt=MARKERS[at % 8],
                color=PALETTE[at % 8],
                label=str(name),
                markersize=5,
                capsize=2,
                linewidth=1.2,
            )
        ax.axvline(0, color="black", linewidth=0.8)
        ax.set_yticks(range(len(groups)), groups)
        ax.set_ylim(len(groups) - 0.5, -0.5)
        ax.set_xlabel("mean polarity of documents (−1 to 1), with interval")
        ax.grid(axis="y", visible=False)
        figure.legend(loc="outside right upper", title="analyzer")
    return figure


def tone_by_voice(table: pd.DataFrame, analyzer: str = "tone") -> Figure:
    """Points with intervals: mean polarity of each voice of each group, by one analyzer.

    Voices whose interval is masked are drawn as hollow points.
    """
    group = group_name(table)
    known = table[(table["analyzer"] == analyzer) & table["polarity"].notna()]
    groups, voices = list(dict.fromkeys(known[group])), list(dict.fromkeys(known["voice"]))
    with draw(6.4, 1.1 + 0.5 * max(len(groups), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(f"Tone by {group} and voice ({analyzer})")
        if say_when_empty(ax, known):
            return figure
        for at, voice in enumerate(voices):
            part = known[known["voice"] == voice]
            places = [groups.index(name) + (at - (len(voices) - 1) / 2) * 0.22 for name in part[group]]
            _draw_points(ax, part, np.array(places), at, voice)
        _finish_groups(ax, groups)
        figure.legend(loc="outside right upper", title="voice")
    return figure


def _draw_points(ax: Axes, part: pd.DataFrame, places: np.ndarray, at: int, label: str) -> None:
    middle, low, high = (part[key].to_numpy(float, na_value=np.nan) for key in ("polarity", "low", "high"))
    look = {"color": PALETTE[at % 8], "marker": MARKERS[at % 8], "markersize": 5, "linestyle": "none"}
    is_sure = ~np.isnan(low)
    ax.errorbar(
        middle[is_sure],
        places[is_sure],
        xerr=np.abs([(middle - low)[is_sure], (high - middle)[is_sure]]),
        label=label,
        capsize=2,
        elinewidth=1.2,
        **look,
    )
    ax.plot(middle[~is_sure], places[~is_sure], markerfacecolor="white", **look)


def _finish_groups(ax: Axes, groups: list[str]) -> None:
    ax.axvline(0, color="black", linewidth=0.8)
    ax.set_yticks(range(len(groups)), groups)
    ax.set_ylim(len(groups) - 0.5, -0.5)
    ax.set_xlabel("mean polarity of documents (−1 to 1), with interval")
    ax.grid(axis="y", visible=False)
