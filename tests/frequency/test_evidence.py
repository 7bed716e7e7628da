import pandas as pd
import pytest
from hypothesis import given
from plain_counts import two_sided_corpora, unhurried

from tenor import frequency
from tenor.corpus import from_texts
from tenor.errors import UserError


@pytest.fixture
def corpus():
    texts = ["The dam holds.", "The dam broke. A dam!", "The port."]
    return from_texts(
        texts, source=["Lantern", "Courier", "Courier"], published=["2031-01", "2031-02", "2031-02"]
    )


def shown(lines):
    return ["".join(line) for line in lines[["left", "node", "right"]].to_numpy().tolist()]


def test_lines_of_a_part_are_those_of_the_part(corpus):
    table = frequency.word_list(corpus, by="source")
    row = table.index[(table["source"] == "Courier") & (table["term"] == "dam")][0]
    assert shown(frequency.evidence(corpus, table, row)) == ["The dam broke. A dam!"] * 2


def test_rows_may_be_filtered_and_sorted_first(corpus):
    table = frequency.word_list(corpus).sort_values("term", ascending=False).query("term == 'port'")
    assert shown(frequency.evidence(corpus, table)) == ["The port."]


def test_stories_are_counted_as_the_table_counts_them():
    corpus = from_texts(["The dam."] * 3, published=["2031-01", "2031-02", "2031-03"])
    table = frequency.word_list(corpus, count="stories")
    assert len(frequency.evidence(corpus, table)) == 1


def test_lines_of_a_speaker():
    rows = {"doc_id": ["0"], "start": [0], "end": [3], "kind": ["direct"], "speaker": ["Kell"]}
    corpus = from_texts(["Dam, he said. Dam."]).with_quotations(pd.DataFrame(rows))
    table = frequency.word_list(corpus, by="speaker")
    assert shown(frequency.evidence(corpus, table)) == ["Dam, he said. Dam."]


@unhurried
@given(two_sided_corpora)
def test_there_are_as_many_lines_as_the_number_says(corpus):
    for table in (frequency.word_list(corpus, by="source"), frequency.keyness(corpus, min_frequency=1)):
        for row in range(len(table)):
            assert len(frequency.evidence(corpus, table, row, limit=None)) == table["frequency"].iloc[row]


def test_lines_of_a_period_and_of_a_pattern(corpus):
    table = frequency.trends(corpus, ["d*m"], period="month", by="source")
    lines = [shown(frequency.evidence(corpus, table, row)) for row in range(len(table))]
    assert [len(its) for its in lines] == table["frequency"].tolist() == [0, 2, 1, 0]
    assert lines[2] == ["The dam holds."]


def test_a_table_of_another_kind(corpus):
    with pytest.raises(UserError, match="table has no lines behind its rows; give a table made by"):
        frequency.evidence(corpus, pd.DataFrame({"term": ["dam"]}))


def test_no_such_row(corpus):
    with pytest.raises(UserError, match="row = 9 is not in the table, which has 5 rows, from 0 on"):
        frequency.evidence(corpus, frequency.word_list(corpus).head(5), 9)


def test_another_corpus(corpus):
    table = frequency.word_list(corpus, by="source")
    with pytest.raises(UserError, match="the corpus has no source 'Courier'; give the corpus that the table"):
        frequency.evidence(corpus.select(sources=["Lantern"]), table)
