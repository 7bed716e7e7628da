import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency.groups import note_ungrouped, split_documents, stack_tables


@pytest.fixture
def corpus():
    return from_texts(["a", "b", "c", "d"], source=["Lantern", None, "Courier", "Lantern"])


def shown(groups):
    return [(group.label, group.documents.tolist()) for group in groups]


def test_groups_in_alphabetical_order_without_the_documents_of_none(corpus):
    groups = split_documents(corpus, "source")
    assert shown(groups) == [("Courier", [2]), ("Lantern", [0, 3])]
    assert note_ungrouped(corpus, groups, "source") == [
        "1 of 4 documents have no value of 'source' and are left out."
    ]


def test_one_group_of_all(corpus):
    groups = split_documents(corpus, None)
    assert shown(groups) == [("", [0, 1, 2, 3])]
    assert note_ungrouped(corpus, groups, None) == []


def test_no_document_has_a_value(corpus):
    assert shown(split_documents(corpus, "agency")) == [("", [])]


def test_no_such_column(corpus):
    with pytest.raises(UserError, match="by = 'sourse' is no column of the documents; did you mean 'source'"):
        split_documents(corpus, "sourse")


def test_stacked_tables_carry_their_labels(corpus):
    groups = split_documents(corpus, "source")
    table = stack_tables(
        groups, [pd.DataFrame({"term": ["x"]}), pd.DataFrame({"term": ["y", "z"]})], "source"
    )
    assert table.to_numpy().tolist() == [["Courier", "x"], ["Lantern", "y"], ["Lantern", "z"]]
    assert table.index.tolist() == [0, 1, 2]


def test_a_metadata_column_named_like_a_column_of_the_result(corpus):
    groups = split_documents(corpus, "source")
    with pytest.raises(UserError, match="by = 'term' is also the name of a column of the result; rename"):
        stack_tables(groups, [pd.DataFrame({"term": ["x"]})] * 2, "term")
