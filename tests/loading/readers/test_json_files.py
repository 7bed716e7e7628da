"""JSON: an array of objects, or one object."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.documents import Document, read
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.readers.json_files import split

DAM = {"title": "Dam holds", "text": "The dam holds."}
SEA = {"title": "Sea rose", "text": "The sea rose."}


def texts_of(outcomes) -> list[tuple[int | None, str]]:
    return [(row.row, row.text if isinstance(row, Document) else row.reason) for row in outcomes]


BOTH = [(1, "The dam holds."), (2, "The sea rose.")]


@pytest.mark.parametrize(
    "value",
    [
        [DAM, SEA],
        {"status": "ok", "totalResults": 2, "articles": [DAM, SEA]},
        {"response": {"docs": [DAM, SEA], "meta": {"hits": 2}}},
        {"hits": {"hits": [DAM, SEA]}},
        {"facets": [{"name": "source"}], "articles": [DAM, SEA]},
        {"text": [DAM, SEA]},
    ],
)
def test_each_object_of_the_array_is_a_document(read_one, value):
    outcomes = read_one("news.json", json.dumps(value, indent=2))
    assert texts_of(outcomes) == BOTH
    assert outcomes[0] == Document("news.json", 1, "The dam holds.", "utf-8", {"title": "Dam holds"})


def test_one_object_with_a_text_is_one_document(read_one):
    (document,) = read_one("news.json", json.dumps(DAM | {"authors": [{"name": "A. Quay"}]}))
    assert (document.row, document.text) == (None, "The dam holds.")
    assert document.fields == {"title": "Dam holds", "author": '[{"name": "A. Quay"}]'}


def test_the_user_names_a_member_of_an_object_inside(read_one):
    value = {"response": {"results": [{"webTitle": "Dam holds", "fields": {"trail": "Dam."}}]}}
    (document,) = read_one("news.json", json.dumps(value), text="fields.trail")
    assert (document.row, document.text, document.fields) == (1, "Dam.", {"title": "Dam holds"})


@pytest.mark.parametrize(
    ("content", "row", "reason", "detail"),
    [
        ("", None, "empty", ""),
        (" \n", None, "empty", ""),
        ("[]", None, "empty", ""),
        ("7", None, "no text", "a number, neither an object nor an array of objects"),
        ('{"id": 7, "desk": "city"}', None, "no text", "it has id, desk"),
        ('{"articles": []}', None, "no text", "it has articles"),
        ('["Dam."]', 1, "broken row", "a string, not an object in braces"),
        ('[{"id": 7}]', 1, "no text", "it has id"),
        ('[{"text": NaN}]', 1, "empty", ""),
        (
            '{"a": [{"id": 1}], "b": {"c": [{"id": 2}]}}',
            None,
            "no text",
            "it holds several arrays of objects, none of them with a text: a, b.c",
        ),
        (
            '{"a": [{"text": "x"}], "b": [{"text": "y"}]}',
            None,
            "no text",
            "it holds several arrays of objects, more than one of them with a text: a, b",
        ),
        ('[{"text": "Dam."},\n', None, "broken file", "Expecting value at line 2, character 1"),
        ("[" * 200_000, None, "broken file", "brackets nested too deeply"),
        (b"PK\x03\x04\x00\xff", None, "not text", ""),
        (b"\xfe\xff\xd8", None, "undecodable", ""),
    ],
)
def test_what_is_left_out(read_one, content, row, reason, detail):
    (told,) = read_one("news.json", content)
    assert (told.outcome, told.row, told.reason, told.detail) == ("left out", row, reason, detail)


def test_half_a_character_and_a_guessed_encoding_are_told(read_one):
    _, *told = read_one("news.json", r'[{"text": "a\ud83db", "desk": "Zürich"}]'.encode("cp1252"))
    assert {row.reason for row in told} == {"characters replaced", "encoding guessed"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_names_the_encoding(read_one, encoding):
    (document,) = read_one("news.json", json.dumps([{"text": "Zürich"}], ensure_ascii=False).encode(encoding))
    assert (document.text, document.encoding) == ("Zürich", encoding)


@given(data=st.binary() | st.text().map(lambda text: text.encode(errors="replace")))
def test_any_bytes_end_as_documents_or_in_the_ledger(data):
    file = Input("any.json", "", len(data), 0, content=data)
    for outcome in read([file], Columns()):
        assert outcome.text.encode() if isinstance(outcome, Document) else outcome.reason


LINES = f"{json.dumps(DAM)}\n{json.dumps(SEA)}\n"


def test_lines_of_objects_are_read_as_json_lines(read_one):
    assert texts_of(read_one("news.json", f"\n{LINES}")) == [(2, "The dam holds."), (3, "The sea rose.")]
    assert texts_of(read_one("news.json", f"{LINES}broken")) == [*BOTH, (3, "broken row")]


def test_lines_of_objects_are_cut_and_others_are_not(texts):
    folder = texts({"lines.json": LINES, "whole.json": json.dumps([DAM, SEA], indent=0)})
    lines, whole = find_inputs(folder).files
    slices = list(split(lines, 40, Columns(), Limits()))
    assert len(slices) == 2
    assert texts_of(read(slices, Columns())) == BOTH
    assert list(split(whole, 1, Columns(), Limits())) == [whole]


@pytest.mark.parametrize("end", ["", "\n"])
def test_one_object_in_one_line_is_one_document(texts, end):
    (file,) = find_inputs(texts({"news.json": json.dumps(DAM) + end})).files
    assert texts_of(read(split(file, 1, Columns(), Limits()), Columns())) == [(None, "The dam holds.")]


def test_what_must_be_held_whole_may_not_be_larger_than_a_file_may_be(texts):
    files = find_inputs(texts({"whole.json": json.dumps([DAM] * 100_000)})).files
    (told,) = read(files, Columns(), Limits(file_mb=1))
    assert (told.reason, told.detail) == ("too large", "5 MB in one piece; the limit is 1 MB")
    assert len(list(read(files, Columns(), Limits(file_mb=6 * MB)))) == 100_000
