"""The metadata of all documents at once."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus.corpora import DOCUMENT_COLUMNS
from tenor.errors import UserError
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.finishing import TRACED, finish
from tenor.loading.metadata.origins import ORIGINS
from tenor.loading.metadata.patterns import read_pattern
from tenor.loading.metadata.sidecars import Sidecar, read_sidecar


def records_of(*paths: str, **columns: list) -> pd.DataFrame:
    """Records as they come from reading; "file__title" stands for "file:title"."""
    given = {"path": paths, "row": [None] * len(paths), "encoding": "utf-8", "language": "en"}
    found = {name.replace("__", ":"): values for name, values in columns.items()}
    return pd.DataFrame({**given, **found}).convert_dtypes().astype({"path": "string"})


def sidecar_of(written: str) -> Sidecar:
    file = Input("metadata.csv", "/somewhere/metadata.csv", 0, 0, content=written.encode())
    return read_sidecar(file, Columns(), Limits())


def told(ledger) -> list[tuple]:
    return [(row.path, row.row, row.reason, row.detail) for row in ledger]


def listed(values: pd.Series) -> list[str]:
    return values.astype("string").fillna("-").tolist()


def test_columns_stand_in_order_and_each_has_its_type():
    records = records_of("a.txt", file__desk=[" city "], file__title=[""], page__section=["x"], n_words=[3])
    documents, ledger = finish(records)
    assert list(documents) == [
        *(*DOCUMENT_COLUMNS, "n_words", "desk", "section"),
        *(f"{name}_origin" for name in TRACED),
    ]
    assert documents.loc[0, ["doc_id", "desk", "language", "n_words"]].tolist() == ["a", "city", "en", 3]
    assert documents[["title", "source", "published", "published_time"]].isna().all(axis=None)
    dtypes = documents.dtypes.astype(str)
    assert (dtypes["row"], dtypes["n_words"]) == ("Int64", "Int64")
    assert set(dtypes.filter(like="_origin")) == {"category"}
    assert set(dtypes[[*DOCUMENT_COLUMNS, "desk"]].drop("row")) == {"string"}
    assert ledger == []


def test_without_documents_there_are_the_same_columns():
    documents, ledger = finish(records_of(), pattern=read_pattern("{source}_{desk}"))
    assert list(documents) == [*DOCUMENT_COLUMNS, "desk", *(f"{name}_origin" for name in TRACED)]
    assert (len(documents), ledger) == (0, [])


def test_the_records_are_left_as_they_are():
    records = records_of("a.txt", file__published=["3 May 2031"])
    before = records.copy()
    finish(records)
    pd.testing.assert_frame_equal(records, before)


def test_each_value_is_that_of_the_first_origin_and_says_which():
    records = records_of(
        *("a_1.txt", "a_2.txt", "a_3.txt", "a_4.txt", "a_5.txt", "b.txt"),
        file__title=["file", "file", "file", None, " ", None],
        page__title=["page", "page", "page", "page", None, None],
        dateline__title=["dateline"] * 5 + [None],
        byline__title=["byline"] * 5 + [None],
    )
    sidecar = sidecar_of("file,title\na_1.txt,sidecar\na_2.txt,\na_3.txt,\na_4.txt,\na_5.txt,\nb.txt,\n")
    documents, _ = finish(records, sidecar=sidecar, pattern=read_pattern("{title}_2"))
    assert listed(documents["title"]) == ["sidecar", "a", "file", "page", "dateline", "-"]
    assert listed(documents["title_origin"]) == ["sidecar", "pattern", "file", "page", "dateline", "-"]


@given(
    st.lists(
        st.fixed_dictionaries({origin: st.sampled_from([None, "", " x ", "y"]) for origin in ORIGINS[2:]}),
        min_size=1,
    )
)
def test_a_value_and_its_origin_belong_together(given_values):
    paths = [f"{number}.txt" for number in range(len(given_values))]
    columns = {f"{origin}__place": [row[origin] for row in given_values] for origin in ORIGINS[2:]}
    documents, _ = finish(records_of(*paths, **columns))
    for row, place, origin in zip(given_values, documents["place"], documents["place_origin"], strict=True):
        known = [name for name in ORIGINS[2:] if (row[name] or "").strip()]
        assert known[:1] == ([] if pd.isna(origin) else [origin])
        assert pd.isna(place) if not known else place == row[origin].strip()


def test_further_metadata_that_has_the_name_of_our_own_is_kept_apart():
    records = records_of("a.txt", file__language=["fr"], file__n_words=["5"], n_words=[3])
    documents, _ = finish(records)
    assert documents.loc[0, ["language", "language_given", "n_words", "n_words_given"]].tolist() == [
        *("en", "fr", 3, "5"),
    ]


def test_ids_come_from_file_names():
    rows = [None, None, None, 1, 2]
    documents, _ = finish(records_of("x/a.b.txt", "y/c.txt", "z/c.txt", "n.csv", "n.csv", row=rows))
    assert documents["doc_id"].tolist() == ["a.b", "y/c", "z/c", "n-1", "n-2"]


def test_given_ids_stay_and_repeated_ones_are_told():
    documents, ledger = finish(records_of("a.txt", "b.txt", "c.txt", file__doc_id=["x", None, "x"]))
    assert documents["doc_id"].tolist() == ["x", "b", "x#2"]
    assert told(ledger) == [("c.txt", None, "duplicate id", "x is now x#2")]


def test_dates_become_iso_or_are_told():
    written = ["3 May 2031", "03/05/2031", "soon", None, "May 3, 2031, late"]
    documents, ledger = finish(records_of(*"abcde", file__published=written, row=[None, 7, None, None, None]))
    assert listed(documents["published"]) == ["2031-05-03", "-", "-", "-", "2031-05-03"]
    assert told(ledger) == [
        ("b", 7, "ambiguous date", "03/05/2031"),
        ("c", None, "not a date", "soon"),
        ("e", None, "not a time", "May 3, 2031, late"),
    ]
    assert "2031-05-03" in ledger[0].remedy


def test_the_first_date_that_can_be_read_is_taken_with_its_own_time():
    records = records_of(
        *("a.txt", "b.txt", "c.txt"),
        file__published=["soon", "2031-03-04", "2031-03-04T08:00:00"],
        page__published=["2031-03-04T10:15:00-07:00"] * 3,
    )
    documents, ledger = finish(records)
    assert documents["published"].tolist() == ["2031-03-04"] * 3
    assert listed(documents["published_time"]) == ["10:15:00-07:00", "-", "08:00:00"]
    assert listed(documents["published_origin"]) == ["page", "file", "file"]
    assert told(ledger) == [("a.txt", None, "not a date", "soon")]


def test_seconds_are_told():
    documents, ledger = finish(records_of("a.txt", file__published=["1930385700"]))
    assert documents.loc[0, ["published", "published_time"]].tolist() == ["2031-03-04", "10:15:00Z"]
    assert told(ledger) == [("a.txt", None, "seconds since 1970", "1930385700")]


def test_dates_of_one_wrong_form_in_many_files_are_one_ledger_row():
    paths = [f"{number}.txt" for number in range(200)]
    _, ledger = finish(records_of(*paths, file__published=["03/05/2031"] * 200))
    assert told(ledger) == [
        ("0.txt", None, "ambiguous date", "in 200 documents, such as: 03/05/2031"),
    ]


def test_origins_that_state_different_days_or_sources_are_told():
    records = records_of(
        *("a.txt", "b.txt", "c.txt"),
        file__published=["2031-03-04", "2031", "2031-03"],
        page__published=["2031-03-05", "2031-03-04", "2031-04-01"],
        dateline__published=["2031-03-01"] * 3,
        file__source=["The Daily Flare", "Lantern", "Lantern"],
        page__source=["the daily flare", None, "lantern.example"],
    )
    documents, ledger = finish(records)
    assert documents["published"].tolist() == ["2031-03-04", "2031", "2031-03"]
    assert told(ledger) == [
        *(
            ("c.txt", None, "values disagree", detail)
            for detail in ["source: file Lantern, page lantern.example; the first was kept"]
        ),
        *(
            (path, None, "values disagree", f"published: file {one}, page {other}; the first was kept")
            for path, one, other in [
                ("a.txt", "2031-03-04", "2031-03-05"),
                ("c.txt", "2031-03", "2031-04-01"),
            ]
        ),
    ]


def test_three_origins_are_each_compared_with_the_one_kept():
    records = records_of("2031-03-04_a.txt", file__published=["2031-03-05"], page__published=["2031-03-05"])
    _, ledger = finish(records, pattern=read_pattern("{published}_{slug}"))
    assert [row.detail for row in ledger] == [
        "published: pattern 2031-03-04, file 2031-03-05; the first was kept",
        "published: pattern 2031-03-04, page 2031-03-05; the first was kept",
    ]


def test_origins_that_disagree_throughout_are_one_ledger_row():
    paths = [f"{number}.txt" for number in range(200)]
    records = records_of(*paths, file__source=["Lantern"] * 200, page__source=["lantern.example"] * 200)
    (row,) = told(finish(records)[1])
    assert row == (
        *("0.txt", None, "values disagree"),
        "in 200 documents, such as: source: file Lantern, page lantern.example; the first was kept",
    )


def test_names_of_files_fill_columns_and_those_unlike_the_pattern_are_told_once():
    records = records_of(
        *("2031-03-04_lantern_a.txt", "notes.csv", "notes.csv", "in/2031-03_flare_b.txt"),
        row=[None, 1, 2, None],
        file__source=[None, "Register", "Register", None],
    )
    documents, ledger = finish(records, pattern=read_pattern("{published}_{source}_{slug}"))
    assert listed(documents["published"]) == ["2031-03-04", "-", "-", "2031-03"]
    assert listed(documents["source"]) == ["lantern", "Register", "Register", "flare"]
    assert listed(documents["source_origin"]) == ["pattern", "file", "file", "pattern"]
    assert listed(documents["slug"]) == ["a", "-", "-", "b"]
    assert told(ledger) == [("notes.csv", None, "name unlike pattern", "{published}_{source}_{slug}")]


def test_a_pattern_that_no_name_is_like():
    message = r"pattern = '\{source\}_\{slug\}' is like none of the 2 files' names; the first is 'a.txt'"
    with pytest.raises(UserError, match=message):
        finish(records_of("a.txt", "b.txt"), pattern=read_pattern("{source}_{slug}"))


def test_ids_of_the_pattern_find_their_metadata_row():
    documents, ledger = finish(
        records_of("x7_a.txt"), sidecar=sidecar_of("id,source\nx7,Lantern\n"), pattern=read_pattern("{id}_{}")
    )
    assert documents.loc[0, ["doc_id", "source"]].tolist() == ["x7", "Lantern"]
    assert ledger == []
