"""Which row of a metadata table belongs to which document."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.metadata.matching import match, names_of


def strings(values: list[str | None]) -> pa.Array:
    return pa.array(values, pa.large_string())


def matched(paths: list[str], files: list[str | None], ids=None, file_ids=None) -> tuple[list, list]:
    """The row of each document, and the ambiguous rows."""
    ids = ids or [f"id {number}" for number in range(len(paths))]
    file_ids = file_ids or [None] * len(files)
    rows, ambiguous = match(*map(strings, (paths, ids, files, file_ids)))
    return rows.tolist(), ambiguous.tolist()


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("in/a.txt", "in/a.txt"),
        ("in/a.txt", "a.txt"),
        ("a.txt", "in/a.txt"),
        ("in/a.txt", "elsewhere/a.txt"),
        ("in/a.txt", "./in/a.txt"),
        ("in/a.txt", "in\\a.txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        ("dump.zip/in/a.txt", "a.txt"),
    ],
)
def test_a_row_names_its_document(path, file):
    assert matched([path, "b.txt"], ["c.txt", file]) == ([1, -1], [])


def test_the_whole_path_goes_before_its_end():
    assert matched(["x/a.txt", "y/a.txt"], ["a.txt", "x/a.txt"]) == ([1, 0], [])


def test_a_dot_before_the_path_is_no_folder():
    assert matched(["a.txt", "x/a.txt"], ["./a.txt"]) == ([0, -1], [])


def test_folders_tell_names_apart_that_meet_twice():
    paths = ["2031/a.txt", "2032/a.txt", "2032/b.txt"]
    files = ["/home/2032/a.txt", "/home/2031/a.txt", "b.txt"]
    assert matched(paths, files) == ([1, 0, 2], [])


def test_a_name_that_fits_several_is_given_to_none():
    assert matched(["x/a.txt", "y/a.txt"], ["a.txt"]) == ([-1, -1], [0])
    assert matched(["a.txt"], ["x/a.txt", "y/a.txt"]) == ([-1], [0, 1])


def test_a_name_that_several_rows_have_and_no_document_is_not_ambiguous():
    assert matched(["b.txt"], ["x/a.txt", "y/a.txt"]) == ([-1], [])


def test_the_same_file_twice_is_found_at_the_first():
    assert matched(["a.txt"], ["old/a.txt", "old/a.txt"]) == ([0], [])


def test_one_row_serves_all_rows_of_a_file():
    assert matched(["n.csv", "n.csv"], ["n.csv"]) == ([0, 0], [])


def test_ids_are_compared_last():
    rows = matched(["a.txt", "b.txt", "n.csv"], ["b.txt", None, None], ["x", "y", "z"], ["x", "z", "x"])
    assert rows == ([2, 0, 1], [])


def test_a_name_without_suffix_is_taken_as_the_id():
    assert matched(["in/a.txt"], ["a"], ids=["a"]) == ([0], [])


def test_an_ambiguous_name_may_be_told_by_its_id():
    rows = matched(["x/a.txt", "y/a.txt"], ["a.txt", "a.txt"], ["x", "y"], ["y", "x"])
    assert rows == ([1, 0], [])


def test_nothing_at_all():
    assert matched([], []) == ([], [])
    assert matched(["a.txt"], []) == ([-1], [])
    assert matched(["a.txt"], [None]) == ([-1], [])


@pytest.mark.parametrize(
    ("depth", "ends"), [(1, ["c", "c", ""]), (2, ["b/c", "c", "a/"]), (9, ["a/b/c", "c", "a/"])]
)
def test_ends_of_paths(depth, ends):
    assert names_of(strings(["a/b/c", "c", "a/"]), depth).to_pylist() == ends


PATHS = st.lists(st.sampled_from(["a", "b", "x/a", "y/a", "x/b", "x/y/a", "y/y/a"]), max_size=6)


@given(PATHS, PATHS)
def test_a_row_is_given_to_the_documents_of_one_path_with_its_name(paths, files):
    rows, ambiguous = matched(paths, files)
    assert not set(rows) & set(ambiguous)
    for path, row in zip(paths, rows, strict=True):
        if row >= 0:
            assert {other for other, its in zip(paths, rows, strict=True) if its == row} == {path}
            assert path.split("/")[-1] == files[row].split("/")[-1]
        if path in files:
            assert row == files.index(path)
