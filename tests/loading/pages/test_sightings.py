"""What can be seen on pages that do not describe themselves."""

import pytest
from lxml.html import document_fromstring

from tenor.loading.pages.sightings import see_authors, see_date, see_site, see_title

TEXT = "<p>The dam of High Hathe was full by 3 May 2030, the water board said, as nobody had thought.</p>"


def page(body: str):
    return document_fromstring(f"<html><head><title>x</title></head><body>{body}{TEXT}</body></html>")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<h1>The Vessen Courier</h1><h2>Dam is full at last</h2>", "Dam is full at last"),
        ("<h1>Dam <em>is full</em> at last</h1><p>Dam</p>", "Dam is full at last"),
        ("<font size=5>Dam is full at last</font>", "Dam is full at last"),
        ("<h1>Another story</h1>", "The Vessen Courier: Dam is full at last"),
    ],
)
def test_the_headline_is_the_longest_text_that_is_part_of_the_title(body, title):
    assert see_title(page(body), "The Vessen Courier: Dam is full at last") == title


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Dam is full | Lantern", "Lantern"),
        ("Dam is full - River - Lantern", "Lantern"),
        ("Lantern: Dam is full", "Lantern"),
        ("Print: Dam is full – Lantern", "Lantern"),
        ("Dam is full", ""),
        ("Dam is full-blown", ""),
        ("Other", ""),
    ],
)
def test_the_site_stands_beside_the_headline_in_the_title(title, site):
    assert see_site(title, "Dam is full") == site


def test_no_headline_no_site():
    assert see_site("Lantern: Dam is full", "") == ""


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p>By Rosa Quayle</p>", "Rosa Quayle"),
        ("<p>by <a href='/q'>Rosa Quayle</a></p>", "Rosa Quayle"),
        ("By Iris van der Hallow and P. L. Corrigan<br>", "Iris van der Hallow, P. L. Corrigan"),
        ("<p>By the river nobody slept</p>", ""),
        ('<span class="author">P. L. Corrigan</span>', "P. L. Corrigan"),
        ('<span class="author">Log in to your account</span>', ""),
    ],
)
def test_authors_under_the_headline(byline, authors):
    assert see_authors(page(f"<h1>Dam is full</h1>{byline}"), "Dam is full") == authors


@pytest.mark.parametrize(
    ("dated", "date"),
    [
        ('<time datetime="2031-03-04T10:15:00+01:00">Tuesday</time>', "2031-03-04T10:15:00+01:00"),
        ('<abbr class="published" title="2031-03-04">Tuesday</abbr>', "2031-03-04"),
        ("<p>Tuesday, 4 March 2031</p>", "Tuesday, 4 March 2031"),
        ("<p>March 2031</p>", ""),
        ("<p>The dam has stood there since 4 March 1999</p>", ""),
        ("", ""),
    ],
)
def test_the_date_that_is_marked_or_stands_under_the_headline(dated, date):
    assert see_date(page(f"<h1>Dam is full</h1>{dated}"), "", "Dam is full") == date


def test_a_date_far_from_the_headline_is_another_story():
    between = "<p>Some line</p>" * 12
    assert see_date(page(f"<h1>Dam is full</h1>{between}<p>4 March 2031</p>"), "", "Dam is full") == ""


def test_the_date_in_an_address():
    assert see_date(page(""), "https://lantern.example/2031/03/04/dam", "") == "2031-03-04"
