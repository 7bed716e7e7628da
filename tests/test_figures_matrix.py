import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from tenor import figures

TABLE = pd.DataFrame(
    {
        "speaker": ["(narration)"] * 2 + ["Ilse Orr"] * 2 + ["Bram Tull"] * 2,
        "target": ["Ilse Orr", "Bram Tull"] * 3,
        "n_mentions": [12, 3, 0, 1100, 0, 0],
        "polarity": [-0.25, np.nan, np.nan, 0.125, np.nan, np.nan],
    }
)


def test_cells_write_sign_and_number_and_stay_empty_without_sentences():
    (ax,) = figures.speaker_matrix(TABLE).axes
    assert [text.get_text() for text in ax.texts] == ["-0.25\nn = 12", "n = 3", "", "+0.12\nn = 1,100"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["(narration)", "Ilse Orr"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Ilse Orr", "Bram Tull"]


def test_colours_are_even_on_both_sides_of_zero():
    (ax,) = figures.speaker_matrix(TABLE).axes
    (image,) = ax.images
    assert image.get_clim() == (-0.5, 0.5)
    np.testing.assert_array_equal(image.get_array().filled(9), [[-0.25, 9], [9, 0.125]])


def test_nothing_to_draw_is_said_and_figures_are_closed():
    for table in (TABLE.head(0), TABLE.tail(2)):
        assert "nothing to show" in [text.get_text() for text in figures.speaker_matrix(table).axes[0].texts]
    assert plt.get_fignums() == []
