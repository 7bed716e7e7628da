"""Figures of the diversity of speakers."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import PALETTE, draw, say_when_empty

# Beyond this many groups a figure shows those with most quotations, and its title says so.
_MOST_GROUPS = 24


def source_diversity(table: pd.DataFrame) -> Figure:
    """Points: effective speakers of each group among equally many quotations, with interval; diamonds: among
    all of its quotations."""
    known = table[table["effective_speakers"].notna()]
    shown = known.loc[known["n_named"].nlargest(_MOST_GROUPS).index.sort_values()]
    cut = f" ({len(shown)} of {len(known)} groups)" if len(shown) < len(known) else ""
    with draw(7.4, 1.6 + 0.42 * max(len(shown), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Diversity of speakers") + cut)
        if say_when_empty(ax, shown):
            return figure
        _draw_points(ax, shown)
        ax.set_yticks(range(len(shown)), _labels(shown))
        ax.set_ylim(len(shown) - 0.5, -0.5)
        ax.set_xlim(left=0)
        ax.set_xlabel("effective speakers")
        ax.grid(axis="y", visible=False)
        figure.legend(loc="outside lower left", ncols=1)
    return figure


def _draw_points(ax: Axes, shown: pd.DataFrame) -> None:
    middle, low, high = (shown[name].to_numpy(float) for name in ("rarefied_speakers", "low", "high"))
    places = np.arange(len(shown))
    reach = np.nan_to_num([middle - low, high - middle])
    style = {"fmt": "o", "color": PALETTE[0], "markersize": 5, "capsize": 2.5, "linewidth": 1.2}
    ax.errorbar(
        middle,
        places - 0.12,
        xerr=reach,
        label="among equally many quotations, with interval",
        **style,
    )
    ax.plot(
        shown["effective_speakers"].to_numpy(float),
        places + 0.12,
        "D",
        color=PALETTE[1],
        markersize=5,
        label="among all of its quotations",
    )


def _labels(shown: pd.DataFrame) -> list[str]:
    first = shown.columns[0]
    names = ["all"] * len(shown) if first == "n_documents" else shown[first].astype(str)
    return [f"{name} (n = {n:,})" for name, n in zip(names, shown["n_named"], strict=True)]
