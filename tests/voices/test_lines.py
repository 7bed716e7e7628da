import pytest
from quoting_texts import of, quoting

from tenor.errors import UserError
from tenor.voices import lines_by_speaker

DOCUMENTS = [[of("Orr", n=n + 1), of("Orr", n=n + 2), of("Tull", n=n + 1)] for n in range(3)]


def test_lines_of_those_quoted_most_in_each_group():
    documents = [*DOCUMENTS, [of("Kell"), of(None)]]
    sources = ["Lantern"] * 3 + ["Courier"]
    table = lines_by_speaker(*quoting(documents, source=sources), n_speakers=1, n=2)
    assert table[["source", "speaker", "doc_id"]].to_numpy().tolist() == [
        ["Courier", "Kell", "3"],
        ["Lantern", "Orr", "0"],
        ["Lantern", "Orr", "1"],
    ]


def test_the_most_quoted_stand_first():
    table = lines_by_speaker(*quoting(DOCUMENTS, source=["Lantern"] * 3), n=1)
    assert table["speaker"].tolist() == ["Orr", "Tull"]


def test_another_group_stands_beside_the_source():
    table = lines_by_speaker(*quoting(DOCUMENTS, source=["Lantern"] * 3, desk=["city"] * 3), by="desk", n=1)
    assert table.columns[:3].tolist() == ["desk", "doc_id", "source"]


def test_documents_without_a_group_are_counted():
    table = lines_by_speaker(*quoting(DOCUMENTS, source=["Lantern", None, None]))
    assert set(table["doc_id"]) == {"0"}
    assert "2 of 3 documents have no value of 'source' and are left out." in table.attrs["notes"]


@pytest.mark.parametrize("by", ["text", "colour"])
def test_bad_groups(by):
    with pytest.raises(UserError, match=by):
        lines_by_speaker(*quoting(DOCUMENTS), by=by)


def test_no_quotations():
    assert len(lines_by_speaker(*quoting([[]], source=["Lantern"]))) == 0
