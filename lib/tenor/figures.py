"""Tables to figures: each function takes one table and returns one closed matplotlib Figure.

Nothing is computed here: what a figure draws stands in its table. The colours are Okabe and Ito's, which
remain apart for colour-blind readers; lines differ in their dashes and markers as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#8C8C00")
_DASHES = ("-", "--", "-.", ":")
_MARKERS = "osD^vPX*"
_HATCHES = ("", "//", "..", "xx", "\\\\", "++", "oo", "**")
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
def _figure(width: float, height: float, **layout: int | bool) -> Iterator[tuple[Figure, np.ndarray]]:
    with plt.style.context(_STYLE):
        figure, axes = plt.subplots(figsize=(width, height), layout="constrained", squeeze=False, **layout)
        try:
            yield figure, axes
            # Text takes its style when it is drawn.
            figure.draw_without_rendering()
        finally:
            plt.close(figure)


def _thousands(axis) -> None:
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))


def _group_name(table: pd.DataFrame) -> str:
    return str(table.columns[0])


def _say_when_empty(ax: Axes, table: pd.DataFrame) -> bool:
    if table.empty:
        ax.text(0.5, 0.5, "nothing to show", ha="center", va="center", transform=ax.transAxes)
        ax.set_axis_off()
    return table.empty


def _thin_labels(ax: Axes, labels: list[str], most: int = 12) -> None:
    """Label no more periods than fit side by side."""
    step = max(1, -(-len(labels) // most))
    ax.set_xticks(range(0, len(labels), step), labels[::step], rotation=45, ha="right")


def funnel(table: pd.DataFrame) -> Figure:
    """Bars from the inputs found to the documents loaded: what is left after each step, and what it took."""
    with _figure(7, 0.9 + 0.36 * len(table)) as (figure, axes):
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
        _thousands(ax.xaxis)
    return figure


def documents_over_time(table: pd.DataFrame) -> Figure:
    """Stacked bars: documents in each period, by group."""
    group = next(name for name in table.columns if name not in ("period", "n_documents", "n_words"))
    counts = table.pivot_table(
        index="period", columns=group, values="n_documents", aggfunc="sum", sort=True, dropna=False
    ).fillna(0)
    counts = _largest(counts)
    with _figure(7, 3.2) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(f"Documents by {group} and {table.attrs.get('period', 'period')}")
        if not _say_when_empty(ax, table):
            below = np.zeros(len(counts))
            for at, name in enumerate(counts):
                ax.bar(
                    range(len(counts)),
                    counts[name],
                    bottom=below,
                    label=str(name),
                    width=0.85,
                    color=PALETTE[at % 8],
                    hatch=_HATCHES[at % 8],
                    edgecolor="white",
                    linewidth=0,
                )
                below += counts[name].to_numpy()
            _thin_labels(ax, list(counts.index))
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


def top_terms(table: pd.DataFrame, *, label: str = "term") -> Figure:
    """Horizontal bars: per-million frequency of each row's term, most frequent on top."""
    with _figure(6, 0.9 + 0.24 * max(len(table), 3)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Most frequent terms"))
        if not _say_when_empty(ax, table):
            ax.barh(table[label].astype(str), table["per_million"], color=PALETTE[0])
            ax.invert_yaxis()
            ax.set_xlabel("per million words")
            _thousands(ax.xaxis)
            ax.grid(axis="y", visible=False)
    return figure


def keyness(table: pd.DataFrame) -> Figure:
    """For each group, bars of the Log Ratio of its key terms: right of 0 more frequent than in the rest."""
    group = _group_name(table)
    names = list(dict.fromkeys(table[group]))[:MOST_GROUPS]
    longest = max([len(table[table[group] == name]) for name in names], default=3)
    with _panels(names, 0.8 + 0.2 * longest, sharex=True) as (figure, axes):
        figure.suptitle(table.attrs.get("title", "Keywords"), x=0.01, ha="left", weight="bold")
        for ax, name in zip(axes, names, strict=False):
            part = table[table[group] == name]
            colours = np.where(part["log_ratio"] > 0, PALETTE[0], PALETTE[1])
            ax.barh(part["term"].astype(str), part["log_ratio"], color=colours)
            ax.invert_yaxis()
            ax.axvline(0, color="black", linewidth=0.8)
            ax.set_title(str(name))
            ax.set_xlabel("Log Ratio (doublings of the rate)")
            ax.grid(axis="y", visible=False)
        _say_when_empty(axes[0], table)
    return figure


@contextmanager
def _panels(names: list, height: float, **share: bool) -> Iterator[tuple[Figure, list[Axes]]]:
    """One panel a name, two side by side; a panel that is left over is empty."""
    columns = min(2, max(1, len(names)))
    rows = max(1, -(-len(names) // columns))
    with _figure(7.4, 0.5 + rows * height, nrows=rows, ncols=columns, **share) as (figure, axes):
        for ax in axes.flat[len(names) or 1 :]:
            ax.set_axis_off()
        for ax in axes.flat:
            ax.tick_params(labelbottom=True)
        yield figure, list(axes.flat)


def trends(table: pd.DataFrame) -> Figure:
    """One panel a word: its per-million frequency in each period, with its interval; gaps stay gaps."""
    names = list(dict.fromkeys(table["word"]))[:MOST_GROUPS]
    with _panels(names, 2.2, sharex=True, sharey=True) as (figure, axes):
        figure.suptitle(table.attrs.get("title", "Words over time"), x=0.01, ha="left", weight="bold")
        for ax, name in zip(axes, names, strict=False):
            part = table[table["word"] == name]
            _line(ax, part, "per_million", 0)
            ax.set_title(str(name))
            ax.set_ylim(bottom=0)
            _thin_labels(ax, list(part["period"]), most=6)
            ax.set_ylabel("per million words")
            _thousands(ax.yaxis)
        _say_when_empty(axes[0], table)
    return figure


def tone_over_time(table: pd.DataFrame) -> Figure:
    """Lines: mean polarity in each period, with its interval, for each analyzer."""
    with _figure(7, 3.2) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Tone over time"))
        if _say_when_empty(ax, table):
            return figure
        for at, (name, part) in enumerate(table.groupby("analyzer", sort=False, observed=True)):
            _line(ax, part, "polarity", at, label=str(name))
            _thin_labels(ax, list(part["period"]))
        ax.axhline(0, color="black", linewidth=0.8)
        ax.set_ylabel("mean polarity (−1 to 1)")
        figure.legend(loc="outside right upper", title="analyzer")
    return figure


def _line(ax: Axes, part: pd.DataFrame, value: str, at: int, label: str | None = None) -> None:
    """Draw the line number `at` of a figure, with its band."""
    middle, low, high = (part[key].to_numpy(float, na_value=np.nan) for key in (value, "low", "high"))
    style = {"color": PALETTE[at % 8], "linestyle": _DASHES[at % 4], "marker": _MARKERS[at % 8]}
    ax.plot(range(len(part)), middle, label=label, markersize=4, **style)
    ax.fill_between(range(len(part)), low, high, color=style["color"], alpha=0.15, linewidth=0)


def tone(table: pd.DataFrame) -> Figure:
    """Points with intervals: mean polarity of each group, for each analyzer."""
    group = _group_name(table)
    if group == "analyzer":  # the whole corpus, not parted
        table, group = table.assign(**{"": "all documents"})[["", *table.columns]], ""
    groups = list(dict.fromkeys(table[group].astype(str)))
    with _figure(6.4, 1.1 + 0.42 * max(len(groups), 2)) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", f"Tone by {group}"))
        if _say_when_empty(ax, table):
            return figure
        for at, (name, part) in enumerate(table.groupby("analyzer", sort=False, observed=True)):
            middle = part["polarity"].to_numpy(float, na_value=np.nan)
            low, high = (part[key].to_numpy(float, na_value=np.nan) for key in ("low", "high"))
            places = [groups.index(str(value)) + (at - 0.5) * 0.24 for value in part[group]]
            ax.errorbar(
                middle,
                places,
                xerr=np.abs([middle - low, high - middle]),
                fmt=_MARKERS[at % 8],
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
