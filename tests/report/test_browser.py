"""A report's page as a reader has it: in a browser, which complains of what it finds wrong."""

import os
import re

import pytest
from browser import find_chromium, open_browser
from projects import make_project, text, write_recipe_file

from tenor.report.recipes import read_recipe
from tenor.report.runner import run_report

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHOW = """import pandas as pd
from tenor import figures, show
from tenor.tables import describe
page = show.Page("02", output)
words = describe(
    pd.DataFrame({
        "term": ["dam", "Harbour", "<script>x()</script>", "pact"],
        "frequency": [1200, 90, 1000, None],
        "share": [0.5, 0.25, 0.125, None],
    }),
    title="Words",
    row="one row is a term",
)
page.table(words, "words")"""
FIGURE = """import matplotlib.pyplot as plt
figure, axes = plt.subplots()
plt.close(figure)
page.figure(figure, "dams", alt="Dams by week")"""
WIDE = """from IPython.display import HTML
columns = "<th>column</th>" * 40
HTML(f"<table><thead><tr>{columns}</tr></thead></table><script>x()</script><img src='//a'>")"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The page of a small report with tables, a figure and text that tries to act."""
    project = tmp_path_factory.mktemp("project")
    cells = [
        text("## Which words?\n\n<script>x()</script> ![](https://example.org/a.png) " + "word " * 60),
        SHOW,
        FIGURE,
        'page.finding("*dam* leads <img src=x onerror=x()>")',
        WIDE,
        "print('long ' * 40)",
    ]
    make_project(project, {"02_frequency": cells})
    recipe = write_recipe_file(project, "title: 'A <b>harbour</b> report'")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TENOR_ROOT", str(project))
        return run_report(read_recipe(recipe))


@pytest.fixture(scope="module")
def chromium():
    found = find_chromium()
    if not found and not os.environ.get("CI"):
        pytest.skip("no Chromium here (apt-get install chromium); where CI is set this is a failure")
    assert found, "no Chromium: install Debian's package chromium"
    return found


@pytest.fixture
def browser(chromium, page):
    with open_browser(chromium) as browser:
        browser.open(page)
        yield browser


def column(browser, number):
    """The texts of a column of the table of words, in the order in which they stand."""
    rows = "[...document.querySelector('.tenor-table').tBodies[0].rows]"
    return browser.run(f"{rows}.map(row => row.cells[{number}].textContent)")


def test_nothing_is_complained_of_and_nothing_asked_for(browser, page):
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]


def test_every_image_is_there(browser):
    images = browser.run("[...document.images].map(i => [i.complete, i.naturalWidth > 0, i.alt])")
    assert images == [[True, True, "Dams by week"]]


def test_text_of_articles_is_text(browser):
    assert browser.run("document.title") == "A <b>harbour</b> report"
    assert (
        browser.run("document.querySelector('.finding').textContent.trim()")
        == "dam leads <img src=x onerror=x()>"
    )
    assert browser.run("document.scripts.length") == 1


def test_headers_sort_by_number_and_by_word_and_back(browser):
    def click(number):
        browser.run(f"document.querySelectorAll('.tenor-table th button')[{number}].click()")

    def sorted_by():
        headers = "[...document.querySelectorAll('.tenor-table th')]"
        return browser.run(f"{headers}.map(header => header.getAttribute('aria-sort'))")

    shown = column(browser, 1)
    assert sorted_by() == [None, None, None]
    click(1)
    assert column(browser, 2) == ["50.0%", "12.5%", "25.0%", "–"]
    assert sorted_by() == [None, "descending", None]
    click(1)
    assert column(browser, 2) == ["25.0%", "12.5%", "50.0%", "–"]
    assert sorted_by() == [None, "ascending", None]
    click(1)
    assert column(browser, 1) == shown
    assert sorted_by() == [None, None, None]
    click(0)
    assert column(browser, 0) == ["<script>x()</script>", "dam", "Harbour", "pact"]


def test_headers_sort_from_the_keyboard(browser):
    browser.run("document.querySelector('.tenor-table th button').focus()")
    browser.press("Enter", "Enter", "\r")
    assert browser.run("document.querySelector('.tenor-table th').getAttribute('aria-sort')") == "ascending"


def test_one_switch_shows_all_code(browser):
    hidden = "[...document.querySelectorAll('.code')].map(c => getComputedStyle(c).display === 'none')"
    assert set(browser.run(hidden)) == {True}
    browser.run("document.querySelector('#show-code').focus()")
    browser.press(" ", "Space", " ")
    assert set(browser.run(hidden)) == {False}
    browser.press(" ", "Space", " ")
    assert set(browser.run(hidden)) == {True}


def test_the_first_tab_skips_to_the_report(browser):
    browser.press("Tab", "Tab")
    assert browser.run("document.activeElement.hash") == "#report"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_itself_never_scrolls_sideways(browser, width):
    browser.resize(width, 800)
    browser.run("document.querySelector('#show-code').click()")
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run(
        "[...document.querySelectorAll('.scroll')].some(box => box.scrollWidth > box.clientWidth)"
    )


def test_lines_of_prose_keep_their_measure(browser):
    characters = browser.run("""(() => {
        const paragraph = [...document.querySelectorAll('main p')].find(p => p.textContent.length > 300);
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
        return paragraph.textContent.length / lines;
    })()""")
    assert 45 < characters < 90


def test_text_stands_out_from_what_is_behind_it(browser):
    ratios = browser.run(CONTRAST)
    assert ratios
    assert [entry for entry in ratios if entry[1] < 4.5] == []


def test_paper_has_no_switch_and_nothing_that_sticks(browser):
    browser.send("Emulation.setEmulatedMedia", media="print")
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert browser.run(style.format(".switch", "display")) == "none"
    assert browser.run(style.format(".side", "position")) == "static"
    assert browser.run(style.format(".scroll", "overflowX")) == "visible"
    assert re.fullmatch(
        "none|normal", browser.run("getComputedStyle(document.querySelector('a'), '::after').content")
    )


# Each colour of text that the page uses with its ratio to what is behind it.
CONTRAST = """(() => {
    const parse = (text) => text.match(/[\\d.]+/g).map(Number);
    const light = (rgb) => rgb.slice(0, 3).map((value) => value / 255)
        .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = parse(getComputedStyle(at).backgroundColor);
            if (colour[3] !== 0) return colour;
        }
    };
    document.querySelector('#show-code').click();
    const found = new Map();
    for (const element of document.querySelectorAll('body *')) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const pair = [light(parse(style.color)), light(behind(element))].sort((a, b) => b - a);
        found.set(style.color + element.className, (pair[0] + 0.05) / (pair[1] + 0.05));
    }
    return [...found];
})()"""
