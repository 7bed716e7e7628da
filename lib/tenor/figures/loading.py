"""Figures of what a corpus holds."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from tenor.figures.canvas import (
    HATCHES,
    MOST_GROUPS,
    PALETTE,
    draw,
    label_periods,
    say_when_empty,
    with_thousands,
)


def funnel(table: pd.DataFrame) -> Figure:
    """Bars from the inputs found to the documents loaded: what is left after each step, and what it took."""
    with draw(7, 0.9 + 0.36 * len(table)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title("From inputs to documents")
        n = table["n_inputs"].to_numpy()
        left = np.where(n < 0, np.cumsum(n), n)
        ax.barh(range(len(n)), left, color=PALETTE[0], height=0.7)
        ax.barh(range(len(n)), np.maximum(-n, 0), left=left, color=PALETTE[1], hatch="//", edgecolor="white")
        for at, count in enumerate(n):
            ax.annotate(
                f"{count:,}", (left[at] + max(-count, 0), at), (4, 0), textcoords="offset points", va="center"
            )
        ax.set_yticks(range(len(n)), table["step"])
        ax.invert_yaxis()
        ax.margins(x=0.12)
        ax.set_xlabel("inputs (hatched: left out at this step)")
        ax.grid(axis="y", visible=False)
        with_thousands(ax.xaxis)
    return figure


def documents_over_time(table: pd.DataFrame) -> Figure:
    """Stacked bars: documents in each period, by group."""
    group = next(name for name in table.columns if name not in ("period", "n_documents", "n_words"))
    counts = table.pivot_table(
        index="period", columns=group, values="n_documents", aggfunc="sum", sort=True, dropna=False
    ).fillna(0)
    counts = _largest(counts)
    with draw(7, 3.2) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(f"Documents by {group} and {table.attrs.get('period', 'period')}")
        if not say_when_empty(ax, table):
            below = np.zeros(len(counts))
            for at, name in enumerate(counts):
                ax.bar(
                    range(len(counts)),
                    counts[name],
                    bottom=below,
                    label=str(name),
                    width=0.85,
                    color=PALETTE[at % 8],
                    hatch=HATCHES[at % 8],
                    edgecolor="white",
                    linewidth=0,
                )
                below += counts[name].to_numpy()
            label_periods(ax, list(counts.index))
            ax.set_ylabel("documents")
            ax.grid(axis="x", visible=False)
            ax.yaxis.set_major_locator(MaxNLocator(integer=True))
            figure.legend(loc="outside right upper", title=group)
    return figure


def _largest(counts: pd.DataFrame) -> pd.DataFrame:
    """The columns with the largest sums; the others together in one."""
    if counts.shape[1] <= MOST_GROUPS:
        return counts
    order = counts.sum().sort_values(ascending=False, kind="stable").index
    rest = order[MOST_GROUPS - 1 :]
    return counts.drop(columns=rest).assign(**{f"{len(rest)} others": counts[rest].sum(axis=1)})
