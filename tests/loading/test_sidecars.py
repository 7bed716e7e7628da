"""The metadata table: what is wrong with it as a whole."""

import pytest

from tenor.errors import UserError
from tenor.loading.columns import Columns
from tenor.loading.files import Input
from tenor.loading.sidecars import read_sidecar

FILE = Input("about.csv", "/somewhere/about.csv", 0, 0)


def test_cells_are_cleaned_and_row_numbers_kept():
    table = read_sidecar(
        FILE, b"Filename;Datum\n\n a.txt ;\nb.txt; soon\n", Columns({"published": "Datum"})
    ).table
    assert table.index.tolist() == [1, 2]
    assert table["file"].tolist() == ["a.txt", "b.txt"]
    assert table["published"].fillna("-").tolist() == ["-", "soon"]


def test_a_table_without_rows_is_no_mistake():
    assert read_sidecar(FILE, b"file,source\n", Columns()).table.empty


@pytest.mark.parametrize(("content", "listed"), [(b"name,desk\na,b\n", "'name', 'desk'"), (b"", "nothing")])
def test_without_a_column_that_names_documents(content, listed):
    message = (
        rf"metadata /somewhere/about\.csv has no column of file names or ids; it has {listed}\. Name one: "
        r"columns: \{file: NAME\} in a recipe, --column file=NAME on the command line"
    )
    with pytest.raises(UserError, match=message):
        read_sidecar(FILE, content, Columns())


@pytest.mark.parametrize("content", [b'"file,source\na,b\n', b"\xff\xfef\x00i"])
def test_what_is_no_table(content):
    with pytest.raises(
        UserError, match=r"metadata /somewhere/about\.csv cannot be read as a table \(.*UTF-8 CSV"
    ):
        read_sidecar(FILE, content, Columns())
