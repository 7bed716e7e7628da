"""What figures share: their style, panels, lines with bands, and axes.

The colours are Okabe and Ito's, which remain apart for colour-blind readers; lines differ in their dashes and
markers as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#8C8C00")
DASHES = ("-", "--", "-.", ":")
MARKERS = "osD^vPX*"
HATCHES = ("", "//", "..", "xx", "\\\\", "++", "oo", "**")
# Beyond this many groups a figure shows the largest, and its title says so.
MOST_GROUPS = 8
_STYLE = {
    "font.size": 9.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 10.5,
    "axes.titleweight": "bold",
    "axes.grid": True,
    "grid.color": "#dddddd",
    "grid.linewidth": 0.6,
    "axes.axisbelow": True,
    "legend.frameon": False,
    "hatch.linewidth": 0.6,
}


@contextmanager
def draw(width: float, height: float, **layout: int | bool) -> Iterator[tuple[Figure, np.ndarray]]:
    """A figure in the style of all, of `width` by `height` inches, and its axes; closed when it is drawn."""
    with plt.style.context(_STYLE):
        figure, axes = plt.subplots(figsize=(width, height), layout="constrained", squeeze=False, **layout)
        try:
            yield figure, axes
            # Text takes its style when it is drawn.
            figure.draw_without_rendering()
        finally:
            plt.close(figure)


@contextmanager
def draw_panels(names: list, height: float, **share: bool) -> Iterator[tuple[Figure, list[Axes]]]:
    """One panel a name, two side by side; a panel that is left over is empty."""
    columns = min(2, max(1, len(names)))
    rows = max(1, -(-len(names) // columns))
    with draw(7.4, 0.5 + rows * height, nrows=rows, ncols=columns, **share) as (figure, axes):
        for ax in axes.flat[len(names) or 1 :]:
            ax.set_axis_off()
        for ax in axes.flat:
            ax.tick_params(labelbottom=True)
        yield figure, list(axes.flat)


def draw_line(ax: Axes, part: pd.DataFrame, value: str, at: int, label: str | None = None) -> None:
    """Draw the line number `at` of a figure, with its band."""
    middle, low, high = (part[key].to_numpy(float, na_value=np.nan) for key in (value, "low", "high"))
    style = {"color": PALETTE[at % 8], "linestyle": DASHES[at % 4], "marker": MARKERS[at % 8]}
    ax.plot(range(len(part)), middle, label=label, markersize=4, **style)
    ax.fill_between(range(len(part)), low, high, color=style["color"], alpha=0.15, linewidth=0)


def with_thousands(axis: Axis) -> None:
    """Label an axis with 1,000 and not 1000 or 1e3."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))


def group_name(table: pd.DataFrame) -> str:
    """The column that parts a table: its first."""
    return str(table.columns[0])


def say_when_empty(ax: Axes, table: pd.DataFrame) -> bool:
    """Whether there is nothing to draw, which is then written in its place."""
    if table.empty:
        ax.text(0.5, 0.5, "nothing to show", ha="center", va="center", transform=ax.transAxes)
        ax.set_axis_off()
    return table.empty


def label_periods(ax: Axes, labels: list[str], most: int = 12) -> None:
    """Label no more periods than fit side by side."""
    step = max(1, -(-len(labels) // most))
    ax.set_xticks(range(0, len(labels), step), labels[::step], rotation=45, ha="right")
