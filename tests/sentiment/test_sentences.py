import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import score, score_sentences, tone
from tenor.sentiment.analyzers import corpora

COLUMNS = [
    *("sentence", "doc", "doc_id", "start", "end", "n_words"),
    *("analyzer", "polarity", "subjectivity", "n_scored_words"),
]
TEXTS = ["  A great day.\n\nIt rains.", "A bad night 😀 fell. “Good,” he said.", "..."]


def test_one_row_a_sentence_and_analyzer_in_the_order_of_the_text():
    scores = score_sentences(from_texts(TEXTS))
    assert scores.columns.tolist() == COLUMNS
    assert scores["sentence"].tolist() == sorted([0, 1, 2, 3, 4] * 3)
    assert scores["doc_id"].tolist() == ["0"] * 6 + ["1"] * 6 + ["2"] * 3
    assert scores["analyzer"].tolist() == ["textblob", "vader", "tone"] * 5
    assert not scores.duplicated(["sentence", "analyzer"]).any()


def test_offsets_cut_the_original_text():
    scores = score_sentences(from_texts(TEXTS), analyzers=["vader"])
    cut = [TEXTS[doc][start:end] for doc, start, end in scores[["doc", "start", "end"]].to_numpy()]
    assert cut == ["A great day.", "It rains.", "A bad night 😀 fell.", "“Good,” he said.", "..."]


def test_scores_are_those_of_each_sentence():
    scores = score_sentences(from_texts(TEXTS))
    for analyzer in ("textblob", "vader", "tone"):
        alone = score(["A great day.", "It rains."], analyzer=analyzer)
        rows = scores[scores["analyzer"] == analyzer].head(2)
        np.testing.assert_array_equal(rows["polarity"], alone["polarity"])
        assert rows["n_scored_words"].tolist() == alone["n_scored_words"].tolist() == [1, 0]


@pytest.mark.parametrize("straight", ["The dam isn't good.", 'He said "good" twice.', "The 'good' dam."])
def test_curly_marks_score_as_straight_ones(straight):
    curly = straight.replace("n't", "n’t").replace('"good"', "“good”").replace("'good'", "‘good’")
    assert curly != straight
    scores = score_sentences(from_texts([curly]), analyzers=["vader"])
    assert scores["polarity"].item() == score([straight], analyzer="vader")["polarity"].item()
    assert scores["polarity"].item() != score([curly], analyzer="vader")["polarity"].fillna(9).item()
    assert any(note.startswith("1 of 1 sentences have curly") for note in scores.attrs["notes"])


def test_title_is_not_scored():
    scores = score_sentences(
        from_texts(["The dam holds."], title=["A great disaster"]), analyzers=["textblob", "vader"]
    )
    assert scores["n_scored_words"].tolist() == [0, 0]


def test_sentences_of_marks_alone_are_rows_without_a_score():
    scores = score_sentences(from_texts(["... !!"]))
    assert scores["n_words"].eq(0).all()
    assert scores["polarity"].isna().all()


@pytest.mark.parametrize("texts", [[], [""], ["  \n "]])
def test_no_sentence_gives_an_empty_table(texts):
    scores = score_sentences(from_texts(texts))
    assert scores.columns.tolist() == COLUMNS
    assert len(scores) == 0
    assert scores["polarity"].dtype == float


def test_long_sentence_is_scored():
    scores = score_sentences(from_texts(["and the dam was good " * 400]), analyzers=["textblob", "vader"])
    assert scores["n_words"].tolist() == [2000, 2000]
    assert scores["n_scored_words"].tolist() == [400, 400]


def test_endless_sentence_stays_without_a_score_and_is_counted():
    scores = score_sentences(
        from_texts(["and the dam was good " * 40_000, "A good day."]), analyzers=["textblob", "vader"]
    )
    assert scores["n_words"].tolist() == [200_000, 200_000, 3, 3]
    assert scores["polarity"].isna().tolist() == [True, True, False, False]
    assert "1 of 2 sentences are longer than 20,000 characters and not scored." in scores.attrs["notes"]


def test_single_analyzer_and_repeated_analyzer():
    corpus = from_texts(["A great day."])
    assert score_sentences(corpus, analyzers=["vader"])["analyzer"].tolist() == ["vader"]
    assert score_sentences(corpus, analyzers=["vader", "vader"])["analyzer"].tolist() == ["vader"]


def test_unknown_analyzer_and_none_are_errors():
    corpus = from_texts(["A great day."])
    with pytest.raises(UserError, match=r"analyzers = 'textblb' is not one of .*; did you mean 'textblob'\?"):
        score_sentences(corpus, analyzers=["textblb"])
    with pytest.raises(UserError, match=r"analyzers = \[\] names none; give one or more of textblob, vader"):
        score_sentences(corpus, analyzers=[])


def test_scores_of_another_corpus_are_an_error():
    corpus = from_texts(["A great day.", "A bad night."], source=["Courier", "Lantern"])
    scores = score_sentences(corpus)
    for other in (corpus.select(sources=["Lantern"]), from_texts(["A great day.", "A bad day."])):
        with pytest.raises(UserError, match=r"scores hold 2 sentences that are not those of <Corpus: "):
            tone(scores, other, by=None)
    with pytest.raises(UserError, match="make them with score_sentences"):
        tone(score_sentences(from_texts(["A great day."], doc_id=["x"])), corpus, by=None)


def test_some_rows_of_the_scores_are_accepted():
    corpus = from_texts(["A great day. A bad night."])
    scores = score_sentences(corpus, analyzers=["vader"])
    table = tone(scores[scores["polarity"] > 0], corpus, by=None)
    assert table.loc[0, ["n_sentences", "polarity"]].tolist() == [1, 0.6249]


def test_documents_in_another_language_are_not_scored_and_counted():
    corpus = from_texts(["A great day.", "Ein great Tag."], language=["en", "de"])
    scores = score_sentences(corpus)
    assert scores["polarity"].isna().tolist() == [False] * 3 + [True] * 3
    assert "1 of 2 sentences are in another language than English" in scores.attrs["notes"][1]


def test_documents_whose_language_is_unknown_are_scored():
    assert score_sentences(from_texts(["A great day."], language=[None]))["polarity"].notna().all()


HIDDEN = ["good\u200bday", "good\u00a0day", "a \x00 good\x1cday", "\ufeffgood", "good\u2028day", "go\u00adod"]


@pytest.mark.parametrize("text", HIDDEN)
@pytest.mark.parametrize("analyzer", ["textblob", "vader", "tone"])
def test_characters_without_a_look_part_words_as_in_the_text(text, analyzer):
    corpus = from_texts(["A bad day.", text])
    sentences = [corpus.text(row.doc)[row.start : row.end] for row in corpus.sentences.itertuples()]
    alone = score(sentences, analyzer=analyzer)
    np.testing.assert_array_equal(
        score_sentences(corpus, analyzers=[analyzer])["polarity"], alone["polarity"]
    )


def test_repeated_sentences_are_scored_once():
    corpus = from_texts(["Good 😀 day. It rains. Good 😀 day.", "It rains.\n\nGood 😀 day."])
    scores = score_sentences(corpus, analyzers=["vader"])
    assert scores["polarity"].nunique() == 1
    assert (
        "1 distinct sentence with emoticons, emoji or the like: scored by vader itself."
        in scores.attrs["notes"]
    )


@pytest.fixture(scope="module")
def many():
    return from_texts([f"A great day {i}. A bad night! Was it, {i}? 😀" for i in range(40)])


@pytest.mark.parametrize("size", [1, 7, 100])
def test_scores_do_not_depend_on_how_documents_are_batched(many, size, monkeypatch):
    whole = score_sentences(many)
    monkeypatch.setattr(corpora, "BATCH_TOKENS", size)
    pd.testing.assert_frame_equal(score_sentences(many), whole)


def test_scores_do_not_depend_on_the_number_of_processes(many, monkeypatch):
    whole = score_sentences(many)
    monkeypatch.setattr(corpora, "BATCH_TOKENS", 200)
    monkeypatch.setenv("TENOR_WORKERS", "2")
    pd.testing.assert_frame_equal(score_sentences(many), whole)


def test_words_of_a_lexicon_weigh_and_are_counted(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("term,weight\nday,0\ndam,-2\n")
    corpus = from_texts(["The dam."])
    scores = score_sentences(corpus, analyzers=["tone"], lexicon=str(own))
    assert scores["polarity"].item() < 0
    assert "tone takes 2 words from own.csv, 1 silenced." in scores.attrs["notes"]
