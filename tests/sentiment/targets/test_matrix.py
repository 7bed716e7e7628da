import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import evidence_towards, mentions_by, speaker_matrix, towards

SAID = "Tull is an honest man of great courage, she said."


@pytest.fixture
def corpus():
    """Six documents: narration about Tull, words of Ilse Orr and of somebody without a name."""
    texts = [f"Tull was accused of fraud on day {n}. {SAID} Tull came late, we hear." for n in range(6)]
    spans = []
    for number, text in enumerate(texts):
        start, last = text.index(SAID), text.index("Tull came")
        spans.append((str(number), start, start + 39, "Ilse Orr"))
        spans.append((str(number), last, last + 14, pd.NA))
    table = pd.DataFrame(spans, columns=["doc_id", "start", "end", "speaker"]).assign(kind="indirect")
    return from_texts(texts).with_quotations(table)


def test_narration_and_speakers_stand_beside_one_another(corpus):
    table = speaker_matrix(towards(corpus, "Tull"), corpus)
    assert table["speaker"].tolist() == ["(narration)", "Ilse Orr", "(nobody named)"]
    assert table["n_documents"].tolist() == table["n_mentions"].tolist() == [6, 6, 6]
    assert table["polarity"].iloc[1] > 0 > table["polarity"].iloc[0]
    assert (table["low"] <= table["polarity"]).all()


def test_what_speakers_say_of_themselves_is_left_out_and_counted(corpus):
    texts = [f"“Nobody opened the upper gate on day {n},” said Ilse Orr." for n in range(5)]
    spans = {"doc_id": list("01234"), "start": 1, "end": 39, "kind": "direct", "speaker": "Ilse Orr"}
    corpus = from_texts(texts).with_quotations(pd.DataFrame(spans))
    table = speaker_matrix(towards(corpus, "Ilse Orr"), corpus)
    assert table["n_mentions"].tolist() == [0, 0, 0]
    assert "Left out: 5 of 5 sentences in which a speaker mentions himself." in table.attrs["notes"]


def test_a_pair_without_sentences_has_a_row_without_means(corpus):
    table = speaker_matrix(towards(corpus, {"Tull": [], "Bram": []}), corpus)
    assert table["target"].tolist() == ["Tull", "Bram"] * 3
    bram = table[table["target"] == "Bram"]
    assert bram["n_mentions"].tolist() == [0, 0, 0]
    assert bram[["negative", "polarity", "low"]].isna().all(axis=None)
    assert table.attrs["notes"][-1] == "3 of 6 cells without a mean: fewer than 5 stories."


def test_only_the_speakers_quoted_most_or_named_are_shown_and_others_counted(corpus):
    mentions = towards(corpus, "Tull")
    assert speaker_matrix(mentions, corpus, n=1)["speaker"].tolist()[1:-1] == ["Ilse Orr"]
    table = speaker_matrix(mentions, corpus, [])
    assert table["speaker"].tolist() == ["(narration)", "(nobody named)"]
    assert "Left out: 6 of 18 sentences of speakers that are not shown." in table.attrs["notes"]


def test_the_lines_of_a_cell_are_its_sentences(corpus):
    mentions = towards(corpus, "Tull")
    its = mentions_by(mentions, "Ilse Orr", "Tull")
    assert its["text"].tolist() == [SAID] * 6
    assert mentions_by(mentions, "(nobody named)", "Tull")["text"].str.startswith("Tull came").all()
    assert evidence_towards(its, n=1)["text"].tolist() == [SAID]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"speakers": ["Nobody"]}, "speakers = 'Nobody'"),
        ({"n": 0}, "n = 0 is no number of speakers"),
    ],
)
def test_wrong_settings_are_told(corpus, settings, told):
    with pytest.raises(UserError, match=told):
        speaker_matrix(towards(corpus, "Tull"), corpus, **settings)


def test_an_unknown_cell_is_told(corpus):
    with pytest.raises(UserError, match="speaker = 'Nobody'"):
        mentions_by(towards(corpus, "Tull"), "Nobody", "Tull")


def test_without_documents_or_targets_the_table_keeps_its_columns(corpus):
    full = speaker_matrix(towards(corpus, "Tull"), corpus)
    none = corpus.take(np.zeros(0, np.int64))
    for empty in (speaker_matrix(towards(none, "Tull"), none), speaker_matrix(towards(corpus, {}), corpus)):
        assert empty.dtypes.equals(full.dtypes)
        assert not empty["n_mentions"].any()
