import os
import re
from html.parser import HTMLParser

import pytest
from browser import find_chromium, open_browser

from tenor.corpus import from_texts
from tenor.errors import TenorError, UserError
from tenor.frequency import concordance
from tenor.frequency.aligned_lines import aligned


class Cells(HTMLParser):
    """The texts of the cells of a page's table, row by row."""

    def __init__(self):
        super().__init__()
        self.rows, self.tags, self.is_open = [], [], True

    def handle_starttag(self, tag, attrs):  # noqa: ARG002
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        self.is_open = self.is_open and tag != "table"

    def handle_data(self, data):
        if self.is_open and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.replace("\n", "")


def read(html):
    cells = Cells()
    cells.feed(html)
    return cells


@pytest.fixture
def lines():
    texts = ["“The <b>port</b> strike\n\ngoes on & on,” she said.", "No port."]
    corpus = from_texts(texts, source=["Ledger & Tide", None], published=["2031-03-04", None])
    return concordance(corpus, "port", context=5)


def test_each_line_is_a_row_of_its_text_escaped_and_drawn_together(lines):
    cells = read(aligned(lines).html)
    assert cells.rows == [
        ["source", "date", "voice", "line"],
        ["Ledger & Tide", "2031-03-04", "narration", "“The <b>port</b> strike goes on & on"],
        ["–", "–", "narration", "No port."],
    ]
    assert "\n\ngoes" in lines["right"].iloc[0]


def test_what_jupyter_shows_is_the_body_of_the_page(lines):
    shown = aligned(lines)
    assert shown._repr_html_() in shown.html
    assert "<html" not in shown._repr_html_()


def test_a_page_asks_for_nothing_and_runs_nothing(lines):
    html = aligned(lines).html
    assert not {"script", "link", "img", "iframe"} & set(read(html).tags)
    assert not re.search(r"https?:|url\(|@import", html)


def test_control_characters_are_drawn_together_too():
    html = aligned(concordance(from_texts(["a\x00\x1b dam\x85 b"]), "dam")).html
    assert read(html).rows[1][-1] == "a dam b"


def test_the_title_is_that_of_the_table_or_another(lines):
    assert "<title>“port” in context</title>" in aligned(lines).html
    page = aligned(lines, title="Port & <strike>").html
    assert "<title>Port &amp; &lt;strike&gt;</title>" in page
    assert "<caption>Port &amp; &lt;strike&gt;</caption>" in page
    assert "All 2 occurrences" in page


def test_no_lines_say_why():
    html = aligned(concordance(from_texts(["A <dam>."]), "dan")).html
    assert read(html).rows == [["source", "date", "voice", "line"]]
    assert "<li>There are no lines.</li><li>“dan” does not occur in the corpus." in html


def test_columns_that_the_table_lacks_are_left_out(lines):
    html = aligned(lines[["published", "left", "node", "right"]]).html
    assert read(html).rows[0] == ["date", "line"]


def test_a_table_of_other_columns_is_refused(lines):
    with pytest.raises(UserError, match="lines lacks left, node; give a table of"):
        aligned(lines[["right", "source"]])


def test_the_page_is_written(lines, tmp_path):
    page = aligned(lines)
    path = page.write(tmp_path / "port.html")
    assert path.read_text("utf-8") == page.html
    with pytest.raises(TenorError, match=r"cannot write .*; give a file to write to"):
        page.write(tmp_path)


LONG = "word " * 60
MEASURE = """[...document.querySelectorAll('.line > div')].map(line => {
  const [left, node, right] = [...line.children].map(part => {
    const range = document.createRange(); range.selectNodeContents(part);
    return [part.getBoundingClientRect(), range.getBoundingClientRect()]; });
  return {middle: Math.round((node[0].left + node[0].right) / 2),
          near: Math.abs(left[1].right - node[1].left),
          far: Math.abs(left[1].left - node[1].right), direction: getComputedStyle(line).direction}; })"""


@pytest.fixture
def browser():
    found = find_chromium()
    if not found and not os.environ.get("CI"):
        pytest.skip("no Chromium here (apt-get install chromium); where CI is set this is a failure")
    assert found, "no Chromium: install Debian's package chromium"
    with open_browser(found) as browser:
        yield browser


@pytest.mark.browser
def test_nodes_stand_under_one_another_in_either_direction(browser, tmp_path):
    texts = [f"{LONG}port {LONG}", "A port here.", "port", "הספינה port בנמל"]
    page = aligned(concordance(from_texts(texts), "port", context=60)).write(tmp_path / "lines.html")
    browser.open(page, width=900)
    placed = browser.run(MEASURE)
    assert browser.run("document.documentElement.scrollWidth") <= 900
    assert browser.complaints() == []
    browser.resize(380, 700)
    assert browser.run("document.documentElement.scrollWidth") <= 380
    assert len({line["middle"] for line in placed}) == 1
    assert [line["direction"] for line in placed] == ["ltr", "ltr", "ltr", "rtl"]
    assert all(line["near"] < 2 for line in placed[:2])
    assert placed[3]["far"] < 2
