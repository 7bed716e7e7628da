import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.voices.finding.finder import find


def found(written):
    """The words, speaker and cue of each quotation that rules find."""
    rows = find(from_texts([written]), None)
    return [
        (
            written[row.start : row.end],
            written[row.speaker_start : row.speaker_end] if pd.notna(row.speaker_start) else "",
            row.cue,
        )
        for row in rows.itertuples()
    ]


@pytest.mark.parametrize(
    ("written", "quotation"),
    [
        ("“The dam will hold,” said Mara Quill.", ("The dam will hold,", "Mara Quill", "said")),
        ("“The dam will hold,” Mara Quill said.", ("The dam will hold,", "Mara Quill", "said")),
        ('Mara Quill added: "The dam will hold."', ("The dam will hold.", "Mara Quill", "added")),
        ("Mara Quill said that the dam would hold.", ("that the dam would hold", "Mara Quill", "said")),
        ("The engineer told them it would hold.", ("them it would hold", "The engineer", "told")),
        ("The dam would hold, she said.", ("The dam would hold", "she", "said")),
        ("According to the mayor, the dam holds.", ("the dam holds", "the mayor", "According to")),
        ("The dam holds, according to Mara Quill.", ("The dam holds", "Mara Quill", "according to")),
    ],
)
def test_plain_patterns(written, quotation):
    assert found(written) == [quotation]


@pytest.mark.parametrize(
    "written",
    [
        "It rained all day.",
        "The so-called “peace” failed.",
        "",
        "The film “Salt and Silver” opened.",
        "Said.",
    ],
)
def test_what_is_no_quotation(written):
    assert found(written) == []


def test_without_a_model_nobody_knows_how_sure_it_is():
    assert find(from_texts(["It rained, she said."]), None)["confidence"].isna().all()
