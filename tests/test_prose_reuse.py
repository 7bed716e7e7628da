import numpy as np
import pandas as pd

from tenor import prose

CELLS = pd.DataFrame(
    {
        "speaker": ["(narration)", "Ilse Orr", "Ilse Orr", "Bram Tull"],
        "target": ["Sella", "Sella", "Hathe", "Sella"],
        "n_documents": [9, 8, 6, 1],
        "n_mentions": [12, 10, 6, 1],
        "polarity": [-0.3, 0.25, 0.05, np.nan],
        "low": [-0.4, 0.125, -0.1, np.nan],
        "high": [-0.2, 0.5, 0.2, np.nan],
    }
)
REUSED = pd.DataFrame(
    {
        "text": ["The wall will hold."] * 3,
        "n_documents": [3, 2, 2],
        "n_copies": [2, 1, 0],
        "changes": ["1 same, 1 cut", "1 same", "1 altered"],
        "speakers": ["Ilse Orr", "Ilse Orr; an aide", "–"],
        "speakers_differ": [False, True, False],
        "cues_differ": [True, False, False],
    }
)


def test_the_matrix_tells_best_and_worst_of_what_is_sure():
    assert prose.speaker_matrix(CELLS).splitlines() == [
        "- The best is said of **Sella** by **Ilse Orr**: mean +0.25, +0.12 to +0.50, in 10 sentences of 8 "
        "documents.",
        "- The worst is said of **Sella** by **(narration)**: mean -0.30, -0.40 to -0.20, in 12 sentences of "
        "9 documents.",
        "- 1 mean on neither side for sure.",
        "- 1 of 4 pairs have too few stories for a mean.",
    ]


def test_the_matrix_without_means_says_so():
    assert prose.speaker_matrix(CELLS.tail(1)) == "No speaker says enough about a target for a mean."
    assert prose.speaker_matrix(CELLS.iloc[[2]]).startswith("- Nobody is sure to speak well of a target.\n")


def test_reuse_counts_copies_and_changes():
    assert prose.reuse(REUSED).splitlines() == [
        "- 3 quotations in more than one document, 2 of them only in near-copies of one text.",
        "- Of these 2 cut, added to or altered, 1 with another verb, 1 given to another speaker.",
        "- “The wall will hold.” is given to Ilse Orr; an aide.",
    ]
    assert prose.reuse(REUSED.head(0)) == "No quotation of five words or more stands in two documents."
