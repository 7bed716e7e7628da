"""Ledger rows for changes of metadata."""

import pandas as pd

from tenor.loading.metadata.telling import MANY, Places, tell_alike, tell_each


def places_of(paths: list[str], rows: list[int | None]) -> Places:
    return Places.of(pd.DataFrame({"path": paths, "row": pd.array(rows, dtype="Int64")}))


def told(ledger) -> list[tuple]:
    return [(row.path, row.row, row.detail) for row in ledger]


def test_a_few_are_told_one_by_one():
    places = places_of(["n.csv", "n.csv", "a.txt"], [1, 2, None])
    assert told(tell_each("not a date", places, [0, 2], ["soon", "late"])) == [
        ("n.csv", 1, "soon"),
        ("a.txt", None, "late"),
    ]
    assert told(tell_alike("not a date", places, [1], ["soon"])) == [("n.csv", 2, "soon")]


def test_many_rows_of_one_file_are_one_ledger_row():
    n = MANY + 1
    places = places_of(["a.txt", *["n.csv"] * n], [None, *range(1, n + 1)])
    details = ["x", "n.d.", "n.d.", "soon", "late", *["unknown"] * (n - 4)]
    assert told(tell_each("not a date", places, range(n + 1), details)) == [
        ("a.txt", None, "x"),
        ("n.csv", 1, f"in {n} rows, such as: n.d.; soon; late"),
    ]


def test_as_many_as_are_allowed_stay_apart():
    places = places_of(["n.csv"] * MANY, list(range(MANY)))
    assert len(tell_each("not a date", places, range(MANY), ["soon"] * MANY)) == MANY


def test_what_is_alike_in_many_files_is_one_ledger_row():
    n = 1000 * MANY
    places = places_of([f"{number}.txt" for number in range(n)], [None] * n)
    assert told(tell_alike("not a date", places, range(n), ["soon"] * n)) == [
        ("0.txt", None, f"in {n:,} documents, such as: soon")
    ]
    assert len(tell_each("not a date", places, range(n), [""] * n)) == n


def test_many_without_details():
    places = places_of(["n.csv"] * 101, list(range(101)))
    assert told(tell_each("not a date", places, range(101), [""] * 101)) == [("n.csv", 0, "in 101 rows")]
