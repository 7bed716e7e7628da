"""What files say of themselves, as far as it makes sense."""

import pytest

from tenor.loading.readers.properties import describe


@pytest.mark.parametrize("title", ["Dam holds", "The dam.", "Page 3: the dam", "Dam.docs", "Untitled, again"])
def test_titles(title):
    assert describe(f" {title}\n", "", "") == {"title": title}


@pytest.mark.parametrize(
    "title",
    [
        "",
        " ",
        "untitled",
        "Document1",
        "Microsoft Word - dam.doc",
        "dam_final.DOCX",
        "p01.indd",
        "Title",
        "index.html",
    ],
)
def test_titles_that_programs_give(title):
    assert describe(title, "", "") == {}


@pytest.mark.parametrize("author", ["Rosa Quayle", "Userova", "The desk", "R. Quayle, I. Brandt"])
def test_authors(author):
    assert describe("", author, "") == {"author": author}


@pytest.mark.parametrize(
    "author", ["", "user", "Microsoft Office User", "ADMIN", "anonymous", "python-docx", "N/A"]
)
def test_authors_that_programs_give(author):
    assert describe("", author, "") == {}


@pytest.mark.parametrize(
    ("written", "created"),
    [
        ("D:20310304101500Z", "2031-03-04T10:15:00Z"),
        ("D:20310304101500+01'00'", "2031-03-04T10:15:00+01:00"),
        ("D:20310304101500-05'30", "2031-03-04T10:15:00-05:30"),
        ("D:20310304101500+00", "2031-03-04T10:15:00+00:00"),
        ("D:203103041015", "2031-03-04T10:15:00"),
        ("20310304", "2031-03-04"),
        ("2031-03-04T10:15:00Z", "2031-03-04T10:15:00Z"),
        ("Tuesday", "Tuesday"),
    ],
)
def test_when_it_was_made(written, created):
    assert describe("", "", written) == {"created": created}
