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
    # So few quotations say nothing of who is left out.
    assert table["not_in"].isna().all()


@pytest.mark.parametrize(("n", "not_in"), [(8, "c"), (6, "c"), (5, "")])
def test_who_is_left_out_where_three_quotations_were_to_be_expected(n, not_in):
    # Half of the quotations of a and b are Orr's, so that half of those of c could be.
    half = [of("Orr")] * 4 + [of("Tull")] * 4
    table = heard_in(*quoting([half, half, [of("Tull")] * n], source=list("abc"))).set_index("speaker")
    assert table["not_in"].fillna("").to_dict() == {"Tull": "", "Orr": not_in}


def test_what_one_group_alone_has_says_nothing_of_the_others():
    table = heard_in(*quoting([[of("Orr")] * 9, [of("Tull")] * 9], source=["a", "b"]))
    assert table["not_in"].isna().all()


def test_the_rest_and_the_size_of_groups_are_told():
    table = heard_in(*quoting(DOCUMENTS, source=SOURCES), n=1)
    assert table["speaker"].tolist() == ["Orr"]
    assert table.attrs["notes"] == [
        "Quotations in all, of anybody or nobody: Courier 2; Lantern 2; Post 3.",
        "not_in tells of groups in which at least 3 quotations were to be expected.",
        "Not shown: 2 further speakers, quoted less.",
    ]


def test_a_group_with_the_name_of_a_column():
    with pytest.raises(UserError, match="'not_in'"):
        heard_in(*quoting(DOCUMENTS, source=["not_in", "a", "b", "c"]))


def test_no_quotations():
    table = heard_in(*quoting([[], []], source=["Lantern", "Courier"]))
    assert table.columns.tolist() == ["speaker", "n_quotations", "Courier", "Lantern", "not_in"]
    assert len(table) == 0
