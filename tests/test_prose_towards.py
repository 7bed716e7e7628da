import numpy as np
import pandas as pd
import pytest

from tenor import prose

SURE = {"n_documents": 6, "n_mentions": 8, "negative": 0.5, "neutral": 0.3, "positive": 0.2}


def table(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame([{"target": "Ilse Orr", **SURE, **row} for row in rows])


@pytest.mark.parametrize(
    ("low", "high", "side"),
    [
        (-0.5, -0.1, "more negative than positive"),
        (-0.5, 0.1, "neither side for sure"),
        (0.1, 0.5, "more positive than negative"),
    ],
)
def test_tone_towards_a_target(low, high, side):
    said = prose.tone_towards(table({"polarity": (low + high) / 2, "low": low, "high": high}))
    assert said == (
        "- Towards **Ilse Orr**: 50% negative, 30% neutral, 20% positive in 8 sentences of 6 documents; mean "
        f"{(low + high) / 2:+.2f}, {low:+.2f} to {high:+.2f}: {side}."
    )


def test_groups_are_named_and_small_ones_counted():
    rows = table(
        {"polarity": 0.2, "low": 0.1, "high": 0.3}, {"polarity": np.nan, "low": np.nan, "high": np.nan}
    )
    rows.insert(1, "source", ["Courier", "Lantern"])
    lines = prose.tone_towards(rows).split("\n")
    assert lines[0].startswith("- Towards **Ilse Orr** (Courier): ")
    assert lines[1:] == ["- 1 row with too few stories for a mean."]


def test_no_mention():
    assert prose.tone_towards(table().reindex(columns=["target", "low"])).startswith("No sentence mentions")
