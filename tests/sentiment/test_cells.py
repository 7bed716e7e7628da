"""Tone by voice and speaker, and by two columns at once: which documents count in which group."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import evidence, score_sentences, tone, tone_over_time

SETTINGS = {"n_resamples": 100}
SAID, TOLD = "direct", "narration"


def test_a_document_counts_once_in_each_voice_with_the_mean_of_its_sentences_there(spoken):
    scores, corpus = spoken([[(0.2, TOLD), (0.4, TOLD), (-0.6, SAID)], [(0.9, TOLD)], [(-0.2, SAID)]])
    table = tone(scores, corpus, by="voice", **SETTINGS)
    assert table["voice"].tolist() == [TOLD, SAID]
    assert table["n_documents"].tolist() == [2, 2]
    assert table["n_sentences"].tolist() == [3, 2]
    np.testing.assert_allclose(table["polarity"], [(0.3 + 0.9) / 2, -0.4])
    assert (
        "A document counts in each group that it has sentences of, with the mean of these."
        in (table.attrs["notes"])
    )


def test_speakers_are_groups_and_sentences_without_one_are_counted(spoken):
    scores, corpus = spoken([[(0.2, TOLD), (0.5, SAID, "Orr")], [(0.1, SAID, "Kell"), (0.3, SAID, "Orr")]])
    table = tone(scores, corpus, by="speaker", **SETTINGS)
    assert table["speaker"].tolist() == ["Kell", "Orr"]
    np.testing.assert_allclose(table["polarity"], [0.1, 0.4])
    assert "1 of 4 sentences are left out: they have no speaker." in table.attrs["notes"]


def test_two_columns_make_a_group_of_each_pair_that_occurs(spoken):
    scores, corpus = spoken(
        [[(0.2, TOLD), (0.5, SAID)], [(0.1, TOLD)], [(0.7, TOLD)]], source=["Lantern", "Courier", None]
    )
    table = tone(scores, corpus, by=["source", "voice"], **SETTINGS)
    assert table[["source", "voice"]].agg("/".join, axis=1).tolist() == [
        "Courier/narration",
        "Lantern/narration",
        "Lantern/direct",
    ]
    assert table["polarity"].tolist() == [0.1, 0.2, 0.5]
    assert table.attrs["title"] == "Tone by source and voice"
    assert table.attrs["row"] == "one row is a source, a voice and an analyzer"
    notes = table.attrs["notes"]
    assert "1 of 4 sentences are left out: they have no source or no voice." in notes
    assert notes[-1].endswith("Courier · narration, Lantern · narration, Lantern · direct.")


def test_two_columns_of_documents(scored):
    scores, corpus = scored([[0.1], [0.2], [0.3]], source=["Lantern"] * 3, beat=["b", "a", "b"])
    table = tone(scores, corpus, by=["source", "beat"], **SETTINGS)
    assert table["beat"].tolist() == ["a", "b"]
    np.testing.assert_allclose(table["polarity"], [0.2, 0.2])


def test_of_near_copies_the_earliest_that_has_the_voice_counts():
    text = "The dam was built of stone long ago. “It is a great dam for the town.”"
    corpus = from_texts([text] * 3, published=["2031-03-05", "2031-03-04", "2031-03-06"])
    span = {"start": [37], "end": [len(text)], "kind": ["direct"]}
    quotations = [pd.DataFrame({"doc_id": [doc], **span}) for doc in ("0", "2")]
    corpus = corpus.with_quotations(pd.concat(quotations))
    scores = score_sentences(corpus, analyzers=["vader"])
    scores.loc[scores["sentence"] == 1, "polarity"] = 0.25
    table = tone(scores, corpus, by="voice", count="stories", **SETTINGS).set_index("voice")
    assert table.loc["direct", ["n_documents", "polarity"]].tolist() == [1, 0.25]
    assert table.loc[TOLD, "n_documents"] == 1
    assert "Counted once a story: 2 later near-copies are left out." in table.attrs["notes"]


def test_voices_over_time_share_the_periods(spoken):
    documents = [[(i / 10, TOLD), (-i / 10, SAID)] for i in range(5)] + [[(0.5, TOLD)]]
    scores, corpus = spoken(documents, published=["2031-03-04"] * 5 + ["2031-04-04"])
    table = tone_over_time(scores, corpus, period="month", by="voice", **SETTINGS)
    assert table.columns[:2].tolist() == ["voice", "period"]
    assert table["voice"].tolist() == [TOLD, TOLD, SAID, SAID]
    assert table["n_documents"].tolist() == [5, 1, 5, 0]
    np.testing.assert_allclose(table["polarity"], [0.2, np.nan, -0.2, np.nan])


def test_evidence_of_speakers_is_one_line_a_document(spoken):
    orr = [[(0.9, SAID, "Orr"), (0.8, SAID, "Orr"), (-0.9, TOLD)], [(0.3, SAID, "Orr")]]
    scores, corpus = spoken(orr)
    table = evidence(scores, corpus, by="speaker", n=2)
    assert table["speaker"].tolist() == ["Orr", "Orr"]
    assert table["polarity"].tolist() == [0.9, 0.3]


def test_evidence_counts_further_lines_of_a_document(spoken):
    scores, corpus = spoken([[(0.9, TOLD), (0.8, TOLD)]])
    notes = evidence(scores, corpus, n=2).attrs["notes"]
    assert notes[1] == (
        "Ranked by vader; one sentence a document unless there are too few; 1 of 2 are a further one of "
        "theirs."
    )


def test_a_column_that_is_named_twice_is_an_error(scored):
    scores, corpus = scored([[0.5]])
    with pytest.raises(UserError, match=r"by = \['source', 'source'\] names a column twice"):
        tone(scores, corpus, by=["source", "source"])


@given(
    st.lists(
        st.lists(
            st.tuples(
                st.integers(-10, 10).map(lambda n: n / 10),
                st.sampled_from([TOLD, SAID]),
                st.sampled_from(["Orr", "Kell"]),
            ),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_cells_are_what_a_plain_group_by_gives(spoken, documents):
    scores, corpus = spoken(documents)
    table = tone(scores, corpus, by=["voice", "speaker"], **SETTINGS).set_index(["voice", "speaker"])
    rows = pd.DataFrame(
        [(doc, value, voice, who) for doc, rows in enumerate(documents) for value, voice, who in rows],
        columns=["doc", "value", "voice", "speaker"],
    )
    rows = rows[rows["voice"] == SAID]
    expected = rows.groupby(["voice", "speaker", "doc"])["value"].mean().groupby(["voice", "speaker"]).mean()
    assert table.index.tolist() == expected.index.tolist()
    np.testing.assert_allclose(table["polarity"], expected)
