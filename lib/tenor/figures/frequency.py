"""Figures of words: bars of rates and of key terms, and networks of collocates."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from tenor.figures.canvas import (
    MOST_GROUPS,
    PALETTE,
    draw,
    draw_panels,
    group_name,
    say_when_empty,
    with_thousands,
)

# The opacity of what is not sure.
_PALE = 0.35


def top_terms(table: pd.DataFrame, *, label: str = "term") -> Figure:
    """Horizontal bars: per-million frequency of each row's term, most frequent on top."""
    with draw(6, 0.9 + 0.24 * max(len(table), 3)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Most frequent terms"))
        if not say_when_empty(ax, table):
            ax.barh(table[label].astype(str), table["per_million"], color=PALETTE[0])
            ax.invert_yaxis()
            ax.set_xlabel("per million words")
            with_thousands(ax.xaxis)
            ax.grid(axis="y", visible=False)
    return figure


def keyness(table: pd.DataFrame) -> Figure:
    """For each group, bars of the Log Ratio of its terms: right of 0 more frequent than in the rest, pale
    where the term is not key."""
    group = group_name(table)
    names = list(dict.fromkeys(table[group]))[:MOST_GROUPS]
    longest = max([len(table[table[group] == name]) for name in names], default=3)
    with draw_panels(names, 0.8 + 0.2 * longest, sharex=True) as (figure, axes):
        figure.suptitle(table.attrs.get("title", "Keywords"), x=0.01, ha="left", weight="bold")
        for ax, name in zip(axes, names, strict=False):
            part = table[table[group] == name]
            colours = np.where(part["log_ratio"] > 0, PALETTE[0], PALETTE[1])
            strengths = np.where(part["is_key"], 1, _PALE)
            colours = list(zip(colours, strengths, strict=True))
            ax.barh(part["term"].astype(str), part["log_ratio"], color=colours)
            ax.invert_yaxis()
            ax.axvline(0, color="black", linewidth=0.8)
            ax.set_title(str(name))
            ax.set_xlabel("Log Ratio (doublings of the rate)")
            ax.grid(axis="y", visible=False)
        say_when_empty(axes[0], table)
    return figure


def network(table: pd.DataFrame) -> Figure:
    """The nodes on an inner circle, their collocates on an outer one, joined where they keep company: the
    thicker the line, the higher logDice; edges between collocates are dashed."""
    nodes = list(dict.fromkeys(table.loc[table["is_first"], "node"]))
    others = [word for word in dict.fromkeys(table["collocate"]) if word not in nodes]
    with draw(7, 6) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Collocates"))
        if say_when_empty(ax, table):
            return figure
        places = _circle(nodes, 0.35 if len(nodes) > 1 else 0) | _circle(others, 1)
        for edge in table[table["collocate"].isin(places)].itertuples(index=False):
            ends = np.array([places[edge.node], places[edge.collocate]])
            color, dashes = (PALETTE[0], "-") if edge.is_first else ("#888888", "--")
            width = max(0.4, (edge.log_dice - 4) / 2.5)
            ax.plot(*ends.T, color=color, linestyle=dashes, linewidth=width, alpha=0.6, zorder=1)
        for word, (x, y) in places.items():
            weight, face = ("bold", "#fff3d6") if word in nodes else ("normal", "white")
            box = {"boxstyle": "round,pad=0.25", "facecolor": face, "edgecolor": "#aaaaaa", "linewidth": 0.6}
            ax.text(x, y, word, ha="center", va="center", weight=weight, bbox=box, zorder=2)
        ax.set_axis_off()
        ax.margins(0.12)
    return figure


def _circle(words: list[str], radius: float) -> dict[str, tuple[float, float]]:
    """A place for each word, clockwise from the top."""
    angles = np.pi / 2 - 2 * np.pi * np.arange(len(words)) / max(len(words), 1)
    return {
        word: (radius * float(np.cos(angle)), radius * float(np.sin(angle)))
        for word, angle in zip(words, angles, strict=True)
    }
