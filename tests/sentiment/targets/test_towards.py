import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.sentiment import score_towards, towards

TEXTS = ["It rained.\n\nCritics blamed Ms Orr, and Orr lied. Tull left.", "Voters praised Orr’s honest work."]


def test_a_row_is_a_sentence_with_its_place():
    corpus = from_texts(TEXTS, source=["Courier", "Lantern"], published=["2031-03-04", None])
    table = towards(corpus, "Orr", aliases=["Ms Orr"])
    assert table["doc_id"].tolist() == ["0", "1"]
    assert table["source"].tolist() == ["Courier", "Lantern"]
    assert table["mention"].tolist() == ["Ms Orr", "Orr"]
    assert table["n_mentions"].tolist() == [2, 1]
    assert table["sentence"].tolist() == [1, 3]
    spans = zip(TEXTS, table["start"], table["end"], strict=True)
    assert [text[start:end] for text, start, end in spans] == ["Ms Orr", "Orr"]
    assert table.attrs["notes"] == ["Orr is mentioned in 2 sentences of 2 documents."]


def test_several_mentions_are_averaged():
    text = "Critics blamed Ms Orr, and Orr lied."
    table = towards(from_texts([text]), "Orr", aliases=["Ms Orr"])
    single = score_towards([text, text], [15, 27], [21, 30])
    assert table.loc[0, "negative"] == pytest.approx(single["negative"].mean())
    assert table.loc[0, "polarity"] == pytest.approx(single["polarity"].mean())


def test_a_sentence_has_a_row_for_each_target():
    table = towards(from_texts(["Orr praised Tull."]), {"Tull": [], "Orr": []})
    assert table["target"].tolist() == ["Orr", "Tull"]
    assert table["target"].cat.categories.tolist() == ["Tull", "Orr"]


def test_voice_and_speaker_are_those_of_the_sentence():
    quotation = {"doc_id": ["0"], "start": [0], "end": [13], "kind": ["direct"], "speaker": ["Bram Tull"]}
    corpus = from_texts(["“Orr lied.” It rained on Orr."]).with_quotations(pd.DataFrame(quotation))
    table = towards(corpus, "Orr")
    assert table["voice"].tolist() == ["direct", "narration"]
    assert table["speaker"].tolist() == ["Bram Tull", np.nan]
    chosen = towards(corpus.select(voices=["narration"]), "Orr")
    assert chosen["text"].tolist() == ["It rained on Orr."]
    assert chosen.attrs["notes"][1] == (
        "Left out: 1 sentences that are boilerplate or of a voice that was not chosen."
    )


def test_other_languages_are_left_out_and_counted():
    corpus = from_texts(["Orr lügt.", "Orr lied.", "Orr left."], language=["de", "en", None])
    table = towards(corpus, "Orr")
    assert table["doc_id"].tolist() == ["1", "2"]
    assert "Left out: 1 documents in another language than English." in table.attrs["notes"]


def test_enormous_sentences_are_left_out_and_counted():
    corpus = from_texts(["Orr " + "and more " * 2300 + "lied. Orr left."])
    table = towards(corpus, "Orr")
    assert table["text"].tolist() == ["Orr left."]
    assert "Left out: 1 sentences of more than 20,000 characters." in table.attrs["notes"]


@pytest.mark.parametrize("aliases", [[], ["Ms Dam-Orr"]])
def test_a_target_that_does_not_occur(aliases):
    table = towards(from_texts(["The minister left."]), "Minster", aliases=aliases)
    assert len(table) == 0
    assert "occur" in table.attrs["notes"][0]
    assert "; the nearest terms are minister" in table.attrs["notes"][0]


def test_an_empty_corpus():
    table = towards(from_texts([]), "Orr")
    assert len(table) == 0
    assert table["polarity"].dtype == float


def test_a_sentence_without_known_words_is_missing_and_counted():
    table = towards(from_texts(["Orr."]), "Orr")
    assert table["polarity"].isna().tolist() == [True]
    assert table.attrs["notes"] == [
        "Orr is mentioned in 1 sentence of 1 document; 1 sentence without a known word."
    ]
