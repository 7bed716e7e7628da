import numpy as np
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import score_sentences, tone

SETTINGS = {"n_resamples": 200}


def test_each_document_counts_once(scored):
    # Lantern: document means 0.2 and -0.4, whatever their number of sentences.
    scores, corpus = scored(
        [[0.5, None, -0.1], [-0.4], [None], [1.0, 1.0]], source=["Lantern", "Lantern", "Lantern", "Courier"]
    )
    table = tone(scores, corpus, **SETTINGS)
    assert table["source"].tolist() == ["Courier", "Lantern"]
    assert table["n_documents"].tolist() == [1, 3]
    assert table["n_scored_documents"].tolist() == [1, 2]
    assert table["n_sentences"].tolist() == [2, 5]
    np.testing.assert_allclose(table["share_scored"], [1.0, 3 / 5])
    np.testing.assert_allclose(table["polarity"], [1.0, -0.1])


def test_small_groups_have_no_interval_and_are_named(scored):
    scores, corpus = scored([[i / 10] for i in range(9)], source=["Lantern"] * 5 + ["Courier"] * 4)
    table = tone(scores, corpus, **SETTINGS)
    assert table["low"].isna().tolist() == [True, False]
    assert (
        "No interval where fewer than 5 documents with different texts have a score: Courier."
        in (table.attrs["notes"])
    )


def test_interval_does_not_depend_on_the_other_groups(scored):
    documents = [[i / 10, -i / 20] for i in range(12)]
    scores, corpus = scored(documents, source=["Lantern", "Courier"] * 6, beat=["b", "a"] * 6)
    by_source = tone(scores, corpus, **SETTINGS).set_index("source")
    by_beat = tone(scores, corpus, by="beat", **SETTINGS).set_index("beat")
    for column in ("low", "high"):
        assert by_source.loc["Lantern", column] == by_beat.loc["b", column]
        assert by_source.loc["Courier", column] == by_beat.loc["a", column]
    assert by_source.loc["Courier", "low"] == tone(scores, corpus, **SETTINGS).loc[0, "low"]


def test_copies_are_resampled_together_and_said(scored):
    texts = [f"Sentence about dam number {i % 6}." for i in range(18)]
    scores, corpus = scored([[i % 6 / 10] for i in range(18)], texts=texts)
    table = tone(scores, corpus, by=None, **SETTINGS)
    alone_scores, alone = scored([[i / 10] for i in range(6)], texts=texts[:6])
    unique = tone(alone_scores, alone, by=None, **SETTINGS)
    np.testing.assert_allclose(table[["low", "high"]], unique[["low", "high"]])
    assert "12 of 18 documents nearly repeat another; copies are resampled together." in table.attrs["notes"]


def test_five_copies_of_one_text_have_no_interval(scored):
    scores, corpus = scored([[0.5]] * 5, texts=["The dam is high."] * 5)
    table = tone(scores, corpus, by=None, **SETTINGS)
    assert table.loc[0, ["n_documents", "polarity"]].tolist() == [5, 0.5]
    assert table["low"].isna().all()


def test_documents_without_a_value_are_left_out_and_counted(scored):
    scores, corpus = scored([[0.5], [0.1]], source=["Courier", None])
    table = tone(scores, corpus, **SETTINGS)
    assert table["n_documents"].tolist() == [1]
    assert "1 of 2 documents are left out: they have no source." in table.attrs["notes"]


def test_whole_corpus_is_one_group(scored):
    scores, corpus = scored([[0.5], [0.1]], source=["Courier", None])
    table = tone(scores, corpus, by=None, **SETTINGS)
    assert table.columns[0] == "analyzer"
    assert table.loc[0, ["n_documents", "polarity"]].tolist() == [2, 0.3]


def test_each_analyzer_has_its_row():
    corpus = from_texts(["A good day.", "A bad night."], source=["Lantern", "Courier"])
    table = tone(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus, **SETTINGS)
    assert table["source"].tolist() == ["Courier", "Courier", "Lantern", "Lantern"]
    assert table["analyzer"].tolist() == ["textblob", "vader"] * 2
    assert table["subjectivity"].notna().tolist() == [True, False] * 2


def test_nothing_scored_is_missing_and_never_zero():
    corpus = from_texts(["The dam holds.", "...", ""], source=["Courier", "Lantern", "Gazette"])
    table = tone(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus, **SETTINGS)
    assert table[["polarity", "low", "high", "subjectivity"]].isna().all(axis=None)
    assert table["n_scored_documents"].eq(0).all()
    assert table.set_index("source")["share_scored"].fillna(9).to_dict() == {
        "Courier": 0.0,
        "Gazette": 9.0,
        "Lantern": 0.0,
    }


def test_empty_selection_gives_an_empty_table_with_a_note():
    corpus = from_texts(["A good day."], source=["Courier"], published=["2031-03-04"]).select(
        start="2032-01-01"
    )
    scores = score_sentences(corpus, analyzers=["textblob", "vader"])
    table = tone(scores, corpus, **SETTINGS)
    assert len(table) == 0
    assert "polarity" in table
    assert "No document is selected." in table.attrs["notes"]
    whole = tone(scores, corpus, by=None, **SETTINGS)
    assert whole["n_documents"].tolist() == [0, 0]
    assert whole["polarity"].isna().all()


def test_notes_name_unit_and_settings(scored):
    scores, corpus = scored([[0.5]], source=["Courier"])
    notes = tone(scores, corpus, confidence=0.9, n_resamples=300, seed=4).attrs["notes"]
    assert notes[0].startswith("polarity is the mean over documents")
    assert notes[1] == (
        "low and high bound the mean with 0.9 confidence: bootstrap over documents, percentiles widened "
        "where they are few, 300 resamples, seed 4."
    )


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"confidence": 95.0}, r"confidence = 95.0 is outside 0.5 to"),
        ({"n_resamples": 10}, r"n_resamples = 10 is too small"),
        ({"seed": "1"}, r"seed = '1' is str, but seed takes int"),
        ({"by": "sauce"}, r"by = 'sauce' is no column of the documents; did you mean 'source'"),
    ],
)
def test_wrong_settings_are_errors(scored, setting, message):
    scores, corpus = scored([[0.5]])
    with pytest.raises(UserError, match=message):
        tone(scores, corpus, **setting)


def test_group_that_is_named_like_a_column_of_the_result_is_an_error(scored):
    scores, corpus = scored([[0.5]], polarity=["x"])
    for by in ("polarity", "n_sentences"):
        with pytest.raises(
            UserError, match=rf"by = '{by}' is also the name of a column of the result; rename"
        ):
            tone(scores, corpus, by=by)


def test_many_small_groups_are_not_all_listed(scored):
    scores, corpus = scored([[0.5]] * 8, source=[f"Gazette {i}" for i in range(8)])
    note = tone(scores, corpus, **SETTINGS).attrs["notes"][-1]
    assert note.endswith("Gazette 0, Gazette 1, Gazette 2, Gazette 3, Gazette 4 and 3 more.")
