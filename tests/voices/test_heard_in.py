import pytest
from quoting_texts import of, quoting

from tenor.errors import UserError
from tenor.voices import heard_in

DOCUMENTS = [[of("Orr"), of("Tull")], [of("Orr"), of("Orr")], [of("Tull"), of(None)], [of("Kell")]]
SOURCES = ["Courier", "Lantern", "Post", "Post"]


def test_quotations_in_each_group_and_who_is_left_out():
    table = heard_in(*quoting(DOCUMENTS, source=SOURCES))
    assert table.columns.tolist() == ["speaker", "n_quotations", "Courier", "Lantern", "Post", "not_in"]
    assert table.drop(columns="not_in").to_numpy().tolist() == [
        ["Orr", 3, 1, 2, 0],
        ["Tull", 2, 1, 0, 1],
        ["Kell", 1, 0, 0, 1],
    ]
    # Only one source quotes Kell, so that the others do not says nothing.
    assert table["not_in"].fillna("").tolist() == ["Post", "Lantern", ""]


def test_several_that_leave_out_are_all_named():
    table = heard_in(*quoting([[of("Orr")], [of("Orr")], [], []], source=["a", "b", "c", "d"]))
    assert table["not_in"].tolist() == ["c, d"]


def test_the_rest_and_the_size_of_groups_are_told():
    table = heard_in(*quoting(DOCUMENTS, source=SOURCES), n=1)
    assert table["speaker"].tolist() == ["Orr"]
    assert table.attrs["notes"] == [
        "Quotations in all, of anybody or nobody: Courier 2; Lantern 2; Post 3.",
        "Not shown: 2 further speakers, quoted less.",
    ]


def test_a_group_with_the_name_of_a_column():
    with pytest.raises(UserError, match="'not_in'"):
        heard_in(*quoting(DOCUMENTS, source=["not_in", "a", "b", "c"]))


def test_no_quotations():
    table = heard_in(*quoting([[], []], source=["Lantern", "Courier"]))
    assert table.columns.tolist() == ["speaker", "n_quotations", "Courier", "Lantern", "not_in"]
    assert len(table) == 0
