"""Figures of shares that add up to a whole: voices, attributions, stances."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import HATCHES, draw, say_when_empty

# Light enough for the hatches, in colours that remain apart for colour-blind readers.
_COLOURS = ("#eeeeee", "#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#bbbbbb", "#F0E442")
_LEAST_SHARE = 0.06
# Beyond this many groups a figure shows the largest, and its title says so.
_MOST_BARS = 24


def coverage(table: pd.DataFrame) -> Figure:
    """Bars: shares of the quoted words by what is known of their speaker."""
    return _draw_shares(table, "attribution", "n_words", "words", "share of quoted words")


def voice_shares(table: pd.DataFrame) -> Figure:
    """Bars: shares of the words by voice."""
    return _draw_shares(table, "voice", "n_words", "words", "share of words")


def verb_stances(table: pd.DataFrame) -> Figure:
    """Bars: shares of the reporting verbs by the stance that they show."""
    return _draw_shares(table, "stance", "n_cues", "cues", "share of reporting verbs")


def _draw_shares(table: pd.DataFrame, part: str, count: str, things: str, axis: str) -> Figure:
    labels = table[table.columns[0]].astype(str) if table.columns[0] != part else ["all"] * len(table)
    placed = table.assign(**{"": labels})
    sizes = placed.groupby("", sort=False)[count].sum()
    shown = sizes[sizes > 0].nlargest(_MOST_BARS)
    places = [name for name in sizes.index if name in shown.index]
    cut = f" ({len(places)} of {len(sizes)} groups)" if len(places) < len(sizes) else ""
    known = placed[placed[""].isin(places)]
    with draw(8.2, 1.5 + 0.46 * max(len(places), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Shares") + cut)
        if say_when_empty(ax, known):
            return figure
        _stack(ax, known, part, places)
        ax.set_yticks(range(len(places)), [f"{name} ({sizes[name]:,} {things})" for name in places])
        ax.set_ylim(len(places) - 0.5, -0.5)
        ax.set_xlabel(axis)
        figure.legend(*ax.get_legend_handles_labels(), loc="outside lower left", ncols=6, title=part)
    return figure


def _stack(ax: Axes, known: pd.DataFrame, part: str, places: list[str]) -> None:
    lefts = np.zeros(len(places))
    for at, (name, rows) in enumerate(known.groupby(part, sort=False)):
        widths = rows.set_index("")["share"].reindex(places).fillna(0).to_numpy(float)
        look = {"color": _COLOURS[at % len(_COLOURS)], "hatch": HATCHES[at % 8], "edgecolor": "#555555"}
        bars = ax.barh(range(len(places)), widths, left=lefts, label=str(name), height=0.7, **look)
        written = [f"{width:.0%}" if width >= _LEAST_SHARE else "" for width in widths]
        for text in ax.bar_label(bars, written, label_type="center", fontsize=8):
            if text.get_text():
                text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1})
        lefts += widths
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    ax.grid(axis="y", visible=False)
