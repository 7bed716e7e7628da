import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError


@pytest.fixture
def corpus():
    return from_texts(["a", "b", "c", "d"], source=["Lantern", None, "Courier", "Lantern"])


def shown(parts):
    return [(part.label, part.corpus.documents["doc_id"].tolist()) for part in parts]


def test_parts_are_in_alphabetical_order_without_the_documents_of_none(corpus):
    assert shown(corpus.split("source")) == [("Courier", ["2"]), ("Lantern", ["0", "3"])]


def test_one_part_of_all(corpus):
    assert shown(corpus.split(None)) == [("", ["0", "1", "2", "3"])]


def test_where_nothing_has_a_value_there_is_one_part_without_documents(corpus):
    for by in ("agency", "week", "speaker"):
        assert shown(corpus.split(by)) == [("", [])]


def test_no_such_column(corpus):
    with pytest.raises(UserError, match="by = 'sourse' is no column of the documents; did you mean 'source'"):
        corpus.split("sourse")


def test_documents_are_not_parted_by_voice(corpus):
    with pytest.raises(UserError, match="by = 'voice' parts the words of a document; here documents are"):
        corpus.groups("voice")
