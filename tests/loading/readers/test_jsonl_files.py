"""JSON lines: one line, one document."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.documents import Document, read
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.readers.jsonl_files import read as read_lines
from tenor.loading.readers.jsonl_files import split


def test_lines_become_documents_under_their_line_number(read_one):
    first = '{"id": 7, "body": "The dam.\\r\\nIt holds.", "authors": ["A. Quay", "B. Pier"]}'
    content = f'{first}\n\n{{"text": "Sea."}}\r\n'
    assert read_one("news.jsonl", content) == [
        Document(
            "news.jsonl",
            1,
            "The dam.\r\nIt holds.",
            "utf-8",
            {"doc_id": "7", "author": "A. Quay, B. Pier"},
        ),
        Document("news.jsonl", 3, "Sea.", "utf-8", {}),
    ]


def test_values_of_any_kind_become_text_and_null_is_missing(read_one):
    record = {"text": "Dam.", "rank": 1.5, "front": True, "desk": None, "place": {"town": "Sella"}, "n": [1]}
    (document,) = read_one("news.ndjson", json.dumps(record))
    assert document.fields == {"rank": "1.5", "front": "true", "place.town": "Sella", "n": "[1]"}


@pytest.mark.parametrize(
    ("line", "reason", "detail"),
    [
        ('{"text": "a"', "broken row", "Expecting ',' delimiter at character 13"),
        ("text", "broken row", "Expecting value at character 1"),
        ("[1]", "broken row", "an array, not an object in braces"),
        ("[" * 100_000, "broken row", "brackets nested too deeply"),
        ('{"headline": "Dam", "desk": "city"}', "no text", "it has headline, desk"),
        ("{}", "no text", "it has nothing"),
        ('{"text": ["a"]}', "no text", "its text is an array, not a string"),
        ('{"text": null}', "empty", ""),
        ('{"text": " \\n"}', "empty", ""),
        ('{"text": "a\\u0000b"}', "not text", ""),
    ],
)
def test_a_line_left_out_is_told_and_the_rest_load(read_one, line, reason, detail):
    before, told, after = read_one("news.jsonl", f'{{"text": "one"}}\n{line}\n{{"text": "three"}}')
    assert (told.path, told.row, told.outcome) == ("news.jsonl", 2, "left out")
    assert (told.reason, told.detail) == (reason, detail)
    assert (before.row, after.row) == (1, 3)


def test_an_undecodable_line_costs_no_other(read_one):
    told, document = read_one("news.jsonl", b'\x81\x00\xff\n{"text": "two"}\n')
    assert (told.row, told.reason, document.row) == (1, "undecodable", 2)


def test_half_a_character_is_replaced_and_told(read_one):
    document, told = read_one("news.jsonl", r'{"text": "a\ud83db", "t\udc00": "x\ud800"}')
    assert (told.outcome, told.reason) == ("changed", "characters replaced")
    assert (document.text, document.fields) == ("a\ufffdb", {"t\ufffd": "x\ufffd"})


def test_a_whole_pair_is_one_character_and_nothing_to_tell(read_one):
    (document,) = read_one("news.jsonl", r'{"text": "\ud83d\ude00"}')
    assert document.text == "😀"


def test_broken_utf_16_is_left_out(read_one):
    (told,) = read_one("news.jsonl", b"\xff\xfe{\x00}")
    assert told.reason == "undecodable"


@pytest.mark.parametrize("size", [1, 20, 1000])
def test_slices_count_lines_as_the_whole_does(texts, size):
    content = '{"text": "one"}\r{"text": "two"}\r\n\n\nbroken\n{"text": "six"}'
    whole = find_inputs(texts({"news.jsonl": content}) / "news.jsonl").files
    outcomes = list(read(split(whole[0], size, Columns(), Limits()), Columns()))
    assert outcomes == list(read(whole, Columns()))
    assert [outcome.row for outcome in outcomes] == [1, 2, 5, 6]


@pytest.mark.parametrize("size", [1, 30, 1000])
def test_a_line_above_the_limit_is_told_and_the_others_are_read(texts, size):
    content = f'{{"text": "one"}}\n{{"text": "{"x" * 50}"}}\n\n{" " * 80}\n{{"text": "five"}}'
    whole, limits = find_inputs(texts({"news.jsonl": content})).files, Limits(row_mb=40 / MB)
    slices = list(split(whole[0], size, Columns(), limits))
    outcomes = list(read(slices, Columns(), limits))
    assert outcomes == list(read(whole, Columns(), limits))
    assert [(row.row, getattr(row, "reason", "")) for row in outcomes] == [(1, ""), (2, "too large"), (5, "")]
    assert max(piece.stop - piece.start for piece in slices) < 120


def test_the_mark_stands_before_each_slice(texts):
    content = '{"text": "one"}\n{"text": "two"}'.encode("utf-8-sig")
    whole = find_inputs(texts({"news.jsonl": content})).files
    slices = list(split(whole[0], 1, Columns(), Limits()))
    assert len(slices) == 2
    assert list(read(slices, Columns())) == list(read(whole, Columns()))


def test_a_long_line_is_not_held(texts):
    folder = texts({"news.jsonl": '{"text": "one"}\n'})
    with open(folder / "news.jsonl", "r+b") as stream:
        stream.truncate(60_000_000)  # zeros that take no place on the disk
        stream.seek(0, 2)
        stream.write(b'\n{"text": "three"}\n')
    (whole,) = find_inputs(folder).files
    tracemalloc.start()
    slices = list(split(whole, 16_000_000, Columns(), Limits()))
    outcomes = list(read(slices, Columns()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(row.row, getattr(row, "reason", "")) for row in outcomes] == [(1, ""), (2, "too large"), (3, "")]
    assert peak < 4_000_000


def test_a_large_file_of_blank_lines_is_not_held(texts):
    (file,) = find_inputs(texts({"news.jsonl": "\n" * 1_000})).files
    (piece,) = split(file, 100, Columns(), Limits())
    assert piece.stop - piece.start == 1


VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
RECORDS = st.fixed_dictionaries({"text": VALUES, "headline": VALUES, "desk": VALUES})


@given(
    records=st.lists(RECORDS, min_size=1, max_size=10),
    size=st.integers(1, 100),
    is_ascii=st.booleans(),
    most=st.sampled_from([60, 10_000]),
)
def test_lines_are_read_back_whole_and_in_slices(tmp_path_factory, records, size, is_ascii, most):
    path = tmp_path_factory.mktemp("lines") / "news.jsonl"
    lines = [json.dumps(record, ensure_ascii=is_ascii) for record in records]
    path.write_bytes("\n".join(lines).encode())
    (whole,), limits = find_inputs(path).files, Limits(row_mb=most / MB)
    outcomes = list(read_lines(whole, Columns(), limits))
    pieces = split(whole, size, Columns(), limits)
    assert [row for piece in pieces for row in read_lines(piece, Columns(), limits)] == outcomes
    for number, (record, line, outcome) in enumerate(zip(records, lines, outcomes, strict=True), 1):
        assert outcome.row == number
        if len(line.encode()) + (number < len(lines)) <= most:
            assert outcome.text == record["text"]
            assert outcome.fields == {"title": record["headline"], "desk": record["desk"]}
        else:
            assert outcome.reason == "too large"
