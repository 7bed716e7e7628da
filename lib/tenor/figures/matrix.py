"""Figures of tone towards targets by who speaks."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from tenor.figures.canvas import draw, say_when_empty

# Both ends stay light enough for black numbers; the numbers and their signs say all without the colour.
_TONES = LinearSegmentedColormap.from_list("tones", ["#E69F00", "#ffffff", "#56B4E9"])
_LONGEST_NAME = 28


def speaker_matrix(table: pd.DataFrame) -> Figure:
    """Cells: mean polarity and number of sentences of a speaker (row) towards a target (column).

    A cell with too few stories for a mean has its number of sentences alone, one without sentences is empty;
    speakers without any sentence are not drawn.
    """
    heard = table.groupby("speaker")["n_mentions"].transform("sum") > 0 if len(table) else []
    known = table[heard] if len(table) else table
    rows, columns = known["speaker"].unique().tolist(), known["target"].unique().tolist()
    with draw(2.6 + 1.15 * max(len(columns), 3), 1.6 + 0.5 * max(len(rows), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Tone towards targets by speaker"))
        if not say_when_empty(ax, known):
            _draw_cells(ax, known, rows, columns)
    return figure


def _draw_cells(ax: Axes, known: pd.DataFrame, rows: list[str], columns: list[str]) -> None:
    means = known.pivot(index="speaker", columns="target", values="polarity").loc[rows, columns]
    counts = known.pivot(index="speaker", columns="target", values="n_mentions").loc[rows, columns]
    values = means.to_numpy(float)
    reach = max(0.5, float(np.nanmax(np.abs(values), initial=0.0)))
    ax.imshow(values, cmap=_TONES, vmin=-reach, vmax=reach, aspect="auto")
    for (row, column), n in np.ndenumerate(counts.to_numpy(int)):
        written = _written(values[row, column], n)
        ax.text(column, row, written, ha="center", va="center", fontsize=8.5, linespacing=1.15)
    ax.set_xticks(range(len(columns)), [_short(name) for name in columns], rotation=30, ha="left")
    ax.set_yticks(range(len(rows)), [_short(name) for name in rows])
    ax.xaxis.tick_top()
    ax.set_xlabel("who or what is spoken of; in cells: mean polarity, n sentences")
    ax.set_ylabel("who speaks")
    ax.set_xticks(np.arange(len(columns) + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(rows) + 1) - 0.5, minor=True)
    ax.grid(visible=False)
    ax.grid(which="minor", color="#bbbbbb", linewidth=0.8)
    ax.tick_params(which="both", length=0)


def _written(mean: float, n: int) -> str:
    if not n:
        return ""
    return f"n = {n:,}" if np.isnan(mean) else f"{mean:+.2f}\nn = {n:,}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
