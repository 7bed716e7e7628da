"""The main text of pages, on sites made for tests and on pages that would stop a reader."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import SITES, MadePage, make_page

from tenor.loading.metadata.dates import read_moment
from tenor.loading.outcomes import LeftOutError
from tenor.loading.pages.main_text import Page, read_page

PARAGRAPH = "The harbour minister said on Tuesday that the river treaty would change little on the quays."
STORY = f"<p>{PARAGRAPH}</p>" * 3
TEXT = "\n".join([PARAGRAPH] * 3)
# Sites on which the extractor loses headings within the text.
HEADLESS = {"quarterly", "ledger_print"}
# Sites whose briefs have more around them than can be told from them, and the most that is left of it.
CLUTTERED = {"evening_post": 0.5, "bulletin": 0.35, "saved_register": 0.3, "gazette": 0.25}


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


@cache
def pages_of(site: str) -> list[tuple[MadePage, Page]]:
    """A brief, a middling, a short and a long story of a site, each as made and as read."""
    made = [make_page(site, number) for number in range(4)]
    return [(page, read_page(page.html)) for page in made]


@pytest.mark.parametrize("site", SITES)
def test_every_paragraph_is_a_line_of_the_text(site):
    for page, found in pages_of(site):
        lines = set(map(words, found.text.split("\n")))
        kinds = [block for block in page.story.blocks if block.kind != "heading" or site not in HEADLESS]
        assert [line for block in kinds for line in block.lines if words(line) not in lines] == []


@pytest.mark.parametrize("site", SITES)
def test_little_else_is_in_the_text(site):
    for page, found in pages_of(site):
        story = set(map(words, [*page.body, *page.either]))
        lines = list(map(words, found.text.split("\n")))
        n_other = sum(len(line.split()) for line in lines if line not in story)
        assert n_other / sum(len(line.split()) for line in lines) <= CLUTTERED.get(site, 0.17)
        assert words(page.story.title) not in lines


@pytest.mark.parametrize("site", SITES)
def test_what_each_site_says_of_itself(site):
    for page, (_, fields) in pages_of(site):
        moment = read_moment(fields["published"])
        assert (fields["title"], fields["source"]) == (page.story.title, page.source)
        assert moment.date == page.story.published[:10]
        assert moment.time in ("", page.story.published[11:])
        assert fields["author"] == ", ".join(page.story.authors)


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Treaty signed</title>{head}</head><body>{body}</body></html>"


def test_the_headline_is_no_line_of_the_text():
    assert read_page(page(f"<h2>Treaty signed</h2>{STORY}")).text == TEXT


def test_a_story_that_goes_with_the_furniture_comes_back():
    brief = f'<div class="social">{STORY}</div><div>{"· " * 400}</div>'
    assert read_page(page(brief)).text == TEXT


@pytest.mark.parametrize(
    "markup",
    [
        page(f"<p>{PARAGRAPH}" * 3),
        page(STORY + "</body></html>") + "</div>" * 9,
        page(STORY + "<!-- never closed"),
        page(STORY.replace("treaty", "tre\0aty")),
        page(STORY + "<iframe>A frame</iframe><noscript><p>Turn on scripts.</p></noscript>"),
        page(STORY, '<base href="http://[bad"><link rel="canonical" href="http://[::1">'),
        page(STORY, '<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        "<?xml version='1.0' encoding='utf-16'?>" + page(STORY),
        STORY,
    ],
)
def test_malformed_pages(markup):
    assert read_page(markup).text == TEXT


def test_a_page_whose_text_is_in_its_data_alone():
    story = f'{{"@type": "NewsArticle", "articleBody": "{PARAGRAPH} {PARAGRAPH}"}}'
    body = f"<div id='app'></div><script type='application/ld+json'>{story}</script>"
    assert read_page(page(body)).text == f"{PARAGRAPH} {PARAGRAPH}"


def test_elements_deep_in_each_other():
    assert read_page(page("<div>" * 1000 + STORY)).text == TEXT


@pytest.mark.parametrize("element", ["div", "b", "table", "svg"])
def test_elements_too_deep_to_be_read_whole(element):
    with pytest.raises(LeftOutError, match="deep"):
        read_page(page(STORY + f"<{element}>" * 10_000 + STORY))


def test_a_very_long_page():
    assert read_page(page(STORY * 3000)).text.count(PARAGRAPH) == 9000


def test_a_title_made_to_keep_a_search_busy():
    found = read_page(page(STORY).replace("Treaty signed", "a - " * 2000))
    assert (found.text, len(found.fields["title"])) == (TEXT, 500)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<>",
        "<!-- nothing -->",
        page(""),
        page("<div id='root'></div><script>const text = 'The minister said nothing at all';</script>"),
        "<html><frameset><frame src='a.html'></frameset></html>",
        "<" * 5000,
    ],
)
def test_pages_without_text(markup):
    assert read_page(markup).text == ""


@pytest.mark.parametrize(
    ("note", "address"),
    [
        ("<!-- saved from url=(0030)https://lantern.example/1.html -->", "https://lantern.example/1.html"),
        (
            "<!--\n Page saved\n url: https://lantern.example/2 \n saved date: Tue -->",
            "https://lantern.example/2",
        ),
        ("<!-- nothing -->", None),
    ],
)
def test_where_a_browser_saved_the_page_from(note, address):
    assert read_page(note + page(STORY)).fields.get("url") == address


@given(body=st.text() | st.text("<>/=\"' -!&;#pbdivtale\n\0"))
def test_any_page_can_be_read(body):
    text = read_page(page(body)).text
    assert text == "\n".join(line for line in text.split("\n") if re.search(r"\w", line))
