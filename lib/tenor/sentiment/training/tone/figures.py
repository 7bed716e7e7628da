"""The figures of a training, for the screen and for the card."""

from pathlib import Path

import numpy as np

from tenor.sentiment.measures import interval, macro_f1, pearson, spearman
from tenor.sentiment.training.tone.ratings import Ratings

BEGIN, END = "<!-- figures: written by the training -->", "<!-- end of figures -->"


def figures_of(main: Ratings, polarity: np.ndarray, names: list[str]) -> str:
    """What cross-validation measured, as a table in Markdown; `names` are those of the files."""
    low, high = interval(main.groups, main.ratings, polarity)
    rows = [
        ("sentences", f"{len(main.ratings):,}"),
        ("articles", f"{len(np.unique(main.groups)):,}"),
        ("Pearson r", f"{pearson(main.ratings, polarity):.3f} (95 %: {low:.3f} to {high:.3f})"),
        ("Spearman rho", f"{spearman(main.ratings, polarity):.3f}"),
        ("macro-F1", f"{macro_f1(main.ratings, polarity):.3f}"),
        ("with a scored word", f"{np.mean(polarity != 0):.3f}"),
    ]
    lines = [
        f"Trained on {', '.join(f'`{name}`' for name in names)}.",
        "Each sentence of the first was scored by a model trained without its article (ten parts).",
        "",
        "| figure | value |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in rows),
    ]
    return "\n".join(lines)


def write_figures(path: Path, figures: str) -> None:
    """Write the figures into the card in place of those there, or make a card that holds them alone."""
    before, after = "# Model card\n\n", ""
    if path.exists():
        card = path.read_text(encoding="utf-8")
        if BEGIN in card and END in card:
            before, after = card.split(BEGIN)[0], card.split(END)[1].removeprefix("\n")
        else:
            before = card.rstrip("\n") + "\n\n"
    path.write_text(f"{before}{BEGIN}\n{figures}\n{END}\n{after}", encoding="utf-8")
