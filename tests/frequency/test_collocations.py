import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder
from plain_counts import corpora, unhurried, words_of

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import collocates, evidence, word_list, word_pairs

COLUMNS = [
    *("collocate", "frequency", "left", "right", "collocate_frequency", "expected", "log_dice", "mi", "mi3"),
    *("t_score", "g2", "delta_p_collocate", "delta_p_node", "document_frequency", "is_stop_word"),
]


@pytest.fixture
def corpus():
    texts = ["The old dam, they said, holds. An old port.", "Near the dam stood an old port."]
    return from_texts(texts, source=["Lantern", "Courier"])


def test_by_hand(corpus):
    table = collocates(corpus, "dam", left=2, right=2, min_frequency=1)
    assert table.columns.tolist() == COLUMNS
    rows = table.set_index("collocate")
    few = dict.fromkeys(("old", "they", "said", "near", "stood", "an"), 1)
    assert rows["frequency"].to_dict() == few | {"the": 2}
    assert rows.loc["the", ["left", "right", "collocate_frequency", "document_frequency"]].tolist() == [
        2,
        0,
        2,
        2,
    ]
    # The two windows hold 4 words each, of 16 in all; of these 2 are "the".
    assert rows.loc["the", "expected"] == pytest.approx(8 * 2 / 16)
    assert rows.loc["the", "mi"] == pytest.approx(1)
    assert rows.loc["the", "log_dice"] == pytest.approx(14)
    assert rows.loc["the", "delta_p_collocate"] == pytest.approx(2 / 8 - 6 / 56)
    assert rows.loc["the", "delta_p_node"] == pytest.approx(2 / 8 - 6 / 56)
    assert table.attrs["notes"][0] == (
        "2 nodes; the windows of 2 words to the left and 2 to the right, cut where the sentence ends, "
        "hold 8 "
        "of 16 words."
    )


def test_windows_end_with_the_sentence_and_punctuation_takes_no_place(corpus):
    right = collocates(corpus, "said", left=0, right=5, min_frequency=1)
    assert right["collocate"].tolist() == ["holds"]
    left = collocates(corpus, "port", left=1, right=0, min_frequency=1)
    assert left[["collocate", "frequency", "left", "right"]].to_numpy().tolist() == [["old", 2, 2, 0]]


def test_a_node_may_be_a_phrase(corpus):
    table = collocates(corpus, "old port", left=1, right=1, min_frequency=1)
    assert table[["collocate", "left", "right"]].to_numpy().tolist() == [["an", 2, 0]]


def test_order_is_by_log_dice_then_by_frequency_and_the_alphabet(corpus):
    table = collocates(corpus, "dam", left=2, right=2, min_frequency=1)
    assert table["collocate"].tolist() == ["the", "near", "said", "stood", "they", "an", "old"]


def test_each_part_has_its_own_collocates(corpus):
    table = collocates(corpus, "dam", by="source", left=1, right=1, min_frequency=1)
    assert table[["source", "collocate"]].to_numpy().tolist() == [
        *(["Courier", "stood"], ["Courier", "the"], ["Lantern", "they"], ["Lantern", "old"]),
    ]


def test_words_of_another_voice_take_their_place_and_are_no_collocates():
    rows = {"doc_id": ["0"], "start": [4], "end": [12], "kind": ["direct"]}
    corpus = from_texts(["He, old dams, saw the dam fall."]).with_quotations(pd.DataFrame(rows))
    table = collocates(corpus.select(voices=["narration"]), "dam", left=4, right=1, min_frequency=1)
    assert sorted(table["collocate"]) == ["fall", "saw", "the"]


def test_rare_company_is_counted_not_listed(corpus):
    table = collocates(corpus, "dam", left=2, right=2, min_frequency=2)
    assert table["collocate"].tolist() == ["the"]
    assert "min_frequency = 2 leaves out 6 rarer collocates." in table.attrs["notes"]


@pytest.mark.parametrize("texts", [[], ["..."], ["The port."]])
def test_an_absent_node_gives_no_rows_and_a_note(texts):
    table = collocates(from_texts(texts), "dam")
    assert (table.columns.tolist(), len(table)) == (COLUMNS, 0)
    assert "“dam” does not occur" in table.attrs["notes"][0]


def test_a_node_alone_in_its_sentence_has_no_company():
    table = collocates(from_texts(["Dam."]), "dam", min_frequency=1)
    assert len(table) == 0
    assert table.attrs["notes"][0].startswith("1 node; the windows")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"left": 0, "right": 0}, "left = 0 and right = 0 leave no window; give one of them 1 word or more"),
        ({"left": -1}, "left = -1 is no width of a window; give a number of words from 0 to 50"),
        ({"right": 51}, "right = 51 is no width of a window"),
        ({"right": 2.5}, "right = 2.5 is no width of a window"),
        ({"min_frequency": 0}, "min_frequency = 0 is too small"),
        ({"by": "sauce"}, "by = 'sauce' is no column"),
    ],
)
def test_wrong_settings(corpus, settings, message):
    with pytest.raises(UserError, match=message):
        collocates(corpus, "dam", **settings)


def plain_collocates(corpus, node, left, right):
    """Each window in plain Python."""
    tokens = corpus.tokens
    found = []
    for _, sentence in tokens[tokens["is_word"]].groupby("sentence"):
        words = sentence["term"].tolist()
        for place, word in enumerate(words):
            if word == node:
                found += [*words[max(place - left, 0) : place], *words[place + 1 : place + 1 + right]]
    return pd.Series(found, dtype=object).value_counts().to_dict()


@unhurried
@given(corpora, st.integers(0, 3), st.integers(1, 3))
def test_as_counted_in_plain_python(corpus, left, right):
    table = collocates(corpus, "dam", left=left, right=right, min_frequency=1)
    counted = dict(zip(table["collocate"], table["frequency"], strict=True))
    assert counted == plain_collocates(corpus, "dam", left, right)
    assert (table["left"] + table["right"]).tolist() == table["frequency"].tolist()
    whole = word_list(corpus).set_index("term")["frequency"]
    assert table["collocate_frequency"].tolist() == whole.reindex(table["collocate"]).tolist()


@unhurried
@given(corpora)
def test_as_many_lines_as_meetings(corpus):
    table = collocates(corpus, "dam", left=2, right=2, min_frequency=1)
    for row in range(len(table)):
        lines = evidence(corpus, table, row)
        assert 1 <= len(lines) <= table["frequency"].iloc[row]
        assert (lines["node"].str.lower() == "dam").all()


def test_pairs_by_hand(corpus):
    table = word_pairs(corpus, min_frequency=2)
    assert table["pair"].tolist() == ["an old", "old port"]
    rows = table.set_index("pair")
    assert rows["frequency"].to_dict() == {"old port": 2, "an old": 2}
    assert rows.loc["old port", ["first_frequency", "second_frequency", "n_stop_words"]].tolist() == [3, 2, 0]
    assert rows.loc["old port", "expected"] == pytest.approx(3 * 2 / 16)
    assert rows.loc["old port", "per_million"] == pytest.approx(2e6 / 16)
    assert "min_frequency = 2 leaves out rarer pairs, 7 of 11 occurrences in all." in table.attrs["notes"]


@pytest.mark.parametrize("texts", [[], ["..."], ["Dam."]])
def test_without_neighbours_there_are_no_pairs(texts):
    table = word_pairs(from_texts(texts))
    assert len(table) == 0
    assert "There are no pairs of words." in table.attrs["notes"]
    assert table["frequency"].dtype == np.int64


@unhurried
@given(st.lists(st.lists(st.sampled_from("dam port ship quay".split()), min_size=1, max_size=9), max_size=4))
def test_pairs_are_measured_as_by_nltk(texts):
    corpus = from_texts([" ".join(words) for words in texts])
    table = word_pairs(corpus, min_frequency=1).set_index("pair")
    finder = BigramCollocationFinder.from_documents(words_of(corpus))
    counts = {" ".join(pair): n for pair, n in finder.ngram_fd.items() if None not in pair}
    assert table["frequency"].to_dict() == counts
    words = word_list(corpus).set_index("term")["frequency"]
    for pair, row in table.iterrows():
        first, second = pair.split()
        margins = (row["frequency"], (words[first], words[second]), corpus.n_words)
        if words[first] + words[second] - row["frequency"] > corpus.n_words:
            continue  # the last word of a text has no neighbour, which NLTK's table does not see
        assert row["mi"] == pytest.approx(BigramAssocMeasures.pmi(*margins))
        assert row["t_score"] == pytest.approx(BigramAssocMeasures.student_t(*margins))
        assert abs(row["g2"]) == pytest.approx(BigramAssocMeasures.likelihood_ratio(*margins), abs=1e-6)


@unhurried
@given(corpora)
def test_lines_of_a_pair_are_its_occurrences(corpus):
    table = word_pairs(corpus, min_frequency=1)
    for row in range(len(table)):
        assert len(evidence(corpus, table, row)) == table["frequency"].iloc[row]
