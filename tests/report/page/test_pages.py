import itertools
import re
from html.parser import HTMLParser

import pytest
from projects import code, text

from tenor.report.page import render_page
from tenor.report.page.pages import list_files, list_settings

RECORD = {
    "report": "harbour",
    "title": "Strike & <dam>",
    "started": "2031-05-31T18:02:00+00:00",
    "input": {
        "corpus": "data/raw/harbour",
        "fingerprint": "9d5ed678",
        "loaded": 60,
        "left_out": 2,
        "changed": 3,
        "documents": 48,
        "words": 15300,
        "sources": {"Courier": 30, "Lantern": 18},
        "first": "2031-03-04",
        "last": "2031-05",
        "undated": 1,
    },
    "parameters": {
        "01_loading": {"corpus": "data/raw/harbour", "top_n": 20, "output": ""},
        "02_frequency": {"corpus": "data/raw/harbour", "top_n": 25, "output": ""},
    },
    "set_by_recipe": ["corpus"],
    "versions": {"tenor": "0.1.0", "python": "3.11.7"},
    "steps": [],
}
FINDING = {
    "output_type": "display_data",
    "data": {"text/markdown": "**60 of 62** loaded"},
    "metadata": {"tenor": {"kind": "finding"}},
}


def notebook(*cells):
    return {"cells": list(cells)}


class Outline(HTMLParser):
    """Headings, ids, links and addresses of a page."""

    def __init__(self, page):
        super().__init__()
        self.levels, self.ids, self.links, self.loaded = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if tag == "a" and "href" in attrs else []
        self.loaded += [attrs[name] for name in ("src", "srcset", "data") if name in attrs]
        self.loaded += [attrs["href"]] if tag == "link" else []


@pytest.fixture
def page(tmp_path):
    finding = {**code("page.finding(...)"), "outputs": [FINDING]}
    notebooks = {
        "01_loading": notebook(
            text("# What is here?"), code("import tenor"), text("## All loaded?"), finding
        ),
        "02_frequency": notebook(text("# Words"), text("### Deep"), code("'</script><script>x()</script>'")),
    }
    return render_page(RECORD, notebooks, folder=tmp_path)


def test_title_and_corpus_are_told(page):
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    assert "<h1>Strike &amp; &lt;dam&gt;</h1>" in page
    assert "Report on 48 documents from 2 sources" in words
    assert "Courier (30), Lantern (18)" in words
    assert "Of 62 texts found in data/raw/harbour, 60 were loaded and 2 left out." in words
    assert "The ledger notes 3 changes made on loading." in words
    assert "The settings keep 48 of the loaded ones" in words
    assert "4 March 2031 to May 2031" in words
    assert "1 document has no date" in words


def test_headings_are_in_order_with_one_at_the_top(page):
    levels = Outline(page).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_ids_are_unique_and_every_link_within_the_page_arrives(page):
    outline = Outline(page)
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)


def test_the_page_loads_nothing(page):
    assert all(address.startswith("data:") for address in Outline(page).loaded)
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(", page)


def test_key_findings_link_to_where_they_stand(page):
    top = page[page.index('id="findings"') : page.index('class="notebook"')]
    assert "<strong>60 of 62</strong> loaded" in top
    assert '<a href="#section-1-all-loaded">All loaded?</a>' in top


def test_without_findings_there_is_no_list_of_them(tmp_path):
    page = render_page(RECORD, {"01_loading": notebook(text("# A"))}, folder=tmp_path)
    assert 'id="findings"' not in page


def test_code_is_there_escaped_and_marked_as_code(page):
    assert page.count("<script") == 1
    assert page.count('<div class="code">') == 3


def test_what_speaks_of_the_notebook_itself_is_left_out(tmp_path):
    cells = [text("# A"), text("## Details"), {**code("1"), "outputs": [FINDING]}]
    for cell in cells[1:]:
        cell["metadata"]["tags"] = ["notebook-only"]
    page = render_page(RECORD, {"01_loading": notebook(*cells)}, folder=tmp_path)
    assert "Details" not in page
    assert "60 of 62" not in page


def test_a_corpus_without_dates_and_sources_is_told_too(tmp_path):
    bare = {**RECORD["input"], "sources": {}, "first": None, "last": None, "undated": 48}
    page = render_page({**RECORD, "input": bare}, {}, folder=tmp_path)
    assert "48 documents have no date" in page


def test_settings_are_listed_once_for_each_value():
    rows = list_settings(RECORD["parameters"], ["corpus"])
    assert [(row["name"], row["value"], row["notebooks"], row["given"]) for row in rows] == [
        ("corpus", "data/raw/harbour", [1, 2], True),
        ("top_n", 20, [1], False),
        ("top_n", 25, [2], False),
    ]


def test_files_beside_the_page_are_listed(tmp_path):
    for name in ("tables/02_b.csv", "tables/02_a.csv", "figures/01_a.png", "texts/04_a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list_files(tmp_path, {"01_loading": {}}) == {
        "Notebooks": ["notebooks/01_loading.ipynb"],
        "Tables": ["tables/02_a.csv", "tables/02_b.csv"],
        "Figures": ["figures/01_a.png"],
        "Texts": ["texts/04_a.html"],
        "Record of the run": ["run.json"],
    }
