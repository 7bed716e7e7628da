"""Objects of JSON: one object, one document."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.metadata.columns import Columns
from tenor.loading.readers.records import flatten, parse, read_record


def fields_of(record: dict) -> dict[str, str]:
    (document,) = read_record("a.json", 1, {"text": "Dam.", **record}, "utf-8", Columns(), halves=False)
    return document.fields


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        ({"source": {"id": None, "name": "Ledger & Tide"}}, {"source": "Ledger & Tide"}),
        ({"headline": {"main": "Dam", "kicker": "Ilmer"}}, {"title": "Dam", "headline.kicker": "Ilmer"}),
        ({"byline": {"original": "By Mara Quay"}}, {"author": "By Mara Quay"}),
        ({"a": {"b": {"c": {"d": {"e": 1}}}}}, {"a.b.c.d": '{"e": 1}'}),
        ({"a": {}, "b": [], "c": ""}, {"b": "", "c": ""}),
        ({"a": {"b": 1}, "a.b": 2}, {"a.b": "1", "a.b 2": "2"}),
        ({"n": 1.0, "big": 10**30, "no": False, "l": ["x", None]}, {
            "n": "1.0", "big": "1" + "0" * 30, "no": "false", "l": '["x", null]'
        }),
    ],
)  # fmt: skip
def test_members_become_fields(record, fields):
    assert fields_of(record) == fields


def test_large_objects_inside_stay_json():
    words = {f"word{number}": number for number in range(51)}
    assert flatten({"counts": words}) == {"counts": words}


def test_repeated_names_are_numbered_and_none_is_lost():
    assert parse('{"text": "a", "text 2": "b", "text": "c", "text": "d"}') == {
        "text": "a",
        "text 2": "b",
        "text 3": "c",
        "text 4": "d",
    }


def test_nan_is_missing_and_infinity_is_a_word():
    assert parse('{"a": NaN, "b": [Infinity, -Infinity]}') == {"a": None, "b": ["Infinity", "-Infinity"]}


def test_raw_line_ends_and_tabs_inside_strings_are_taken():
    assert parse('"a\n\tb"') == "a\n\tb"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('{"a": 1, b}', "Expecting property name enclosed in double quotes at character 10"),
        ('{\n"a": x}', "Expecting value at line 2, character 6"),
        ("[" * 200_000, "brackets nested too deeply"),
        ("1" * 5_000, "Exceeds the limit"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(written, message):
    with pytest.raises(ValueError, match=message):
        parse(written)


def test_deep_arrays_break_no_more_than_their_record():
    deep = []
    for _ in range(50_000):
        deep = [deep]
    (told,) = read_record("a.json", 4, {"text": "Dam.", "deep": deep}, "utf-8", Columns(), halves=True)
    assert (told.row, told.reason, told.detail) == (4, "broken row", "brackets nested too deeply")


def test_half_characters_are_replaced_everywhere_and_lose_no_member():
    record = r'{"text": "a\ud83d", "l": ["\udc00", {"\ud800": 1, "\ud801": 2}]}'
    told, document = read_record("a.json", 1, parse(record), "utf-8", Columns(), halves=True)
    assert told.reason == "characters replaced"
    assert (document.text, document.fields) == ("a\ufffd", {"l": '["\ufffd", {"\ufffd": 1, "\ufffd 2": 2}]'})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)


@given(JSON, st.booleans())
def test_any_json_ends_as_a_document_or_in_the_ledger(value, is_ascii):
    written = json.dumps(value, ensure_ascii=is_ascii)
    outcomes = read_record("a.json", 1, parse(written), "utf-8", Columns({"text": "t"}), halves=True)
    assert len(outcomes) in (1, 2)
    for name, field in getattr(outcomes[-1], "fields", {}).items():
        assert name.encode() + field.encode() is not None
