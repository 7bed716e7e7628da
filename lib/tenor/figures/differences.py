"""The figure of differences in tone between groups."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import draw, say_when_empty
from tenor.figures.sentiment import draw_points, group_columns, labels_of

# Beyond this many pairs a figure shows the surest, and its title says so.
_MOST_PAIRS = 20


def differences(table: pd.DataFrame) -> Figure:
    """Points with intervals: the difference of each pair of groups, for each analyzer.

    Filled are those that are sure for all pairs together. Pairs without an interval are not drawn.
    """
    known = table[table["low"].notna()]
    known = known.assign(**{"": _labels(known)})
    surest = known.groupby("", sort=False)["p_adjusted"].min().nsmallest(_MOST_PAIRS).index
    shown = known[known[""].isin(surest)]
    pairs, n_pairs = list(dict.fromkeys(shown[""])), known[""].nunique()
    with draw(7.6, 1.5 + 0.5 * max(len(pairs), 2)) as (figure, axes):
        ax = axes[0, 0]
        few = f" (the surest {len(pairs)} of {n_pairs} pairs)" if len(pairs) < n_pairs else ""
        figure.suptitle(
            table.attrs.get("title", "Differences in tone") + few, x=0.01, ha="left", weight="bold", size=10.5
        )
        if say_when_empty(ax, shown):
            return figure
        draw_points(ax, shown, pairs, "analyzer", "difference")
        _empty_unsure(ax, shown, table.attrs.get("alpha", 0.05))
        ax.set_xlabel(_explain(table, known))
        figure.legend(loc="outside right upper", title="analyzer")
    return figure


def _labels(known: pd.DataFrame) -> pd.Series:
    *blocks, last = group_columns(known)
    if known.empty:
        return pd.Series([], dtype=str)
    pairs = known[last].astype(str) + " − " + known["other"].astype(str)
    return labels_of(known, blocks) + ": " + pairs if blocks else pairs


def _empty_unsure(ax: Axes, shown: pd.DataFrame, alpha: float) -> None:
    """Draw white points over those that chance may explain."""
    for container, (_, part) in zip(
        ax.containers, shown.groupby("analyzer", sort=False, observed=True), strict=True
    ):
        line = container.lines[0]
        unsure = (part["p_adjusted"] > alpha).to_numpy()
        ax.plot(
            line.get_xdata()[unsure],
            line.get_ydata()[unsure],
            linestyle="",
            marker=line.get_marker(),
            color=line.get_color(),
            markerfacecolor="white",
            markersize=line.get_markersize(),
            zorder=line.get_zorder() + 1,
        )


def _explain(table: pd.DataFrame, known: pd.DataFrame) -> str:
    told = "difference of mean polarity, with interval\nfilled: sure, all pairs taken together"
    n_small = len(table) - len(known)
    return f"{told}; not drawn: {n_small:,} of {len(table):,}, of too few stories" if n_small else told
