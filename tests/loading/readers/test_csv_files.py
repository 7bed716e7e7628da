"""Tables: one row, one document."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.documents import Document, read
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.readers.csv_files import split

LIMITS = Limits()


def test_rows_become_documents(read_one):
    content = "id,Headline,Body,outlet,desk\na1,Dam holds,The dam holds.,Lantern,\na2,,It broke.,,city\n"
    assert read_one("news.csv", content) == [
        Document(
            "news.csv",
            1,
            "The dam holds.",
            "utf-8",
            {"doc_id": "a1", "title": "Dam holds", "source": "Lantern"},
        ),
        Document("news.csv", 2, "It broke.", "utf-8", {"doc_id": "a2", "desk": "city"}),
    ]


def test_the_user_names_the_column(read_one):
    documents = read_one("news.csv", "summary,text\nShort.,Long.\n", text="summary")
    assert [(document.text, document.fields) for document in documents] == [
        ("Short.", {"text_given": "Long."})
    ]


def test_a_table_without_a_text_column_is_told_once_with_its_columns_and_the_remedy(read_one):
    (told,) = read_one("news.csv", "id,Überschrift\n1,Damm\n2,Meer\n")
    assert (told.path, told.row, told.outcome, told.reason) == ("news.csv", None, "left out", "no text")
    assert told.detail == "no column of texts; it has 'id', 'Überschrift'"
    assert "columns: {text: NAME} in a recipe, --column text=NAME on the command line" in told.remedy


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_large_table_without_a_text_column_is_one_slice_of_its_header(texts, mark):
    (file,) = find_inputs(texts({"news.csv": f"{mark}\nid,Überschrift\n" + "1,Damm\n" * 50})).files
    (piece,) = split(file, 20, Columns(), LIMITS)
    assert piece.read().decode() == f"{mark}\nid,Überschrift\n"
    (told,) = read([piece], Columns(), LIMITS)
    assert (told.row, told.detail) == (None, "no column of texts; it has 'id', 'Überschrift'")


def test_a_large_table_is_cut_where_the_user_names_the_text_column(texts):
    (file,) = find_inputs(texts({"news.csv": "id,Überschrift\n" + "1,Damm\n" * 50})).files
    assert len(list(split(file, 20, Columns({"text": "Überschrift"}), LIMITS))) > 10


@pytest.mark.parametrize(
    ("content", "row", "reason"),
    [
        (b"", None, "empty"),
        (b"\n\n", None, "empty"),
        (b"text,id\n", None, "empty"),
        (b"text,id\n  ,a\n", 1, "empty"),
        (b"text,id\na,b,c\n", 1, "broken row"),
        (b"id,text\na\n", 1, "broken row"),
        (b'"text,id\na,b\n', None, "broken row"),
        (b"text\nA\x00B\n", None, "not text"),
        (b"PK\x03\x04\x00\x00", None, "not text"),
        (b"\xff\xfet\x00e", None, "undecodable"),
        (b"text,id\n\x81\xff\x00,a\n" * 2000, None, "not text"),
        (b"text,id\n" + b"a,b\n" * 2000 + b"A\x00B,c\n", 2001, "not text"),
    ],
)
def test_what_is_left_out(read_one, content, row, reason):
    last = read_one("news.csv", content)[-1]
    assert (last.outcome, last.row, last.reason) == ("left out", row, reason)


def test_a_short_row_with_a_text_is_kept_and_told(read_one):
    document, told = read_one("news.csv", "text,id,desk\nThe dam holds.,a\n")
    assert (told.outcome, told.reason, told.row) == ("changed", "short row", 1)
    assert document.text == "The dam holds."


def test_a_guessed_encoding_is_told_once_for_its_rows(read_one):
    content = b"text,id\nDam,a\n" + "It’s Zürich,b\n".encode("cp1252") * 5
    first, second, *_, told = read_one("news.csv", content)
    assert (first.encoding, second.encoding, second.text) == ("utf-8", "cp1252", "It’s Zürich")
    assert (told.outcome, told.reason, told.row) == ("changed", "encoding guessed", 2)
    assert told.detail == "rows 2, 3, 4 and 2 more: read as cp1252"


def test_tsv_and_capital_suffixes(read_one):
    assert read_one("NEWS.TSV", "id\ttext\na\tThe dam.\n")[0].text == "The dam."


def documents_and_left_out(files, limits=LIMITS) -> list:
    """What `files` give, but for changes, of which each slice tells its own."""
    outcomes = read(files, Columns(), limits)
    return [row for row in outcomes if isinstance(row, Document) or row.outcome == "left out"]


def reasons(files, limits=LIMITS) -> list[tuple[int | None, str]]:
    """Number and reason of each row; of a document, its text."""
    outcomes = documents_and_left_out(files, limits)
    return [(row.row, row.text if isinstance(row, Document) else row.reason) for row in outcomes]


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@given(
    rows=st.lists(TEXTS, min_size=1, max_size=30),
    size=st.integers(1, 200),
    bom=st.booleans(),
    most=st.sampled_from([20, 40, 10_000]),
)
def test_slices_give_what_the_whole_gives(tmp_path_factory, rows, size, bom, most):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([("text", "id"), *((text, number) for number, text in enumerate(rows))])
    path = tmp_path_factory.mktemp("slices") / "news.csv"
    path.write_bytes(stream.getvalue().encode("utf-8-sig" if bom else "utf-8"))
    whole, limits = find_inputs(path).files, Limits(row_mb=most / MB)
    slices = list(split(whole[0], size, Columns(), limits))
    assert documents_and_left_out(slices, limits) == documents_and_left_out(whole, limits)
    assert slices[-1].stop == path.stat().st_size
    assert len(slices) > 1 or path.stat().st_size <= size + len(slices[0].head) + 200


@pytest.mark.parametrize(
    "content",
    [
        b'text,id\n"a" b,1\nwell,2\nold mac,3\rnext,4\r"x\r\ny",5\nopen "quote,6\n"never closed,7\nfar,8\n',
        b'text,id\n"never closed,1\nnot lost,2\n"x\ny",3\nnor this,4',
        b"\n\ntext;id\n\nDam;1\n\n\nZ\xfcrich \x93q\x94;2\nlast;3",
        b"text,id\n" + b"Dam,1\n" * 700 + b"A\x00B,2\n" + b"Sea,3\n" * 20,
        b'"text,id\n"a\nb",1\n',
        b"text,id\n",
        b"text,id\n\n\n\n",
        b"\n\n\n",
        b"text\n" + b"a\n" * 50,
    ],
)
@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize("most", [8, 16, 1000])
def test_slices_of_untidy_tables_give_what_the_whole_gives(texts, content, size, most):
    whole, limits = find_inputs(texts({"news.csv": content}) / "news.csv").files, Limits(row_mb=most / MB)
    assert reasons(split(whole[0], size, Columns(), limits), limits) == reasons(whole, limits)


def test_where_quotation_marks_do_not_match_one_line_is_lost(read_one):
    content = 'text,id\n"Twas late,1\nThe dam holds.,2\n"The sea\nrose.",3\n'
    outcomes = read_one("news.csv", content)
    assert [(row.row, getattr(row, "reason", "")) for row in outcomes] == [
        (1, "broken row"),
        (2, ""),
        (3, ""),
    ]
    assert outcomes[0].detail == "unexpected end of data"
    assert outcomes[2].text == "The sea\nrose."


@pytest.mark.parametrize("size", [1, 30, 1000])
def test_a_row_above_the_limit_is_told_and_the_others_are_read(texts, size):
    rows = ["The dam holds.,1", '"The sea,\n' + "it rose.\n" * 6 + '",2', "x" * 61 + ",3", "Ilmer.,4"]
    whole = find_inputs(texts({"news.csv": "text,id\n" + "\n".join(rows)})).files
    limits = Limits(row_mb=60 / MB)
    slices = list(split(whole[0], size, Columns(), limits))
    found = [(1, "The dam holds."), (2, "too large"), (3, "too large"), (4, "Ilmer.")]
    assert reasons(whole, limits) == reasons(slices, limits) == found
    assert max(piece.stop - piece.start for piece in slices) < 40


def test_the_detail_of_a_large_row_names_the_limit(texts):
    whole = find_inputs(texts({"news.csv": "text,id\n" + "x" * 1_000_001})).files
    (told,) = read(whole, Columns(), Limits(row_mb=1))
    assert (told.outcome, told.detail) == ("left out", "more than 1 MB")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"A\x00B\n" * 5_000, "not text"),
        (b"text and no end " * 10_000, "broken row"),
        (b'"text and no end\n' * 10_000, "broken row"),
        ("text\n".encode("utf-16") * 10_000, "too large"),
    ],
)
def test_a_large_file_that_cannot_be_cut_is_told_once(texts, content, reason):
    (file,) = find_inputs(texts({"news.csv": content})).files
    limits = Limits(file_mb=5_000 / MB, row_mb=1_000 / MB)
    (piece,) = split(file, 2_000, Columns(), limits)
    assert reasons([piece], limits) == [(None, reason)]


def test_a_file_of_rows_may_be_larger_than_a_file_of_one_document(texts):
    files = find_inputs(texts({"news.csv": "text\nDam\n"})).files
    assert reasons(files, Limits(file_mb=1 / MB)) == [(1, "Dam")]


def test_utf_16_is_not_cut(texts):
    whole = find_inputs(texts({"news.csv": "text\nDam\nSea\n".encode("utf-16")}) / "news.csv").files
    assert list(split(whole[0], 1, Columns(), LIMITS)) == whole


def test_an_input_is_read_from_start_to_stop_behind_its_head(texts):
    folder = texts({"a.csv": "0123456789"})
    piece = Input("a.csv", str(folder / "a.csv"), 10, 0).slice(2, 5, head=b"h", rows_before=0)
    assert piece.read() == b"h234"
