import re

import pandas as pd
import pytest

from tenor.annotations import STYLE, page_of, texts_of
from tenor.report.page.markup import clean_html
from tenor.report.page.outputs import render_output
from tenor.show import Page


def stretches(*rows, doc_id="0", title="Wall & gate"):
    """A table of stretches: voice, speaker, role, text."""
    told = pd.DataFrame(rows, columns=["voice", "speaker", "role", "text"])
    table = told.assign(doc_id=doc_id, title=title, source="Courier", published="2031-03-04")
    return table.astype(dict.fromkeys(table.columns, "string"))


@pytest.fixture
def table():
    return stretches(
        ("boilerplate", None, None, "SELLA — "),
        ("narration", None, "speaker", "Orr"),
        ("narration", None, "cue", " said"),
        ("direct", "Ilse Orr", None, "no <b> wall"),
        ("narration", None, None, "\n\nThen "),
        ("indirect", None, None, "rain"),
    )


def test_voices_differ_without_colour_and_lead_to_the_list_of_speakers(table):
    html = texts_of(table)
    assert '<span class="v1">1 Ilse Orr</span>' in html
    assert '<span class="direct v1" title="Ilse Orr, direct">no &lt;b&gt; wall</span><sup>1</sup>' in html
    assert '<span class="indirect" title="nobody named, indirect">rain</span><sup>?</sup>' in html
    assert '<span class="name">Orr</span><span class="cue"> said</span>' in html
    assert "border-bottom: 2px solid" in STYLE
    assert "border-bottom: 2px dashed" in STYLE


def test_what_it_is_stands_above_and_blank_lines_part_paragraphs(table):
    html = texts_of(table)
    assert '<p class="head" dir="auto">Wall &amp; gate · Courier · 4 March 2031</p>' in html
    assert '<p dir="auto">Then <span class="indirect"' in html


def test_the_number_stands_once_behind_words_that_go_on_in_another_voice():
    table = stretches(
        ("indirect", "A", None, "the "), ("direct", "A", None, "tax"), ("direct", "B", None, "no")
    )
    assert re.findall(r"<sup>(.*?)</sup>", texts_of(table)) == ["1", "2"]


def test_a_page_by_itself_holds_all_and_loads_nothing(table):
    html = page_of(table)
    assert html.startswith("<!DOCTYPE html>")
    assert STYLE in html
    assert not re.search(r"src=|href=|<script", html)


def test_a_notebook_shows_the_first_texts_and_the_folder_holds_all(table, tmp_path):
    both = pd.concat([table, stretches(("narration", None, None, "Later."), doc_id="1", title="Next")])
    display = Page("04", tmp_path).annotated(both, "annotated")
    data, about = display._repr_mimebundle_()
    assert "Next" not in data["text/html"]
    assert "Next" in (tmp_path / "texts" / "04_annotated.html").read_text("utf-8")
    assert about["tenor"]["file"] == "texts/04_annotated.html"
    assert data["text/plain"] == "1 of 2 texts"


def test_the_report_keeps_the_marks_and_leads_to_the_page(table, tmp_path):
    data, about = Page("04", tmp_path).annotated(table, "annotated")._repr_mimebundle_()
    output = {"output_type": "display_data", "data": data, "metadata": about}
    html = render_output(output, None, tmp_path)
    assert texts_of(table) in html
    assert '<a href="texts/04_annotated.html">The text with their voices</a>' in html
    assert "<style" not in html


def test_cleaning_changes_nothing(table):
    assert clean_html(texts_of(table)) == texts_of(table)


def test_without_texts_the_page_says_so(table):
    assert "No document holds a quotation." in page_of(table.head(0))
