import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import collocation_network


@pytest.fixture
def corpus():
    return from_texts(["Old stone dam.", "Old stone bridge.", "The dam broke.", "A stone dam."])


def test_edges_from_the_nodes_and_among_their_collocates(corpus):
    table = collocation_network(corpus, "dam", min_frequency=1)
    edges = table[["node", "collocate", "frequency", "is_first"]].to_numpy().tolist()
    assert edges == [
        ["dam", "stone", 2, True],
        ["dam", "broke", 1, True],
        ["dam", "old", 1, True],
        ["old", "stone", 2, False],
    ]


def test_the_closest_of_each_node_are_kept(corpus):
    table = collocation_network(corpus, ["dam", "bridge"], top_n=1, min_frequency=1)
    firsts = table[table["is_first"]]
    assert firsts[["node", "collocate"]].to_numpy().tolist() == [["dam", "stone"], ["bridge", "old"]]


def test_stop_words_are_left_out(corpus):
    table = collocation_network(corpus, "dam", min_frequency=1, stop_words="")
    assert {"a", "the"} <= set(table["collocate"])


@pytest.mark.parametrize("nodes", [[], "zebra", ["zebra", "yak"]])
def test_without_company_there_are_no_edges(corpus, nodes):
    table = collocation_network(corpus, nodes)
    assert len(table) == 0
    assert {"node", "collocate", "log_dice", "is_first"} <= set(table.columns)


def test_what_does_not_occur_is_told(corpus):
    notes = collocation_network(corpus, ["dam", "stne"]).attrs["notes"]
    assert "“stne” does not occur in the corpus. Words spelt like it: stone." in notes


def test_copies_of_a_story_count_once():
    corpus = from_texts(["Old dam."] * 2 + ["The dam broke."])
    table = collocation_network(corpus, "dam", min_frequency=1, count="stories")
    assert table[["collocate", "frequency"]].to_numpy().tolist() == [["broke", 1], ["old", 1]]
    assert "Counted once a story: 1 of 3 documents, later near-copies, are left out." in table.attrs["notes"]


def test_wrong_settings(corpus):
    with pytest.raises(UserError, match="top_n = 0 is too small"):
        collocation_network(corpus, "dam", top_n=0)
