"""The finder with the model that is shipped, on what news does with quotations."""

import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.voices.finding.finder import LEAST_CONFIDENCE, find
from tenor.voices.finding.models import shipped_model


def found(*written):
    """Speaker's mention, words and kind of each quotation that is sure enough."""
    rows = find(from_texts(written), shipped_model())
    texts = dict(zip(map(str, range(len(written))), written, strict=True))
    return [
        (
            texts[row.doc_id][int(row.speaker_start) : int(row.speaker_end)]
            if pd.notna(row.speaker_start)
            else "",
            texts[row.doc_id][row.start : row.end],
            row.kind,
        )
        for row in rows[rows["confidence"] >= LEAST_CONFIDENCE].itertuples()
    ]


@pytest.mark.parametrize(
    ("written", "quotations"),
    [
        ("“The dam will hold,” said Mara Quill.", [("Mara Quill", "The dam will hold,", "direct")]),
        ('"The dam will hold," Mara Quill said.', [("Mara Quill", "The dam will hold,", "direct")]),
        ("«The dam will hold,» said Mara Quill.", [("Mara Quill", "The dam will hold,", "direct")]),
        (
            "“The dam,” she said, “will hold until Monday.”",
            [("she", "The dam,", "direct"), ("she", "will hold until Monday.", "direct")],
        ),
        (
            "Quill said the dam would hold until Monday.",
            [("Quill", "the dam would hold until Monday", "indirect")],
        ),
        (
            "The dam will hold, according to the mayor.",
            [("the mayor", "The dam will hold", "indirect")],
        ),
        (
            "“She told me ‘the dam will hold’ and left,” Quill said.",
            [("Quill", "She told me ‘the dam will hold’ and left,", "direct")],
        ),
        (
            "Quill said the plan was “a tax on fishing” and nothing else.",
            [("Quill", "the plan was “a tax on fishing” and nothing else", "mixed")],
        ),
        (
            "Quill said it was early yet: “The rain will go on until Monday.”",
            [
                ("Quill", "it was early yet", "indirect"),
                ("Quill", "The rain will go on until Monday.", "direct"),
            ],
        ),
    ],
)
def test_one_sentence(written, quotations):
    assert found(written) == quotations


def test_a_quotation_over_paragraphs_has_a_row_each_and_one_speaker():
    text = (
        "“The dam held for a week,” Mara Quill said. “Then the rain came back.\n\n"
        "“Nobody in the valley slept that night.\n\n“In the morning the gates were gone.”\n\nIt was over."
    )
    assert found(text) == [
        ("Mara Quill", "The dam held for a week,", "direct"),
        ("Mara Quill", "Then the rain came back.", "direct"),
        ("Mara Quill", "Nobody in the valley slept that night.", "direct"),
        ("Mara Quill", "In the morning the gates were gone.", "direct"),
    ]


def test_a_colon_announces_the_next_paragraph():
    text = "The gates opened. Mara Quill, an engineer, said:\n\n“Nobody asked us whether they would hold.”"
    ((speaker, words, _),) = found(text)
    assert speaker.startswith("Mara Quill")
    assert words == "Nobody asked us whether they would hold."


@pytest.mark.parametrize(
    "written",
    [
        "The film “Salt and Silver” opened on Monday.",
        "Bert “Little Bert” Oster drove the crane for thirty years.",
        "The so-called “peace” lasted nine days.",
        "It rained on Monday and the gates of the upper lock stayed shut.",
        "",
        "“",
        "””””",
    ],
)
def test_titles_nicknames_scare_quotes_and_narration_are_none(written):
    assert found(written) == []


def test_an_unclosed_mark_ends_with_its_paragraph():
    text = "“The dam will hold until Monday, said Mara Quill.\n\nThe rain went on all night."
    assert all("rain" not in words for _, words, _ in found(text))


def test_answers_of_an_interview_are_sure():
    text = "Q: Will it hold?\n\nA: Ask the river.\n\nQ: And then?\n\nA: I do not know yet."
    assert found(text) == [("A", "Ask the river.", "indirect"), ("A", "I do not know yet.", "indirect")]


def test_offsets_count_characters_of_the_text_behind_other_alphabets():
    text = "Плотина 🌊 стоит.\n\n“The dam will hold,” said Mara Quill."
    assert found(text) == [("Mara Quill", "The dam will hold,", "direct")]


def test_documents_do_not_touch():
    ((speaker, _, _),) = found(
        "“One day it will rain again, and none of us will see it.”", "Mara Quill left."
    )
    assert speaker == ""


@pytest.mark.parametrize(
    "written",
    [
        "“" * 5_000,
        "“a ” " * 5_000,
        '"' * 4_999,
        "She said, " * 4_000,
        "Q:\n" * 5_000,
        "水坝会撑住。" * 2_000,
        "Она сказала: «Дождь». " * 2_000,
        "- one\n- two\n" * 3_000,
        "\n".join("The rain came down, / the gates went up" for _ in range(2_000)),
        "\u200b\u202e\ud800"[:2] * 3_000,
    ],
    ids=["open", "pairs", "straight", "cues", "labels", "han", "cyrillic", "list", "verse", "controls"],
)
def test_odd_texts_are_read(written):
    find(from_texts([written]), shipped_model())
