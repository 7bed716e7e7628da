"""Figures of tone through a text."""

import pandas as pd
from matplotlib.figure import Figure

from tenor.figures.canvas import draw, draw_line, say_when_empty


def arcs(table: pd.DataFrame) -> Figure:
    """Lines: mean polarity in each part of the texts, with its interval, for each analyzer."""
    known = table[table["low"].notna()]
    with draw(7, 3.2) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Tone through a text"))
        if say_when_empty(ax, known):
            return figure
        for at, (name, part) in enumerate(table.groupby("analyzer", sort=False, observed=True)):
            draw_line(ax, part, "polarity", at, label=str(name))
        parts = list(dict.fromkeys(table["part"]))
        ends = {0: "beginning", len(parts) - 1: "end"}
        labels = [f"{part}\n{ends.get(at, '')}" for at, part in enumerate(parts)]
        ax.set_xticks(range(len(parts)), labels)
        ax.axhline(0, color="black", linewidth=0.8)
        ax.set_xlabel(f"part of the text, of {len(parts)} equal ones")
        ax.set_ylabel("mean polarity (−1 to 1)")
        figure.legend(loc="outside right upper", title="analyzer")
    return figure
