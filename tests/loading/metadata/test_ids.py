"""Ids of documents."""

import posixpath

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.metadata.ids import default_ids, distinct_ids


def ids_of(paths: list[str], rows: list[int | None]) -> list[str]:
    return default_ids(pa.array(paths, pa.large_string()), pa.array(rows, pa.int64())).to_pylist()


def test_ids_are_names_of_files_or_paths_where_names_meet_twice():
    paths = ["x/a.b.txt", "y/c.txt", "z/c.txt", "dump.zip/in/d.txt"]
    assert ids_of(paths, [None] * 4) == ["a.b", "y/c", "z/c", "d"]


def test_rows_are_numbered_behind_the_name():
    assert ids_of(["n.csv", "n.csv", "x/n.csv"], [1, 20, None]) == ["n-1", "n-20", "x/n"]


@pytest.mark.parametrize(
    "path", ["a.txt", "a", ".a", "..a.txt", "a.", "x.y/a", "line\nbreak/a.txt", "\u00e9.x"]
)
def test_a_name_loses_its_suffix_alone(path):
    assert ids_of([path], [None]) == [posixpath.splitext(posixpath.basename(path))[0]]


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "b"])))
def test_every_id_becomes_distinct_and_firsts_stay(ids):
    distinct = distinct_ids(ids)
    assert len(set(distinct)) == len(distinct) == len(ids)
    for number, name in enumerate(ids):
        if name not in ids[:number]:
            assert distinct[number] == name
