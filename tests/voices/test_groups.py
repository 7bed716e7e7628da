import numpy as np
import pandas as pd

from tenor.corpus import from_texts
from tenor.voices.groups import document_groups


def test_members_of_each_group():
    corpus = from_texts(["It rains."] * 4, source=["b", "a", None, "b"])
    groups = document_groups(corpus, "source", ())
    assert groups.names == ["a", "b"]
    members = groups.members(np.array([3, 2, 1, 0, 3]))
    assert [places.tolist() for places in members] == [[2], [0, 3, 4]]
    many = groups.members(np.tile([0, 1, 3], 40))
    assert [(np.diff(places) > 0).all() for places in many] == [True, True]
    assert groups.notes == ["1 of 4 documents have no value of 'source' and are left out."]


def test_labels_stand_first_where_there_are_groups():
    corpus = from_texts(["It rains."] * 2, source=["b", "a"])
    table = document_groups(corpus, "source", ()).label(pd.DataFrame({"n": [1, 2, 3]}), np.array([1, 0, -1]))
    assert table["source"].tolist() == ["b", "a", ""]
    whole = document_groups(corpus, None, ())
    assert whole.label(pd.DataFrame({"n": [1]}), np.array([0])).columns.tolist() == ["n"]
    assert [places.tolist() for places in whole.members(np.array([1, 0]))] == [[0, 1]]
