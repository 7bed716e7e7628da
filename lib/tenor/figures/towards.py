"""Figures of tone towards targets."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import draw, say_when_empty

# Orange and blue remain apart for colour-blind readers, and hatches where there is no colour.
_LOOK = {
    "negative": {"color": "#E69F00", "hatch": "//"},
    "neutral": {"color": "#eeeeee", "hatch": ""},
    "positive": {"color": "#56B4E9", "hatch": ".."},
}
_LEAST_SHARE = 0.08


def tone_towards(table: pd.DataFrame) -> Figure:
    """Bars: shares of negative, neutral and positive sentences of each target; points: mean polarity."""
    known = table[table["low"].notna()] if len(table) else table
    with draw(8.2, 1.5 + 0.46 * max(len(known), 2), ncols=2, sharey=True, width_ratios=[5, 3]) as (
        figure,
        axes,
    ):
        shares, means = axes[0]
        shares.set_title(table.attrs.get("title", "Tone towards targets"))
        if say_when_empty(shares, known):
            means.set_axis_off()
            return figure
        _draw_shares(shares, known)
        _draw_means(means, known)
        shares.set_yticks(range(len(known)), _labels(known))
        shares.set_ylim(len(known) - 0.5, -0.5)
        figure.legend(*shares.get_legend_handles_labels(), loc="outside lower left", ncols=3)
    return figure


def _labels(known: pd.DataFrame) -> list[str]:
    names = known.loc[:, :"n_documents"].iloc[:, :-1].astype(str).agg(", ".join, axis=1)
    return [f"{name} (n = {n:,})" for name, n in zip(names, known["n_mentions"], strict=True)]


def _draw_shares(ax: Axes, known: pd.DataFrame) -> None:
    lefts = np.zeros(len(known))
    for label, look in _LOOK.items():
        widths = known[label].to_numpy(float)
        bars = ax.barh(
            range(len(known)), widths, left=lefts, label=label, edgecolor="#555555", height=0.7, **look
        )
        written = [f"{width:.0%}" if width >= _LEAST_SHARE else "" for width in widths]
        backing = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        for text, shown in zip(
            ax.bar_label(bars, written, label_type="center", fontsize=8), written, strict=True
        ):
            text.set_bbox(backing if shown else None)
        lefts += widths
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 0.5, 1], ["0 %", "50 %", "100 %"])
    ax.set_xlabel("share of sentences, each document counting once")
    ax.grid(axis="y", visible=False)


def _draw_means(ax: Axes, known: pd.DataFrame) -> None:
    middle, low, high = (known[name].to_numpy(float) for name in ("polarity", "low", "high"))
    ax.axvline(0, color="black", linewidth=0.8)
    ax.errorbar(
        middle,
        range(len(known)),
        xerr=[middle - low, high - middle],
        fmt="o",
        color="black",
        markersize=4.5,
        capsize=2.5,
        linewidth=1.2,
    )
    reach = max(0.1, 1.15 * float(np.abs([low, high]).max()))
    ax.set_xlim(-reach, reach)
    ax.set_xlabel("mean polarity, with interval")
    ax.tick_params(labelleft=False)
    ax.grid(axis="y", visible=False)
