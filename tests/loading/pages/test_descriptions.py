"""What a page says of itself, and what can be seen where it says nothing."""

import pytest
from lxml.html import document_fromstring

from tenor.loading.pages.descriptions import describe

TEXT = "<p>The dam of High Hathe was full by 3 May 2030, the water board said, as nobody had thought.</p>"


def described(head: str = "", body: str = TEXT, address: str = "") -> dict[str, str]:
    page = document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return describe(page, address)


def test_what_meta_elements_say():
    head = """<title>Dam is full - The Sella Lantern</title>
        <link rel="canonical" href="https://lantern.example/1">
        <meta property="og:title" content="Dam is full">
        <meta property="og:site_name" content="The Sella Lantern">
        <meta property="article:published_time" content="2031-03-04T10:15:00+01:00">
        <meta property="article:modified_time" content="2031-03-05T10:15:00+01:00">
        <meta property="article:section" content="River">
        <meta name="author" content="By Rosa Quayle and Ned Farrow">
        <meta property="og:url" content="https://other.example">"""
    assert described(head) == {
        "title": "Dam is full",
        "author": "Rosa Quayle, Ned Farrow",
        "published": "2031-03-04T10:15:00+01:00",
        "source": "The Sella Lantern",
        "section": "River",
        "url": "https://lantern.example/1",
    }


def test_linked_data_go_before_meta_elements_but_for_the_name_of_the_site():
    head = """<script type="application/ld+json">{"@type": "Article", "headline": "Dam is full",
        "author": {"name": "Rosa Quayle"}, "datePublished": "2031-03-04", "publisher": "Quay Print"}</script>
        <meta property="og:title" content="Why you must read this"><meta name="author" content="web desk">
        <meta name="date" content="2031-12-31">
        <meta property="og:site_name" content="The Sella Lantern">"""
    assert described(head) == {
        "title": "Dam is full",
        "author": "Rosa Quayle",
        "published": "2031-03-04",
        "source": "The Sella Lantern",
    }


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("Rosa Quayle", "Rosa Quayle"),
        ("Quayle | Farrow", "Quayle, Farrow"),
        ("Rosa Quayle & Ned Farrow", "Rosa Quayle, Ned Farrow"),
        ("P. L. Corrigan, The Sella Lantern", "P. L. Corrigan"),
        ("The Sella Lantern", None),
        ("https://lantern.example/staff/7", None),
        ("desk@lantern.example", None),
        ("", None),
    ],
)
def test_authors(author, found):
    head = (
        f'<meta name="author" content="{author}"><meta property="og:site_name" content="The Sella Lantern">'
    )
    assert described(head).get("author") == found


def test_several_author_elements():
    head = '<meta name="author" content="Rosa Quayle"><meta name="author" content="Ned Farrow">'
    assert described(head)["author"] == "Rosa Quayle, Ned Farrow"


def test_a_date_that_is_none_is_passed_over_and_one_that_may_be_is_not():
    head = '<meta name="pubdate" content="soon"><meta name="date" content="04/03/2031">'
    assert described(head)["published"] == "04/03/2031"


@pytest.mark.parametrize("title", ["Dam is full | Lantern", "Lantern: Dam is full", "Dam is full - Lantern"])
def test_the_name_of_the_site_is_no_part_of_the_title(title):
    head = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Lantern">'
    assert described(head)["title"] == "Dam is full"


@pytest.mark.parametrize(
    ("root", "language"), [('<html lang="fr-CW">', "fr-CW"), ('<html xml:lang="en">', "en"), ("<html>", None)]
)
def test_the_language_that_a_page_names(root, language):
    page = document_fromstring(f"{root}<head></head><body>{TEXT}</body></html>")
    assert describe(page).get("page_language") == language


def test_the_place_where_a_page_was_saved_from():
    found = described(address="https://www.lantern.example/1")
    assert (found["url"], found["source"]) == ("https://www.lantern.example/1", "lantern.example")


def test_an_address_that_is_none():
    assert described('<link rel="canonical" href="http://[bad">') == {"url": "http://[bad"}


def test_a_page_that_says_nothing():
    assert described() == {}
