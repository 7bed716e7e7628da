"""Figures of scores against people's ratings."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import MARKERS, PALETTE, draw, say_when_empty

# A rating of 4 is a score of 1.
_RATING_OF_ONE = 4
_MOST_COLUMNS = 3


def calibration(table: pd.DataFrame) -> Figure:
    """Points with intervals: mean rating by mean score, a panel an analyzer; the unscored stand apart."""
    parts = list(table.groupby("analyzer", sort=False, observed=True)) if len(table) else []
    columns = min(_MOST_COLUMNS, max(1, len(parts)))
    rows = max(1, -(-len(parts) // columns))
    with draw(1 + 2.9 * columns, 0.8 + 3.2 * rows * bool(parts), nrows=rows, ncols=columns, sharey=True) as (
        figure,
        axes,
    ):
        for ax in axes.flat[len(parts) or 1 :]:
            ax.set_axis_off()
        if say_when_empty(axes.flat[0], table):
            return figure
        reach = min(1.0, 1.25 * _furthest(table, "polarity") or 1.0)
        for at, (ax, (name, part)) in enumerate(zip(axes.flat, parts, strict=False)):
            _draw_panel(ax, str(name), part, at, reach)
        for ax in axes[:, 0]:
            ax.set_ylabel("mean rating (−4 to 4), with interval")
        furthest = max(1.0, 1.3 * _furthest(table, "rating", "low", "high"))
        axes.flat[0].set_ylim(-furthest, furthest)
        figure.suptitle(table.attrs.get("title", "Mean rating by score"), x=0.01, ha="left", weight="bold")
        handles, labels = axes.flat[0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower left")
    return figure


def _furthest(table: pd.DataFrame, *columns: str) -> float:
    """How far from 0 the columns reach; 0 where nothing is known."""
    values = np.abs(table[list(columns)].to_numpy(float, na_value=np.nan))
    return float(np.nan_to_num(values).max())


def _draw_panel(ax: Axes, name: str, part: pd.DataFrame, at: int, reach: float) -> None:
    is_scored = part["polarity"].notna().to_numpy()
    scored, unscored = part[is_scored], part[~is_scored]
    ax.set_title(name)
    ax.axhline(0, color="black", linewidth=0.8)
    line = np.array([-reach, reach])
    ax.plot(line, _RATING_OF_ONE * line, color="#666666", linestyle=":", label="where a rating of 4 scores 1")
    _draw_points(ax, scored, scored["polarity"].to_numpy(float), f"{MARKERS[at % 8]}-", PALETTE[at % 8])
    ax.axvline(1.15 * reach, color="#999999", linewidth=0.8)
    _draw_points(ax, unscored, np.full(len(unscored), 1.4 * reach), "x", "#333333")
    ax.set_xlim(-1.1 * reach, 1.68 * reach)
    step = 0.5 if reach > 0.5 else 0.2
    ticks = np.arange(-step * int(reach / step), reach + 1e-9, step)
    labels = [f"{tick:.1f}".replace("-", "−").replace("−0.0", "0.0") for tick in ticks]
    ax.set_xticks([*ticks, 1.4 * reach], [*labels, "unscored"])
    ax.set_xlabel("mean score of the bin")
    ax.tick_params(labelleft=True)


def _draw_points(ax: Axes, part: pd.DataFrame, places: np.ndarray, look: str, color: str) -> None:
    """Points with their intervals, and by turns above and below (a rising line leaves room
    at its upper left and lower right) how many sentences each stands for."""
    if part.empty:
        return
    rating, low, high = (part[key].to_numpy(float, na_value=np.nan) for key in ("rating", "low", "high"))
    errors = np.abs([rating - low, high - rating])
    ax.errorbar(places, rating, yerr=errors, fmt=look, color=color, markersize=5, capsize=2.5, linewidth=1.1)
    for at, n in enumerate(part["n_sentences"]):
        is_below = at % 2 == 1
        bound = (low if is_below else high)[at]
        ax.annotate(
            f"{n:,}",
            (places[at], rating[at] if np.isnan(bound) else bound),
            (2, -4) if is_below else (-2, 4),
            textcoords="offset points",
            ha="left" if is_below else "right",
            va="top" if is_below else "bottom",
            fontsize=7.5,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5, "alpha": 0.8},
        )
