"""Figures of speakers: how much is heard of each, and where."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tenor.figures.canvas import HATCHES, draw, group_name, say_when_empty, with_thousands

_MOST_PANELS = 6
_MOST_SPEAKERS = 20
_MOST_SPEAKERS_OF_MANY = 8
_KINDS = ("person", "body", "group", "record", "unnamed", "not known")
_COLOURS = ("#56B4E9", "#eeeeee", "#E69F00", "#009E73", "#CC79A7", "#bbbbbb")


def speakers_heard(table: pd.DataFrame) -> Figure:
    """Bars: quotations of each speaker and, written beside, their words; a panel for each group. Colour and
    hatch say what a speaker is."""
    group = None if group_name(table) == "speaker" else group_name(table)
    groups = list(dict.fromkeys(table[group])) if group else ["all"] * bool(len(table))
    shown = groups[:_MOST_PANELS]
    most = _MOST_SPEAKERS if len(shown) == 1 else _MOST_SPEAKERS_OF_MANY
    parts = [(table[table[group] == name] if group else table).head(most) for name in shown]
    sizes = [len(part) + 1 for part in parts] or [3]
    layout = {"nrows": len(sizes), "sharex": True, "height_ratios": sizes}
    with draw(7.4, 1 + 0.27 * sum(sizes) + 0.2 * len(sizes), **layout) as (figure, axes):
        cut = f" ({len(shown)} of {len(groups)} groups)" if len(shown) < len(groups) else ""
        figure.suptitle(table.attrs.get("title", "Who is heard") + cut, x=0.01, ha="left", weight="bold")
        if say_when_empty(axes[0, 0], table):
            return figure
        for ax, name, part in zip(axes[:, 0], shown, parts, strict=True):
            ax.set_title(str(name) if group else "")
            _draw_speakers(ax, part)
        axes[-1, 0].set_xlabel("quotations")
        _add_legend(figure, axes[:, 0])
    return figure


def _draw_speakers(ax: Axes, part: pd.DataFrame) -> None:
    kinds = part["speaker_kind"].fillna(_KINDS[-1])
    for at, (kind, n, n_words) in enumerate(zip(kinds, part["n_quotations"], part["n_words"], strict=True)):
        look = _KINDS.index(kind)
        ax.barh(at, n, label=kind, color=_COLOURS[look], hatch=HATCHES[look], edgecolor="#555555")
        ax.annotate(
            f"{n_words:,} words", (n, at), (3, 0), textcoords="offset points", va="center", fontsize=8
        )
    ax.set_yticks(range(len(part)), list(part["speaker"]))
    ax.set_ylim(len(part) - 0.5, -0.5)
    ax.margins(x=0.14)
    ax.grid(axis="y", visible=False)
    with_thousands(ax.xaxis)


def _add_legend(figure: Figure, axes: np.ndarray) -> None:
    named = {}
    for ax in axes:
        handles, labels = ax.get_legend_handles_labels()
        named.update(zip(labels, handles, strict=True))
    labels = [kind for kind in _KINDS if kind in named]
    handles = [named[name] for name in labels]
    figure.legend(handles, labels, loc="outside lower left", ncols=6, title="what a speaker is")


def heard_in(table: pd.DataFrame) -> Figure:
    """A field of quotations, speakers by groups: the darker, the more; ∅ where a group never quotes somebody,
    though it could be expected."""
    groups = [name for name in table if name not in ("speaker", "n_quotations", "not_in")]
    counts = table[groups].to_numpy(float)
    width, height = 3 + 0.95 * max(len(groups), 2), 1.6 + 0.28 * max(len(table), 2)
    with draw(width, height) as (figure, axes):
        ax = axes[0, 0]
        ax.set_title(table.attrs.get("title", "Who is quoted where"))
        if say_when_empty(ax, table):
            return figure
        ax.imshow(counts, cmap="Blues", aspect="auto", vmin=0, vmax=max(1.0, counts.max() * 1.8))
        _write_counts(ax, table, groups, counts)
        ax.set_xticks(range(len(groups)), groups, rotation=30, ha="right")
        ax.set_yticks(range(len(table)), list(table["speaker"]))
        ax.grid(visible=False)
        ax.set_xlabel("quotations; ∅: none, though 3 or more were to be expected")
    return figure


def _write_counts(ax: Axes, table: pd.DataFrame, groups: list[str], counts: np.ndarray) -> None:
    silent = [f", {listed}, " for listed in table["not_in"].fillna("")]
    for (row, column), n in np.ndenumerate(counts):
        text = f"{n:,.0f}" if n else "∅" * (f", {groups[column]}, " in silent[row])
        if text:
            ax.text(column, row, text, ha="center", va="center", fontsize=8.5)
    ax.set_xticks(np.arange(len(groups) - 1) + 0.5, minor=True)
    ax.set_yticks(np.arange(len(table) - 1) + 0.5, minor=True)
    ax.grid(which="minor", color="white", linewidth=1.2)
    ax.tick_params(which="minor", length=0)
