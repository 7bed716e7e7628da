import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import evidence, score_sentences

COLUMNS = ["pole", "doc_id", "source", "published", "polarity", "n_scored_words", "text", "start", "end"]


def test_strongest_sentences_of_each_pole_one_a_document(scored):
    scores, corpus = scored([[0.9, 0.8, -0.2], [0.7, -0.9], [0.1, None]])
    table = evidence(scores, corpus, n=2)
    assert table.columns.tolist() == COLUMNS
    assert table["pole"].tolist() == ["most positive"] * 2 + ["most negative"] * 2
    assert table["polarity"].tolist() == [0.9, 0.7, -0.9, -0.2]
    assert table["doc_id"].tolist() == ["0", "1", "1", "0"]


def test_further_sentences_of_a_document_fill_up(scored):
    scores, corpus = scored([[0.9, 0.8, 0.3], [0.5]])
    table = evidence(scores, corpus, n=3)
    assert table["polarity"].tolist() == [0.9, 0.8, 0.5]


def test_equal_scores_stand_in_the_order_of_the_text(scored):
    scores, corpus = scored([[0.5, 0.5], [0.5], [0.9], [0.5]])
    table = evidence(scores, corpus, n=3)
    assert table["doc_id"].tolist() == ["2", "0", "1"]
    assert table["start"].tolist() == [0, 0, 0]


def test_text_is_the_original_between_the_offsets():
    text = "Rain.\n\nThe   “great” town\nisn’t afraid of it."
    corpus = from_texts([text])
    table = evidence(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus)
    row = table[table["text"].str.contains("town")].iloc[0]
    assert row["text"] == text[row["start"] : row["end"]] == "The   “great” town\nisn’t afraid of it."


def test_copies_and_repeated_sentences_are_shown_once(scored):
    shared = "The very same sentence stood here."
    texts = [f"{shared} More about dam number {i} follows." for i in (1, 1, 2)]
    scores, corpus = scored([[0.9, 0.3], [0.9, 0.3], [0.9, 0.2]], texts=texts)
    table = evidence(scores, corpus, n=2)
    assert table["text"].tolist() == [shared, "More about dam number 2 follows."]


def test_short_sentences_are_left_out_and_counted():
    corpus = from_texts(["Great! The town had a great day."])
    table = evidence(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus)
    assert table["text"].tolist() == ["The town had a great day."]
    assert table.attrs["notes"][0] == "1 scored sentences of fewer than 5 words are left out."


def test_neutral_and_unknown_sentences_are_at_no_pole():
    corpus = from_texts(["The good and bad dam stood. The only dam was built there. It rained in the hills."])
    table = evidence(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus, analyzer="textblob")
    assert len(table) == 0
    assert table.columns.tolist() == [*COLUMNS[:5], "polarity_vader", *COLUMNS[5:]]
    assert table.attrs["notes"][-1] == "No sentence has a positive or a negative score."


def test_other_analyzer_stands_beside():
    corpus = from_texts(["The idea isn't bad at all.", "The guard denied the killing of five men."])
    table = evidence(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus)
    assert table["pole"].tolist() == ["most positive", "most negative"]
    assert table["polarity_textblob"].lt(0).tolist() == [True, False]
    assert table["polarity_textblob"].isna().tolist() == [False, True]


def test_groups_each_have_their_poles(scored):
    scores, corpus = scored(
        [[0.9, -0.1], [0.8], [-0.5]], source=["Lantern", "Courier", None], published=["2031-03-04"] * 3
    )
    table = evidence(scores, corpus, by="source")
    assert table.columns.tolist() == ["source", *[name for name in COLUMNS if name != "source"]]
    assert table["source"].tolist() == ["Courier", "Lantern", "Lantern"]
    assert table["polarity"].tolist() == [0.8, 0.9, -0.1]
    assert "1 of 3 documents are left out: they have no source." in table.attrs["notes"]


def test_group_that_is_no_column_of_the_result_stands_first(scored):
    scores, corpus = scored([[0.9], [-0.1]], published=["2031-03-04", "2031-05-04"])
    table = evidence(scores, corpus, by="month")
    assert table.columns.tolist() == ["month", *COLUMNS]
    assert table["month"].tolist() == ["2031-03", "2031-05"]


def test_group_that_is_named_like_a_column_of_the_result_is_an_error(scored):
    scores, corpus = scored([[0.9]], text=["x"])
    with pytest.raises(UserError, match=r"by = 'text' is also the name of a column of the result"):
        evidence(scores, corpus, by="text")


@pytest.mark.parametrize("by", [None, "agency"])
@pytest.mark.parametrize("texts", [[], ["..."], ["The dam holds back the river."]])
def test_nothing_to_show_is_an_empty_table(texts, by):
    corpus = from_texts(texts)
    table = evidence(score_sentences(corpus, analyzers=["vader"]), corpus, by=by)
    assert len(table) == 0
    assert table.columns.tolist() == (COLUMNS if by is None else ["agency", *COLUMNS])


def test_wrong_analyzer_and_number_are_errors(scored):
    scores, corpus = scored([[0.5]])
    with pytest.raises(UserError, match=r"analyzer = 'textblob' is not one of 'vader'"):
        evidence(scores, corpus, analyzer="textblob")
    with pytest.raises(UserError, match=r"n_evidence = 0 is too small"):
        evidence(scores, corpus, n=0)
