"""Parquet: one row, one document."""

import datetime as dt
import io
from decimal import Decimal
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from made_files import make_parquet

from tenor.loading.documents import Document, read
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.readers.parquet_files import read as read_rows


def write(table: pa.Table, **options) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    return stream.getvalue()


def test_rows_become_documents(read_one):
    rows = [
        {"id": 7, "body": "The dam holds.", "outlet": "Ledger & Tide", "desk": None},
        {"id": 8, "body": "It broke.", "outlet": None, "desk": "city"},
    ]
    assert read_one("news.parquet", make_parquet(rows)) == [
        Document("news.parquet", 1, "The dam holds.", "utf-8", {"doc_id": "7", "source": "Ledger & Tide"}),
        Document("news.parquet", 2, "It broke.", "utf-8", {"doc_id": "8", "desk": "city"}),
    ]


NOON = dt.datetime(2031, 5, 3, 12)


@pytest.mark.parametrize(
    ("values", "written"),
    [
        (pa.array([dt.date(2031, 5, 3)]), "2031-05-03"),
        (pa.array([NOON]), "2031-05-03T12:00:00"),
        (pa.array([NOON], pa.timestamp("ns")), "2031-05-03T12:00:00"),
        (pa.array([1_500_000_001], pa.timestamp("ns")), "1970-01-01T00:00:01.500000001"),
        (pa.array([NOON.replace(tzinfo=dt.UTC)]), "2031-05-03T12:00:00Z"),
        (pa.array([NOON.replace(tzinfo=ZoneInfo("Pacific/Auckland"))]), "2031-05-03T12:00:00+12:00"),
        (pa.array([dt.time(10, 15)]), "10:15:00.000000"),
        (pa.array([2**62], pa.timestamp("ms", tz="UTC")), None),
        (pa.array([2031.0]), "2031"),
        (pa.array([1.25]), "1.25"),
        (pa.array([float("nan")]), ""),
        (pa.array([True]), "true"),
        (pa.array([Decimal("1.50")]), "1.50"),
        (pa.array(["city"]).dictionary_encode(), "city"),
        (pa.array(["city"], pa.string_view()), "city"),
        (pa.array([b"city"]), "city"),
        (pa.array([b"\xff\xd8\x00"], pa.binary(3)), "3 bytes"),
        (pa.array([["Mara Quay", "Bo Pier"]]), "Mara Quay, Bo Pier"),
        (pa.array([[1, None]]), "[1, null]"),
        (pa.array([[{"at": NOON}]]), '[{"at": "2031-05-03 12:00:00"}]'),
        (pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int64())), '[["a", 1]]'),
        (pa.array([""]), ""),
        (pa.nulls(1), ""),
    ],
)
def test_values_of_any_kind_become_text(read_one, values, written):
    (document,) = read_one("news.parquet", write(pa.table({"text": ["Dam."], "x": values})))
    if written is None:  # a year that no calendar has
        assert document.fields["x"]
    else:
        assert document.fields == ({"x": written} if written else {})


def test_members_of_structs_become_fields(read_one):
    rows = [
        {"content": {"text": "Dam.", "length": 4}, "source": {"name": "Lantern", "in": {"town": "Sella"}}},
        {"content": {"text": "Sea.", "length": 4}, "source": None},
    ]
    first, second = read_one("news.parquet", make_parquet(rows), text="content.text")
    assert first.fields == {"content.length": "4", "source": "Lantern", "source.in.town": "Sella"}
    assert (second.text, second.fields) == ("Sea.", {"content.length": "4"})


def test_columns_of_one_name_are_kept_apart(read_one):
    table = pa.table([["Dam."], ["city"], ["front"]], names=["text", "desk", "desk"])
    (document,) = read_one("news.parquet", write(table))
    assert document.fields == {"desk": "city", "desk 2": "front"}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (pa.array([None, "Sea."]), "empty"),
        (pa.array([" ", "Sea."]), "empty"),
        (pa.array(["a\0b", "Sea."]), "not text"),
        (pa.array([b"\x00\xff", b"Sea."]), "not text"),
        (pa.array([b"\xfe\xff\xd8", b"Sea."]), "undecodable"),
    ],
)
def test_a_row_left_out_is_told_and_the_rest_load(read_one, values, reason):
    told, document = read_one("news.parquet", write(pa.table({"text": values})))
    assert (told.outcome, told.row, told.reason) == ("left out", 1, reason)
    assert (document.row, document.text) == (2, "Sea.")


def test_texts_in_another_encoding_are_told(read_one):
    table = pa.table({"text": pa.array(["It’s Zürich".encode("cp1252")])})
    document, told = read_one("news.parquet", write(table))
    assert (document.text, document.encoding, told.reason) == ("It’s Zürich", "cp1252", "encoding guessed")


def test_a_file_of_no_rows_is_empty(read_one):
    (told,) = read_one("news.parquet", write(pa.table({"text": pa.array([], pa.string())})))
    assert told.reason == "empty"


def test_a_file_without_a_text_column_is_told_once_with_its_columns(read_one):
    rows = [{"id": number, "source": {"name": "Lantern"}} for number in range(100)]
    (told,) = read_one("news.parquet", make_parquet(rows))
    assert (told.row, told.outcome, told.reason) == (None, "left out", "no text")
    assert told.detail == "no column of texts; it has 'id', 'source.name'"


def test_a_text_column_of_numbers_is_told(read_one):
    (told,) = read_one("news.parquet", make_parquet([{"body": 1}]))
    assert (told.row, told.reason) == (None, "no text")
    assert told.detail == "its column 'body' is taken for the texts, but holds int64, not strings"


MANY = [{"text": f"Story {number} of the river Ilmer."} for number in range(1000)]


def damaged(data: bytes, place: int) -> bytes:
    return data[:place] + b"\xff" * 40 + data[place + 40 :]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PAR1", "broken file"),
        (b"PK\x03\x04 no table at all", "broken file"),
        (make_parquet(MANY)[:-30], "broken file"),
        (damaged(make_parquet(MANY), 4), "broken file"),
        (damaged(make_parquet(MANY), -60), "broken file"),
    ],
)
def test_a_broken_file_is_told(read_one, content, reason):
    (told,) = read_one("news.parquet", content)
    assert (told.outcome, told.row, told.reason) == ("left out", None, reason)
    assert told.detail


def test_rows_before_the_damage_are_read(read_one):
    data = write(pa.table({"text": [row["text"] for row in MANY]}), row_group_size=500)
    second = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(0).dictionary_page_offset
    *documents, told = read_one("news.parquet", damaged(data, second))
    assert [document.row for document in documents] == [*range(1, 501)]
    assert (told.row, told.reason) == (None, "broken file")
    assert told.detail.endswith("; nothing behind row 500 was read")


def test_an_encrypted_file_is_told(read_one):
    data = make_parquet(MANY)
    (told,) = read_one("news.parquet", data[:-4] + b"PARE")
    assert told.reason == "encrypted"


def test_a_row_above_the_limit_is_told(texts):
    rows = [{"text": "Dam.", "note": "x" * 20}, {"text": "Sea."}]
    files = find_inputs(texts({"news.parquet": make_parquet(rows)})).files
    told, document = read(files, Columns(), Limits(row_mb=20 / MB))
    assert (told.row, told.reason, document.row) == (1, "too large", 2)


def test_a_file_that_grows_beyond_all_measure_is_cut_short(texts):
    table = pa.table({"text": ["The dam holds. " * 1000] * 1000})
    files = find_inputs(texts({"news.parquet": write(table)})).files
    *documents, told = read(files, Columns(), Limits(expansion=10))
    assert len(documents) == 10 * MB // 15_000
    assert (told.reason, told.detail) == (
        "expands too much",
        "more than 10 times as large as packed; nothing behind row 666 was read",
    )


def test_the_memory_holds_few_rows_at_once(texts):
    table = pa.table({"text": [f"{number} The dam holds. " * 100 for number in range(20_000)]})
    (file,) = find_inputs(texts({"news.parquet": write(table)})).files
    before = pa.total_allocated_bytes()
    held = [pa.total_allocated_bytes() - before for _ in read_rows(file, Columns(), Limits())]
    assert len(held) == 20_000
    assert max(held) < table.nbytes / 4
