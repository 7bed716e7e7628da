import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from plain_counts import corpora, unhurried, words_of

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.errors import UserError
from tenor.frequency import in_units, readability
from tenor.frequency.measures.syllables import count_syllables

INDICES = ["syllables_per_word", "flesch", "flesch_kincaid", "gunning_fog", "smog", "ari"]
# What is known of a text in any language.
LENGTHS = ["words_per_sentence", "characters_per_word", "lix"]


def test_by_hand():
    row = readability(from_texts(["The government fell. It rained on the harbour."])).iloc[0]
    assert row[["n_words", "n_sentences"]].tolist() == [8, 2]
    assert row[LENGTHS].tolist() == [4, (3 + 10 + 4 + 2 + 6 + 2 + 3 + 7) / 8, 4 + 100 * 2 / 8]
    assert row["syllables_per_word"] == (1 + 3 + 1 + 1 + 1 + 1 + 1 + 2) / 8
    assert row["gunning_fog"] == pytest.approx(0.4 * (4 + 100 / 8))
    assert np.isnan(row["smog"])


def test_thirty_sentences_have_a_smog_grade():
    row = readability(from_texts(["The government fell. " * 30])).iloc[0]
    assert row["smog"] == pytest.approx(3.1291 + 1.043 * np.sqrt(30))


def test_other_languages_have_lengths_and_no_indices():
    corpus = from_texts(["It rains.", "Il pleut.", "Oh."], language=["en", "fr", None])
    table = readability(corpus)
    assert table[LENGTHS].notna().all(axis=None)
    assert table["flesch"].isna().tolist() == [False, True, False]
    assert table.loc[1, INDICES].isna().all()
    note = "1 of 3 documents are not in English: of the indices they have lix alone."
    assert note in table.attrs["notes"]


def test_unknown_languages_are_those_of_most_documents_in_every_selection():
    texts, languages = ["Oh.", "It rains.", "It pours.", "Il pleut."], [None, "en", "en", "fr"]
    corpus = from_texts(texts, language=languages, source=["a", "b", "b", "a"])
    assert readability(corpus.select(sources=["a"]))["flesch"].isna().tolist() == [False, True]
    assert readability(from_texts(["Oh.", "Il pleut."], language=[None, "fr"]))["flesch"].isna().all()


@pytest.mark.parametrize("texts", [[], [""], ["... !"]])
@pytest.mark.parametrize("by", [None, "voice"])
def test_without_words_there_are_no_values(texts, by):
    table = readability(from_texts(texts), by=by)
    assert table[[*LENGTHS, *INDICES]].isna().all(axis=None)


@pytest.mark.parametrize("by", [None, "source", "voice"])
def test_an_empty_selection(by):
    corpus = from_texts(["It rains."], source=["a"])
    table = readability(corpus.select(start="2031-01-01"), by=by)
    assert len(table) == 0
    pd.testing.assert_series_equal(table.dtypes, readability(corpus, by=by).dtypes)
    assert table.attrs["notes"][0] == "There are no documents to measure."


def test_boilerplate_and_other_voices_make_no_sentences():
    rows = {"doc_id": ["0"], "start": [8], "end": [21], "kind": ["direct"]}
    corpus = from_texts(["SELLA — It rains here. He went home."]).with_marks(
        as_marks([0], [0], [8], ["dateline"])
    )
    quoted = corpus.with_quotations(pd.DataFrame(rows))
    assert readability(corpus)["words_per_sentence"].tolist() == [3]
    assert readability(quoted, by="voice")[["voice", "words_per_sentence"]].to_numpy().tolist() == [
        ["narration", 3],
        ["direct", 3],
    ]


def test_groups_have_medians():
    corpus = from_texts(["It rains.", "It rains and it pours.", "Oh."], source=["a", "a", "b"])
    table = readability(corpus, by="source")
    sizes = ["source", "n_documents", "n_short", "n_words", "words_per_document", "words_per_sentence"]
    assert table[sizes].to_numpy().tolist() == [["a", 2, 2, 7, 3.5, 3.5], ["b", 1, 1, 1, 1, 1]]


def test_characters_are_letters_and_digits():
    assert readability(from_texts(["Don’t pay 1,000."]))["characters_per_word"][0] == (4 + 3 + 4) / 3


@pytest.mark.parametrize("unit", ["stem", "lemma"])
def test_other_terms_than_words_as_written_are_refused(unit):
    corpus = in_units(from_texts(["The dams hold."]), unit)
    with pytest.raises(
        UserError, match=f"words as written, and this corpus has the unit '{unit}'; start from"
    ):
        readability(corpus)


def test_capital_letters_change_nothing():
    corpus = from_texts(["The Government fell."])
    pd.testing.assert_frame_equal(readability(in_units(corpus, "form")), readability(corpus))


def test_copies_count_once_as_stories():
    assert len(readability(from_texts(["It rains."] * 3), count="stories")) == 1


@unhurried
@given(corpora)
def test_as_counted_in_plain_python(corpus):
    table = readability(corpus)
    tokens = corpus.tokens
    n_sentences = tokens[tokens["is_word"]].groupby("doc")["sentence"].nunique()
    for number, words in enumerate(words_of(corpus)):
        row = table.loc[number]
        assert (row["n_words"], row["n_sentences"]) == (len(words), n_sentences.get(number, 0))
        if words:
            assert row["syllables_per_word"] == sum(map(count_syllables, words)) / len(words)
            assert row["characters_per_word"] == sum(c.isalnum() for word in words for c in word) / len(words)
