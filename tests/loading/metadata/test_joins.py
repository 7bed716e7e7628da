"""The metadata table joined with the documents."""

import pandas as pd

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.finishing import finish
from tenor.loading.metadata.sidecars import read_sidecar


def joined(records: pd.DataFrame, table: str, **options) -> tuple[pd.DataFrame, list[tuple]]:
    """The documents, and the ledger's rows as tuples."""
    file = Input("metadata.csv", "/somewhere/metadata.csv", 0, 0, content=table.encode())
    documents, ledger = finish(records, sidecar=read_sidecar(file, Columns(), Limits()), **options)
    return documents, [(row.path, row.row, row.reason, row.detail) for row in ledger]


def records_of(*paths: str, **columns: list) -> pd.DataFrame:
    found = {name.replace("__", ":"): values for name, values in columns.items()}
    return pd.DataFrame({"path": paths, "row": [None] * len(paths), **found})


def test_the_table_goes_before_the_input_and_empty_cells_do_not():
    records = records_of("a.txt", file__title=["Old"], file__author=["A. Quay"])
    documents, ledger = joined(records, "file,title,author,doc_id,desk\na.txt,New,,x1,city\n")
    assert documents.loc[0, ["title", "author", "doc_id", "desk"]].tolist() == [
        "New",
        "A. Quay",
        "x1",
        "city",
    ]
    assert documents.loc[0, ["title_origin", "author_origin"]].tolist() == ["sidecar", "file"]
    assert ledger == []


def test_the_texts_and_file_names_of_a_table_are_not_taken_over():
    documents, _ = joined(records_of("a.txt"), "file,text\na.txt,The dam.\n")
    assert not {"text", "file"} & set(documents)


def test_one_row_may_belong_to_all_rows_of_a_file():
    documents, ledger = joined(records_of("n.csv", "n.csv", row=[1, 2]), "file,source\nn.csv,Lantern\n")
    assert documents["source"].tolist() == ["Lantern", "Lantern"]
    assert ledger == []


def test_rows_of_tables_are_found_by_id():
    records = records_of("n.csv", "n.csv", row=[1, 2], file__doc_id=["x", None])
    documents, _ = joined(records, "doc_id,source\nn-2,Flare\nx,Lantern\n")
    assert documents["source"].tolist() == ["Lantern", "Flare"]


def test_what_finds_no_partner_is_told():
    table = "file,source\na.txt,Lantern\ngone.txt,Flare\na.txt,Flare\n,Flare\nempty.txt,Flare\n"
    documents, ledger = joined(records_of("a.txt", "b.txt"), table, left_out=["in/empty.txt"])
    assert documents["source"].fillna("-").tolist() == ["Lantern", "-"]
    assert ledger == [
        ("metadata.csv", 2, "metadata row without document", "gone.txt"),
        ("metadata.csv", 3, "repeated metadata row", "a.txt"),
        ("metadata.csv", 4, "metadata row without document", "neither file name nor id"),
        ("b.txt", None, "document without metadata row", ""),
    ]


def test_paths_left_out_may_be_a_column():
    _, ledger = joined(records_of("a.txt"), "file\na.txt\nb.txt\n", left_out=pd.Series(["b.txt"]))
    assert ledger == []


def test_a_row_without_a_file_is_named_by_its_id():
    _, ledger = joined(records_of("a.txt"), "file,doc_id,source\na.txt,x,Lantern\n,y,Flare\n")
    assert ledger == [("metadata.csv", 2, "metadata row without document", "y")]


def test_a_name_that_fits_several_documents_is_given_to_none():
    documents, ledger = joined(records_of("x/a.txt", "y/a.txt"), "file,source\na.txt,Lantern\n")
    assert documents["source"].isna().all()
    assert ledger[0] == ("metadata.csv", 1, "ambiguous metadata row", "a.txt")
    assert [row[:3] for row in ledger[1:]] == [
        ("x/a.txt", None, "document without metadata row"),
        ("y/a.txt", None, "document without metadata row"),
    ]


def test_the_same_row_twice_is_used_once():
    documents, ledger = joined(records_of("a.txt"), "file,source\nold/a.txt,Lantern\nold/a.txt,Flare\n")
    assert documents.loc[0, "source"] == "Lantern"
    assert ledger == [("metadata.csv", 2, "repeated metadata row", "old/a.txt")]


def test_faulty_rows_of_the_table_are_told():
    table = 'file,source,desk\na.txt,Lantern\n"b.txt" x,y,z\n'
    documents, ledger = joined(records_of("a.txt", "b.txt"), table)
    assert documents["source"].fillna("-").tolist() == ["Lantern", "-"]
    assert ledger[:2] == [
        ("metadata.csv", 1, "short row", "2 cells under 3 columns"),
        ("metadata.csv", 2, "broken metadata row", "',' expected after '\"'"),
    ]


def test_the_table_tells_where_it_differs_from_the_page():
    records = records_of("a.txt", page__published=["2031-03-05"])
    _, ledger = joined(records, "file,date\na.txt,2031-03-04\n")
    detail = "published: sidecar 2031-03-04, page 2031-03-05; the first was kept"
    assert ledger == [("a.txt", None, "values disagree", detail)]
