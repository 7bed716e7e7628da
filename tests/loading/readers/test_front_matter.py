"""The metadata at the head of a Markdown file."""

import pytest

from tenor.loading.readers.front_matter import split_front_matter


def record(yaml: str) -> dict:
    found = split_front_matter(f"---\n{yaml}\n---\nThe dam holds.")
    assert (found.body, found.fault) == ("The dam holds.", "")
    return found.record


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("a: 2031-03-04", "2031-03-04"),
        ("a: 2031-03-04 10:15:00", "2031-03-04 10:15:00"),
        ("a: 2031-13-45", "2031-13-45"),
        ("a: No", "No"),
        ("a: 1984", "1984"),
        ("a: 010", "010"),
        ("a: 12:30:45", "12:30:45"),
        ("a: 'Dam: it holds'", "Dam: it holds"),
        ("a: >-\n  Dam\n  holds", "Dam holds"),
        ("a: [Rosa, Ivo]", ["Rosa", "Ivo"]),
        ("a:\n  - Rosa\n  - Ivo", ["Rosa", "Ivo"]),
        ("a:\n  name: Rosa\n  desks: [city]", {"name": "Rosa", "desks": ["city"]}),
        ("a:", None),
        ("a: ~", None),
        ("a: null", None),
        ("a: 'null'", "null"),
        ("a: !!python/object/apply:os.getpid []", []),
    ],
)
def test_values_are_as_written(yaml, value):
    assert record(yaml) == {"a": value}


def test_names_are_strings_each_once():
    assert record("a: 1\na: 2\n3: x\n[b, c]: y") == {"a": "1", "a 2": "2", "3": "x", "b, c": "y"}


@pytest.mark.parametrize(
    "text", ["---\r\na: 1\r\n---\r\nDam.", "---  \na: 1\n...\nDam.", "---\na: 1\n---\t\nDam."]
)
def test_ways_to_write_the_lines_around(text):
    assert split_front_matter(text) == ({"a": "1"}, "Dam.", "")


@pytest.mark.parametrize("text", ["---\n---\nDam.", "---\n# nothing\n---\nDam."])
def test_it_may_be_empty(text):
    assert split_front_matter(text) == ({}, "Dam.", "")


def test_nothing_may_follow():
    assert split_front_matter("---\na: 1\n---") == ({"a": "1"}, "", "")


@pytest.mark.parametrize(
    "text", ["", "The dam.", "\n---\na: 1\n---\n", "----\na: 1\n----\n", "---\n\nThe dam holds."]
)
def test_other_texts_have_none(text):
    assert split_front_matter(text) == ({}, text, "")


LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("yaml", "fault"),
    [
        ("title: Dam: it holds", "mapping values are not allowed here in line 2"),
        ("title: Dam\n\tdesk: city", "found character '\\t' that cannot start any token in line 3"),
        ("title: 'Dam", "found unexpected end of stream in line 3"),
        ("title: \x07", "unacceptable character #x0007: special characters are not allowed"),
        ("The dam holds.", "it is no list of names and values"),
        ("- Dam", "it is no list of names and values"),
        ("a: &a [*a]", "it has aliases (*), which are not followed"),
        (LAUGHS, "it has aliases (*), which are not followed"),
        ("a: *b", "found undefined alias 'b' in line 2"),
        ("[" * 3_000, "nested too deeply"),
        ("a: " + "[" * 99_000, "nested too deeply"),
        ("a: " + "x" * 100_000, "100,004 characters; no more than 100,000 are read"),
    ],
)
def test_what_is_broken_stays_in_the_text(yaml, fault):
    text = f"---\n{yaml}\n---\nThe dam holds."
    assert split_front_matter(text) == ({}, text, fault)


@pytest.mark.parametrize("text", ["---\ntitle: Dam\n\nThe dam holds.", "---\r\ntitle:\r\nThe dam."])
def test_a_head_without_an_end_is_told(text):
    assert split_front_matter(text) == ({}, text, "it has no end")
