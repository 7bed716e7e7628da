"""Sentences on tone through a text."""

import pandas as pd

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def arcs(table: pd.DataFrame) -> str:
    """In which part texts are lowest and highest by each analyzer, and whether that is sure."""
    known = table[table["low"].notna()]
    if known.empty:
        return "Too few documents are long enough to follow the tone through them."
    n_parts = int(table["part"].max())
    return "\n".join(_line(name, part, n_parts) for name, part in known.groupby("analyzer", observed=True))


def _line(analyzer: str, part: pd.DataFrame, n_parts: int) -> str:
    top, bottom = part.loc[part["polarity"].idxmax()], part.loc[part["polarity"].idxmin()]
    apart = top["low"] > bottom["high"]
    verdict = "their intervals lie apart" if apart else "their intervals overlap, so the order may be chance"
    return (
        f"- By **{analyzer}**, the {_ordinal(bottom['part'], n_parts)} of texts is lowest "
        f"({bottom['polarity']:+.2f}) and the {_ordinal(top['part'], n_parts)} highest "
        f"({top['polarity']:+.2f}); {verdict}."
    )


def _ordinal(part: int, n_parts: int) -> str:
    name = _ORDINALS[part - 1] if part <= len(_ORDINALS) else f"{part}th"
    return f"{'last' if part == n_parts else name} of {n_parts} parts"
