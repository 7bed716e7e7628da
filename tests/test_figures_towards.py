import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from tenor import figures

TABLE = pd.DataFrame(
    {
        "target": ["Ilse Orr", "Bram Tull", "Sella"],
        "n_documents": [9, 8, 2],
        "n_mentions": [12, 1100, 3],
        "negative": [0.5, 0.25, np.nan],
        "neutral": [0.3, 0.70, np.nan],
        "positive": [0.2, 0.05, np.nan],
        "polarity": [-0.2, -0.1, np.nan],
        "low": [-0.4, -0.3, np.nan],
        "high": [0.0, 0.1, np.nan],
    }
)


def test_bars_are_shares_and_points_means():
    shares, means = figures.tone_towards(TABLE).axes
    widths = [[bar.get_width() for bar in bars] for bars in shares.containers]
    np.testing.assert_allclose(widths, [[0.5, 0.25], [0.3, 0.7], [0.2, 0.05]])
    lefts = [[bar.get_x() for bar in bars] for bars in shares.containers]
    np.testing.assert_allclose(lefts, [[0, 0], [0.5, 0.25], [0.8, 0.95]])
    assert [label.get_text() for label in shares.get_yticklabels()] == [
        "Ilse Orr (n = 12)",
        "Bram Tull (n = 1,100)",
    ]
    assert means.containers[0].lines[0].get_xdata().tolist() == [-0.2, -0.1]


def test_bars_differ_without_colour_and_small_shares_are_not_written():
    shares, _ = figures.tone_towards(TABLE).axes
    assert len({bars[0].get_hatch() for bars in shares.containers}) == 3
    assert "5%" not in [text.get_text() for text in shares.texts]


def test_nothing_to_draw_is_said_and_figures_are_closed():
    for table in (TABLE.head(0), TABLE.tail(1)):
        assert "nothing to show" in [text.get_text() for text in figures.tone_towards(table).axes[0].texts]
    assert plt.get_fignums() == []
