"""What the story's JSON-LD says."""

import pytest
from lxml.html import document_fromstring

from tenor.loading.pages.linked_data import read_linked_data


def said(*data: str) -> dict[str, str]:
    scripts = (f'<script type="application/ld+json">{one}</script>' for one in data)
    return read_linked_data(document_fromstring(f"<html><head>{''.join(scripts)}</head><body></body></html>"))


def test_all_fields_of_a_story():
    story = """{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Dam  is full",
        "author": [{"@type": "Person", "name": "Rosa Quayle"}, {"@type": "Person", "name": "Ned Farrow"}],
        "datePublished": "2031-03-04T10:15:00+01:00", "dateModified": "2031-03-05T08:00:00+01:00",
        "publisher": {"@type": "Organization", "name": "The Sella Lantern", "logo": {"name": "logo"}},
        "articleSection": ["River", "Harbour"], "url": "https://lantern.example/1"}"""
    assert said(story) == {
        "title": "Dam is full",
        "author": "Rosa Quayle, Ned Farrow",
        "published": "2031-03-04T10:15:00+01:00",
        "source": "The Sella Lantern",
        "section": "River, Harbour",
        "url": "https://lantern.example/1",
    }


@pytest.mark.parametrize(
    "author",
    [
        '"Rosa Quayle"',
        '["Rosa Quayle"]',
        '{"name": "Rosa Quayle"}',
        '{"name": ["Rosa Quayle", "Rosa Quayle"]}',
        '[{"name": "Rosa Quayle", "@type": ["Person"]}, null, 7, {}]',
        '"Rosa&#32;Quayle"',
    ],
)
def test_ways_to_name_an_author(author):
    assert said(f'{{"@type": "Article", "author": {author}}}') == {"author": "Rosa Quayle"}


def test_a_graph_whose_nodes_refer_to_each_other():
    graph = """{"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "@id": "p", "name": "Not this", "datePublished": "2000-01-01"},
        {"@type": "Article", "headline": "Dam is full", "publisher": {"@id": "o"}, "author": {"@id": "x"}},
        {"@type": "Organization", "@id": "o", "name": "The Sella Lantern"}]}"""
    assert said(graph) == {"title": "Dam is full", "source": "The Sella Lantern"}


@pytest.mark.parametrize("kind", ['"ReportageNewsArticle"', '["Thing", "LiveBlogPosting"]', '"Report"'])
def test_kinds_of_stories(kind):
    assert said('[{"@type": "BreadcrumbList"}]', f'[{{"@type": {kind}, "headline": "A"}}]') == {"title": "A"}


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        '{"@type": "NewsArticle", "headline": "A",}',
        "[" * 100_000,
        "null",
        "[1, [2]]",
        '{"@graph": 3}',
    ],
)
def test_data_that_are_none_are_passed_over(data):
    assert said(data, '{"@type": "Article", "headline": "B"}') == {"title": "B"}


def test_what_is_no_story_says_nothing():
    assert said('{"@type": "WebSite", "headline": "A", "name": "The Sella Lantern"}') == {}
