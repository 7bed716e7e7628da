"""Markdown: the text of one file as its readers see it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.documents import Document, LedgerRow, read
from tenor.loading.inputs.files import Input
from tenor.loading.metadata.columns import Columns


def read_text(text: str | bytes, name: str = "dam.md") -> list[Document | LedgerRow]:
    content = text.encode() if isinstance(text, str) else text
    return list(read([Input(name, "", len(content), 0, content=content)], Columns()))


@pytest.mark.parametrize("name", ["dam.md", "dam.markdown", "DAM.MD"])
def test_metadata_and_text(read_one, name):
    text = """---
headline: Dam holds
date: 2031-03-04
author: {name: Rosa Quayle, desk: city}
tags: [floods, river]
content: premium
---

The dam at **Lowmere**
held on Tuesday.

The *ferry* runs.
"""
    assert read_one(name, text) == [
        Document(
            name,
            None,
            "The dam at Lowmere held on Tuesday.\n\nThe ferry runs.",
            "utf-8",
            {
                "title": "Dam holds",
                "published": "2031-03-04",
                "author": "Rosa Quayle",
                "author.desk": "city",
                "tags": "floods, river",
                "text_given": "premium",
            },
        )
    ]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("A [link](https://a.example 'b') and ![a dam](dam.png) more", "A link and more"),
        ("A [link][1]\n\n[1]: https://a.example", "A link"),
        ("See <https://a.example>.", "See https://a.example."),
        ("The `dam` ~~fell~~ __holds__\\*", "The dam fell holds*"),
        ("Fish &amp; ferries at the caf&eacute;", "Fish & ferries at the café"),
        ("5 < 6 & 7", "5 < 6 & 7"),
        ("The dam  \nholds", "The dam\nholds"),
        ("The dam<br>holds", "The dam\nholds"),
        ("First\r\n\r\nSecond", "First\n\nSecond"),
        ("## Floods\nThe dam\n\nThe sea\n-------", "Floods\n\nThe dam\n\nThe sea"),
        ("- one\n- two\n  more\n", "one\ntwo more"),
        ("1. one\n\n2. two", "one\n\ntwo"),
        ("> The dam\n> holds.", "The dam holds."),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2"),
        ("The dam.[^1]\n\n[^1]: A note.\n\nThe sea.", "The dam.\n\nThe sea.\n\nA note."),
        ("The dam.\n\n<!-- a\n\ncomment -->\n\nThe sea.<!-- no -->", "The dam.\n\nThe sea."),
        ("<div class='x'>\n\nThe *dam*\n\n</div><script>alert(1)</script>", "The dam"),
        ("The dam\n\n***\n\nThe sea", "The dam\n\nThe sea"),
        ("```\nThe dam\n```", "The dam"),
        ("snake_case and 2\\*3", "snake_case and 2*3"),
        ("“The dam — it’s ‘high’…”", "“The dam — it’s ‘high’…”"),
    ],
)
def test_the_text_is_as_readers_see_it(markdown, text):
    (document,) = read_text(markdown)
    assert document.text == text


@pytest.mark.parametrize(
    ("markdown", "title", "text"),
    [
        ("# Dam *holds*\n\nThe dam.", "Dam holds", "The dam."),
        ("Dam\nholds\n===\n\nThe dam.", "Dam holds", "The dam."),
        (
            "<!-- a --> \n\n![a](b.png)\n\n# Dam holds\n\nThe dam.\n\n# Floods",
            "Dam holds",
            "The dam.\n\nFloods",
        ),
        ("---\ntitle: 'dam **holds**'\n---\n# Dam holds!\n\nThe dam.", "dam **holds**", "The dam."),
        ("---\ntitle: Dam\n---\n# Dam holds\n\nThe dam.", "Dam", "Dam holds\n\nThe dam."),
        ("The dam.\n\n# Floods", None, "The dam.\n\nFloods"),
        ("## Floods\n\nThe dam.", None, "Floods\n\nThe dam."),
    ],
)
def test_a_heading_that_opens_the_text_is_the_title(markdown, title, text):
    (document,) = read_text(markdown)
    assert (document.fields.get("title"), document.text) == (title, text)


def test_broken_metadata_are_told_and_stay_in_the_text():
    document, told = read_text("---\ntitle: Dam: it holds\n---\n\nThe sea.")
    assert (document.text, document.fields) == ("title: Dam: it holds\n\nThe sea.", {})
    assert (told.outcome, told.reason) == ("changed", "broken front matter")
    assert told.detail == "mapping values are not allowed here in line 2"


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.de.md",
        "notes/ReadMe.markdown",
        "dump.zip/LICENSE-code.md",
        "license.md",
        "Contributing.md",
        "CHANGELOG.md",
    ],
)
def test_files_about_their_folder_are_no_documents(name):
    (told,) = read_text("# The Sella Lantern\n\nArticles of 2031.", name)
    assert (told.path, told.outcome, told.reason) == (name, "left out", "not an article")
    assert type(read_text("---\ntitle: Dam\n---\n\nThe dam.", name)[0]) is Document


@pytest.mark.parametrize("name", ["readmes.md", "licensed-to-fish.md", "README/dam.md", "changes.md"])
def test_other_files_are_documents(name):
    assert type(read_text("The dam.", name)[0]) is Document


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"---\ntitle: Dam\n---\n", "empty"),
        (b"![a dam](dam.png)", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\xff", "not text"),
        (b"The dam\0holds.", "not text"),
        (b"\xff\xfe<", "undecodable"),
    ],
)
def test_what_is_left_out(content, reason):
    (told,) = read_text(content)
    assert (told.outcome, told.reason) == ("left out", reason)


def test_a_guessed_encoding_is_told():
    document, told = read_text("# Café\n\nThe café and its “dam” at the quay".encode("cp1252"))
    assert (told.reason, document.encoding) == ("encoding guessed", "cp1252")
    assert document.fields == {"title": "Café"}


@pytest.mark.parametrize(
    "markdown",
    ["[" * 50_000, "[a](" * 50_000, "**a *" * 50_000, "> " * 5_000 + "a", "<!-- " * 50_000, "<a b=" * 50_000],
)
def test_hostile_texts_cost_no_time(markdown):
    assert len(read_text(f"{markdown} dam")) == 1


WORD = st.text("abcde“”’", min_size=1)


@given(st.lists(st.lists(WORD, min_size=1), min_size=1))
def test_paragraphs_of_plain_words_come_back(paragraphs):
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    assert [document.text for document in read_text(text)] == [text]
