"""From inputs to documents."""

import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.loading import formats, funnel, languages

LANGUAGES = ["en", "fr", "en", None, "de"]


@pytest.fixture
def mixed():
    texts = ["It rains.", "Il pleut fort.", "It holds.", "Oh!", "Es regnet."]
    return from_texts(texts, language=LANGUAGES, source=["Courier", "Courier", "Lantern", "Courier", "Flare"])


def rows(table):
    return list(table.itertuples(index=False, name=None))


def test_funnel_adds_up(load):
    corpus = load({"a.txt": "Dam.", "b.txt": "", "c.txt": " ", "d.xyz": "", ".e.txt": ""})
    table = funnel(corpus)
    assert rows(table) == [
        ("found", 4),
        ("left out: empty", -2),
        ("left out: unsupported format", -1),
        ("documents", 1),
    ]
    assert "1 hidden files" in table.attrs["notes"][1]


def test_funnel_counts_what_is_in_another_language(mixed):
    table = funnel(mixed.select(language="main"))
    assert rows(table) == [("found", 5), ("in another language", -2), ("documents", 3)]


def test_funnel_counts_what_a_selection_leaves_outside(mixed):
    table = funnel(mixed.select(language="main").select(sources=["Lantern"]))
    assert rows(table) == [
        ("found", 5),
        ("in another language", -2),
        ("outside the chosen sources and days", -2),
        ("documents", 1),
    ]


def test_languages_are_those_of_the_whole(mixed):
    table = languages(mixed.select(language="main"))
    assert rows(table) == [
        ("en", 2, 0.4, 4, True),
        ("(too short to tell)", 1, 0.2, 1, True),
        ("de", 1, 0.2, 2, False),
        ("fr", 1, 0.2, 3, False),
    ]
    assert table.attrs["notes"] == ["2 of 5 documents are in a language that is not counted."]


def test_formats_count_what_each_gave(load):
    corpus = load({"a.txt": "Dam.", "b.TXT": "", "c.csv": "text,id\nSea.,1\n,2\nRain.,1\n", "notes": ""})
    assert rows(formats(corpus)) == [
        ("(none)", 1, 0, 1, 0),
        (".csv", 3, 2, 1, 1),
        (".txt", 2, 1, 1, 0),
    ]


@pytest.mark.parametrize("table", [formats, funnel, languages])
def test_tables_of_an_empty_selection(mixed, table):
    made = table(mixed.take([]))
    assert isinstance(made, pd.DataFrame)
    assert {"title", "row", "notes"} <= set(made.attrs)
