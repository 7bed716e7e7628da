"""The metadata of all documents at once."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.columns import Columns
from tenor.loading.files import Input
from tenor.loading.metadata import distinct_ids, finish
from tenor.loading.sidecars import Sidecar, read_sidecar


def documents_of(*paths: str, **columns: list) -> pd.DataFrame:
    """Documents as the readers give them, each with a text of its own."""
    digests = [str(number) for number in range(len(paths))]
    given = {"path": paths, "row": [None] * len(paths), "encoding": "utf-8", "text_digest": digests}
    return pd.DataFrame({**given, **columns})


def sidecar_of(written: str) -> Sidecar:
    return read_sidecar(Input("metadata.csv", "/somewhere/metadata.csv", 0, 0), written.encode(), Columns())


def told(ledger) -> list[tuple]:
    return [(row.path, row.row, row.reason, row.detail) for row in ledger]


def test_all_columns_are_there_and_further_ones_behind():
    documents, ledger = finish(documents_of("a.txt", desk=[" city "], title=[""]))
    assert list(documents) == [
        *("doc_id", "title", "source", "published", "author", "agency", "path", "row", "encoding"),
        *("cluster", "desk"),
    ]
    assert documents.loc[0, ["doc_id", "desk", "cluster"]].tolist() == ["a", "city", "a"]
    assert documents[["title", "source", "published"]].isna().all(axis=None)
    assert {str(documents[name].dtype) for name in documents if name != "row"} == {"string"}
    assert str(documents["row"].dtype) == "Int64"
    assert ledger == []


def test_ids_come_from_file_names():
    documents, _ = finish(
        documents_of("x/a.b.txt", "y/c.txt", "z/c.txt", "n.csv", "n.csv", row=[None, None, None, 1, 2])
    )
    assert documents["doc_id"].tolist() == ["a.b", "y/c", "z/c", "n-1", "n-2"]


def test_given_ids_stay_and_repeated_ones_are_told():
    documents, ledger = finish(documents_of("a.txt", "b.txt", "c.txt", doc_id=["x", None, "x"]))
    assert documents["doc_id"].tolist() == ["x", "b", "x#2"]
    assert told(ledger) == [("c.txt", None, "duplicate id", "x is now x#2")]


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "b"])))
def test_every_id_becomes_distinct_and_firsts_stay(ids):
    distinct = distinct_ids(ids)
    assert len(set(distinct)) == len(distinct) == len(ids)
    for number, name in enumerate(ids):
        if name not in ids[:number]:
            assert distinct[number] == name


def test_dates_become_iso_or_are_told():
    documents, ledger = finish(
        documents_of(*"abcd", published=["3 May 2031", "03/05/2031", "soon", None], row=[None, 7, None, None])
    )
    assert documents["published"].fillna("-").tolist() == ["2031-05-03", "-", "-", "-"]
    assert told(ledger) == [
        ("b", 7, "ambiguous date", "03/05/2031"),
        ("c", None, "not a date", "soon"),
    ]
    assert "2031-05-03" in ledger[0].remedy


def test_documents_with_the_same_text_share_the_first_ones_id():
    documents, _ = finish(documents_of("a.txt", "b.txt", "c.txt", text_digest=["x", "y", "x"]))
    assert documents["cluster"].tolist() == ["a", "b", "a"]


@pytest.mark.parametrize(
    "key",
    [
        "file\nin/a.txt",
        "File Name\na.txt",
        "path\nelsewhere/a.txt",
        "file\n./in/a.txt",
        "file\nin\\a.txt",
        "id\na",
    ],
)
def test_a_metadata_row_finds_its_document(key):
    header, value = key.split("\n")
    documents, ledger = finish(documents_of("in/a.txt"), sidecar_of(f"{header},outlet\n{value},Lantern\n"))
    assert documents.loc[0, "source"] == "Lantern"
    assert ledger == []


def test_accents_may_be_composed_or_not():
    documents, ledger = finish(
        documents_of("cafe\u0301.txt"), sidecar_of("file,source\ncaf\u00e9.txt,Lantern\n")
    )
    assert documents.loc[0, "source"] == "Lantern"
    assert ledger == []


def test_the_table_goes_before_the_input_and_empty_cells_do_not():
    given = documents_of("a.txt", title=["Old"], author=["A. Quay"])
    documents, _ = finish(given, sidecar_of("file,title,author,doc_id,desk\na.txt,New,,x1,city\n"))
    assert documents.loc[0, ["title", "author", "doc_id", "desk"]].tolist() == [
        "New",
        "A. Quay",
        "x1",
        "city",
    ]


def test_the_texts_of_a_table_are_not_taken_over():
    documents, _ = finish(documents_of("a.txt"), sidecar_of("file,text\na.txt,The dam.\n"))
    assert "text" not in documents


def test_one_row_may_belong_to_all_rows_of_a_file():
    given = documents_of("n.csv", "n.csv", row=[1, 2])
    documents, ledger = finish(given, sidecar_of("file,source\nn.csv,Lantern\n"))
    assert documents["source"].tolist() == ["Lantern", "Lantern"]
    assert ledger == []


def test_rows_of_tables_are_found_by_id():
    given = documents_of("n.csv", "n.csv", row=[1, 2], doc_id=["x", None])
    documents, _ = finish(given, sidecar_of("doc_id,source\nn-2,Flare\nx,Lantern\n"))
    assert documents["source"].tolist() == ["Lantern", "Flare"]


def test_what_finds_no_partner_is_told():
    table = "file,source\na.txt,Lantern\ngone.txt,Flare\na.txt,Flare\n,Flare\nempty.txt,Flare\n"
    documents, ledger = finish(documents_of("a.txt", "b.txt"), sidecar_of(table), left_out=["in/empty.txt"])
    assert documents["source"].fillna("-").tolist() == ["Lantern", "-"]
    assert told(ledger) == [
        ("metadata.csv", 2, "metadata row without document", "gone.txt"),
        ("metadata.csv", 3, "repeated metadata row", "a.txt"),
        ("metadata.csv", 4, "metadata row without document", "neither file name nor id"),
        ("b.txt", None, "document without metadata row", ""),
    ]


def test_a_row_without_a_file_is_named_by_its_id():
    table = "file,doc_id,source\na.txt,x,Lantern\n,y,Flare\n"
    _, ledger = finish(documents_of("a.txt"), sidecar_of(table))
    assert told(ledger) == [("metadata.csv", 2, "metadata row without document", "y")]


def test_a_name_that_fits_several_documents_is_given_to_none():
    documents, ledger = finish(documents_of("x/a.txt", "y/a.txt"), sidecar_of("file,source\na.txt,Lantern\n"))
    assert documents["source"].isna().all()
    assert told(ledger)[0] == ("metadata.csv", 1, "ambiguous metadata row", "a.txt")
    assert [row.reason for row in ledger[1:]] == ["document without metadata row"] * 2


def test_a_document_that_fits_several_rows_gets_none():
    table = "file,source\nx/a.txt,Lantern\ny/a.txt,Flare\n"
    documents, ledger = finish(documents_of("a.txt"), sidecar_of(table))
    assert documents["source"].isna().all()
    assert [row.reason for row in ledger] == ["ambiguous metadata row"] * 2 + [
        "document without metadata row"
    ]


def test_the_same_row_twice_is_used_once():
    table = "file,source\nold/a.txt,Lantern\nold/a.txt,Flare\n"
    documents, ledger = finish(documents_of("a.txt"), sidecar_of(table))
    assert documents.loc[0, "source"] == "Lantern"
    assert told(ledger) == [("metadata.csv", 2, "repeated metadata row", "old/a.txt")]


def test_faulty_rows_of_the_table_are_told():
    documents, ledger = finish(
        documents_of("a.txt", "b.txt"), sidecar_of('file,source,desk\na.txt,Lantern\n"b.txt" x,y,z\n')
    )
    assert documents["source"].fillna("-").tolist() == ["Lantern", "-"]
    assert told(ledger)[:2] == [
        ("metadata.csv", 1, "short row", "2 cells under 3 columns"),
        ("metadata.csv", 2, "broken metadata row", "',' expected after '\"'"),
    ]
