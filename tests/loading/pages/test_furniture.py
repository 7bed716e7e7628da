"""What stands around the story goes, and the story stays."""

import pytest
from lxml.html import document_fromstring

from tenor.loading.pages.furniture import remove_furniture

STORY = "".join(
    f"<p>The {name} basin of Port Sella opened again on Tuesday, the harbour minister told reporters.</p>"
    for name in "north south east west upper lower".split()
)


def left(body: str) -> str:
    page = document_fromstring(f"<html><body>{body}</body></html>")
    remove_furniture(page)
    return " ".join(page.text_content().split())


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Furniture</nav>",
        "<aside><p>Furniture</p></aside>",
        "<figure><img><figcaption>Furniture</figcaption></figure>",
        "<noscript>Furniture</noscript>",
        "<iframe>Furniture</iframe>",
        "<form>Furniture <input></form>",
        '<div class="newsletter-signup"><p>Furniture</p></div>',
        '<div id="relatedPosts">Furniture</div>',
        '<p class="imageCaption">Furniture</p>',
        '<ul class="share_tools"><li>Furniture</li></ul>',
        '<section class="comments"><p>Furniture</p></section>',
        '<div class="ad">Furniture</div>',
        "<ul>" + '<li><a href="/x">Furniture of the day</a> and a line of it</li>' * 3 + "</ul>",
        '<div class="c"><h3><a>Furniture</a></h3><p>A summary of it.</p></div>' * 3,
        '<div class="c">Opinion <a href="/x">Furniture, a longer title</a></div>' * 3,
    ],
)
def test_furniture_goes(furniture):
    assert "Furniture" not in left(STORY + furniture + STORY)


@pytest.mark.parametrize(
    "piece",
    [
        '<div class="paywall"><p>Kept</p></div>',
        '<div class="has-sidebar"><p>Kept</p></div>',
        '<div class="has_sidebar"><p>Kept</p></div>',
        '<div class="tag-social"><p>Kept</p></div>',
        '<p class="lead-shadow">Kept</p>',
        '<p class="css-e1ad2">Kept</p>',
        "<ul>" + '<li>Kept: what <a href="/x">the minister</a> said of it in the end</li>' * 3 + "</ul>",
        "<ul>" + '<li><a href="/x">Orr</a>: kept is what she said about it in the end</li>' * 3 + "</ul>",
        '<div class="c"><a href="/x">A title of Kept</a> and a summary of it</div>' * 2,
        '<p>Kept <a href="/1">one link</a> and <a href="/2">two links</a> and <a href="/3">three</a>.</p>',
    ],
)
def test_what_only_looks_like_furniture_stays(piece):
    assert "ept" in left(STORY + piece + STORY)


def test_words_of_links_within_sentences_stay():
    sentence = 'See <a href="/1">the log</a>, <a href="/2">the map</a> and <a href="/3">the form</a> for it.'
    assert "See the log, the map and the form for it." in left(STORY + f"<p>{sentence}</p>")


def test_text_behind_furniture_stays():
    assert left(f'{STORY}<div><span class="ad">Furniture</span> and the tail</div>').endswith("and the tail")


@pytest.mark.parametrize(
    "element", ['div class="content-sidebar-wrap"', 'div class="newsletter"', "form", "aside"]
)
def test_what_holds_most_of_the_page_is_no_furniture(element):
    assert left(f"<{element}>{STORY}</{element.split()[0]}><p>Below</p>").count("basin") == 6


@pytest.mark.parametrize("tag", ["form", "aside"])
def test_what_holds_the_headline_is_no_furniture(tag):
    assert "Dam is full" in left(f"<{tag}><h1>Dam is full</h1></{tag}>{STORY}")


def test_what_is_most_of_the_page_is_told_without_its_scripts():
    assert left(f'<div class="social">{STORY}</div><script>{"x = 1;" * 5000}</script>').count("basin") == 6


def test_tables_that_lay_out_the_page_become_blocks():
    page = document_fromstring(f"<table><tr><td>{STORY}</td></tr></table>")
    remove_furniture(page)
    assert page.find(".//table") is None
    assert page.text_content().count("basin") == 6


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Lowmere</td><td>61m</td></tr></table>",
        f"<table><tr><th>Day</th><td>{STORY}</td></tr></table>",
    ],
)
def test_tables_of_data_stay(table):
    page = document_fromstring(f"<div>{STORY}{table}</div>")
    remove_furniture(page)
    assert page.find(".//table") is not None


def test_data_for_search_engines_stay_but_not_in_the_text():
    scripts = '<script type="application/ld+json">{}</script> and <script>x</script>'
    page = document_fromstring(f"<body>{STORY}{scripts}</body>")
    remove_furniture(page)
    assert [script.text for script in page.iter("script")] == ["{}"]
    assert page.find("body").text_content().endswith("reporters. and ")


def test_data_with_control_characters_stay_too():
    page = document_fromstring(f'<body>{STORY}<script type="application/ld+json">{{\x0b}}</script></body>')
    remove_furniture(page)
    assert [script.text for script in page.iter("script")] == ["{\x0b}"]


def test_a_page_without_body_is_left_alone():
    page = document_fromstring("<html><frameset><frame src='a'></frameset></html>")
    remove_furniture(page)
    assert page.find("frameset") is not None
