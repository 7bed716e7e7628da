"""Figures of voices over time."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from tenor.figures.canvas import draw, draw_line, label_periods, say_when_empty


def voice_shares_over_time(table: pd.DataFrame) -> Figure:
    """Lines: the share of each voice in the words of each period, with its interval; gaps stay gaps."""
    with draw(7.4, 3.2) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Words by voice over time"))
        if say_when_empty(ax, table):
            return figure
        for at, (voice, rows) in enumerate(table.groupby("voice", sort=False)):
            draw_line(ax, rows, "share", at, label=str(voice))
            label_periods(ax, list(rows["period"]))
        ax.set_ylim(0, 1)
        ax.yaxis.set_major_formatter(PercentFormatter(1))
        ax.set_ylabel("share of words")
        figure.legend(loc="outside right upper", title="voice")
    return figure
