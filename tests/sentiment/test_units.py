import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import evidence, score_sentences, tone, tone_over_time
from tenor.sentiment.units import find_units

SETTINGS = {"n_resamples": 100}


@pytest.fixture
def quoted():
    """Two documents of three sentences; the second sentence of each is quoted, the first by Orr."""
    texts = ["A good day. A bad night. A fine dam."] * 2
    table = pd.DataFrame(
        {
            "doc_id": ["0", "1"],
            "start": [12, 12],
            "end": [24, 24],
            "kind": ["direct", "indirect"],
            "speaker": ["Orr", None],
        }
    )
    return from_texts(texts, source=["Courier", "Lantern"]).with_quotations(table)


def test_a_document_is_in_each_voice_that_it_has(quoted):
    units = find_units(quoted, "voice")
    assert units.names["voice"].tolist() == ["narration", "direct", "indirect"]
    assert units.groups.tolist() == [0, 0, 1, 2]
    assert units.documents.tolist() == [0, 1, 0, 1]
    assert units.sentences.tolist() == [0, 2, 0, 1, 3, 1]


def test_sentences_without_a_speaker_are_in_no_group_and_counted(quoted):
    units = find_units(quoted, "speaker")
    assert units.names["speaker"].tolist() == ["Orr"]
    assert units.groups[units.sentences].tolist() == [-1, 0, -1, -1, -1, -1]
    table = tone(score_sentences(quoted), quoted, by="speaker", **SETTINGS)
    assert table["speaker"].tolist() == ["Orr"] * 3
    assert "5 of 6 sentences are left out: they have no speaker." in table.attrs["notes"]


def test_two_columns_make_the_groups_that_occur(quoted):
    units = find_units(quoted, ["source", "voice"])
    assert units.names.to_numpy().tolist() == [
        ["Courier", "narration"],
        ["Courier", "direct"],
        ["Lantern", "narration"],
        ["Lantern", "indirect"],
    ]


def test_no_column_is_one_group(quoted):
    units = find_units(quoted, None)
    assert units.groups.tolist() == [0, 0]
    assert units.names.shape == (1, 0)


@pytest.mark.parametrize("by", [None, "source", "voice", ["source", "voice"], "speaker"])
@pytest.mark.parametrize("texts", [[], [""], ["..."]])
def test_a_corpus_without_words_has_no_scores(by, texts):
    corpus = from_texts(texts)
    table = tone(score_sentences(corpus), corpus, by=by, **SETTINGS)
    assert table["polarity"].isna().all()


def test_means_of_voices_are_of_their_sentences(quoted):
    scores = score_sentences(quoted, analyzers=["vader"])
    scores["polarity"] = [0.5, -0.5, 0.1, 0.3, -0.9, 0.5]
    table = tone(scores, quoted, by="voice", **SETTINGS)
    np.testing.assert_allclose(table["polarity"], [(0.3 + 0.4) / 2, -0.5, -0.9])
    assert table["n_documents"].tolist() == [2, 1, 1]
    assert table["n_sentences"].tolist() == [4, 1, 1]


def test_chosen_voices_alone_are_in_groups(quoted):
    chosen = quoted.select(voices=["direct"])
    table = tone(score_sentences(chosen), chosen, by="voice", **SETTINGS)
    assert table["voice"].tolist() == ["direct"] * 3


def test_tone_over_time_is_parted_by_voice(quoted):
    corpus = quoted.replace(documents=quoted.documents.assign(published=["2031-03-01", "2031-04-02"]))
    scores = score_sentences(corpus, analyzers=["vader"])
    table = tone_over_time(scores, corpus, period="month", by="voice", **SETTINGS)
    assert table[["voice", "period"]].to_numpy().tolist() == [
        [voice, period] for voice in ("narration", "direct", "indirect") for period in ("2031-03", "2031-04")
    ]
    assert table["n_documents"].tolist() == [1, 1, 1, 0, 0, 1]


def test_evidence_is_parted_by_speaker():
    text = "The dam is a very good one. Orr called it a terrible idea."
    table = pd.DataFrame(
        {"doc_id": ["0"], "start": [28], "end": [58], "kind": ["indirect"], "speaker": ["Orr"]}
    )
    corpus = from_texts([text]).with_quotations(table)
    lines = evidence(score_sentences(corpus), corpus, by="speaker")
    assert lines[["speaker", "text"]].to_numpy().tolist() == [["Orr", "Orr called it a terrible idea."]]
    assert "1 of 2 scored sentences are left out: they have no speaker." in lines.attrs["notes"]


def test_near_copies_count_once_a_source():
    corpus = from_texts(["A good day."] * 3, source=["Courier", "Courier", "Lantern"])
    scores = score_sentences(corpus, analyzers=["vader"])
    table = tone(scores, corpus, by=["source"], count="stories", **SETTINGS)
    assert table["n_documents"].tolist() == [1, 1]
    assert tone(scores, corpus, by="source", **SETTINGS)["n_documents"].tolist() == [2, 1]


def test_a_column_named_twice_is_an_error(quoted):
    with pytest.raises(UserError, match=r"by = \['voice', 'voice'\] names a column twice; name each once"):
        find_units(quoted, ["voice", "voice"])
