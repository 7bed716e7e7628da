import base64

import matplotlib.figure
import pandas as pd
import pytest

from tenor.errors import TenorError
from tenor.show import Page
from tenor.tables import describe


@pytest.fixture
def words():
    table = pd.DataFrame(
        {
            "term": ["dam <b>", "quay", "crane"],
            "frequency": [1234, 5, 2],
            "document_share": [0.5, 0.125, None],
            "is_stop_word": [True, False, False],
        }
    )
    return describe(table, title="Words & more", row="one row is a term", notes=["per 10 words"])


def test_a_table_shows_its_first_rows_and_says_so(words):
    data, about = Page("02").table(words, "word_list", rows=2)._repr_mimebundle_()
    assert data["text/plain"].splitlines() == [
        "Words & more",
        "   term frequency document share is stop word",
        "dam <b>     1,234          50.0%          yes",
        "   quay         5          12.5%             ",
        "2 of 3 rows; one row is a term",
        "per 10 words",
    ]
    assert about == {"tenor": {"kind": "table", "name": "word_list", "csv": "", "n_rows": 3}}


def test_a_table_in_html_is_escaped_and_sorts_by_number(words):
    html = Page("02").table(words, "word_list")._repr_mimebundle_()[0]["text/html"]
    assert "<caption>Words &amp; more</caption>" in html
    assert '<td class="text">dam &lt;b&gt;</td><td data-sort="1234">1,234</td>' in html
    assert html.count("<tr>") == 4
    assert "<td>–</td>" in html


def test_a_table_without_rows_keeps_its_columns(words):
    empty = describe(words.head(0), title="None", row="one row is a term")
    data, _ = Page("02").table(empty, "none")._repr_mimebundle_()
    assert "(no rows)" in data["text/plain"]
    assert "document share" in data["text/html"]


def test_long_texts_are_cut_where_they_are_shown(tmp_path):
    table = pd.DataFrame({"text": ["dam " * 75, "dam " * 76]})
    display = Page("01", tmp_path).table(table, "texts")
    shown = display._repr_mimebundle_()[0]["text/html"]
    assert shown.count("dam") == 75 + 74
    assert "dam …</td>" in shown
    assert display.notes == ["Texts are cut at 300 characters here, not in the table."]
    assert (tmp_path / "tables" / "01_texts.csv").read_text().count("dam") == 151


def test_all_rows_are_written(words, tmp_path):
    display = Page("02", str(tmp_path)).table(words, "word_list", rows=1)
    assert display.file == "tables/02_word_list.csv"
    assert (tmp_path / display.file).read_text() == (
        "term,frequency,document_share,is_stop_word\n"
        "dam <b>,1234,0.5,True\nquay,5,0.125,False\ncrane,2,,False\n"
    )


def test_a_figure_has_its_alternative_text_and_file(tmp_path):
    display = Page("02", str(tmp_path)).figure(matplotlib.figure.Figure((4, 3)), "bars", alt="Two bars.")
    data, about = display._repr_mimebundle_()
    assert data["text/plain"] == "Figure: Two bars."
    assert about["image/png"] == {"alt": "Two bars.", "width": 384}
    assert (tmp_path / "figures" / "02_bars.png").read_bytes() == base64.b64decode(data["image/png"])


def test_a_figure_is_the_same_bytes_each_time():
    first, second = (Page("02").figure(matplotlib.figure.Figure((4, 3)), "f", alt="").png for _ in range(2))
    assert first == second


def test_a_finding_is_marked():
    data, about = Page("02").finding("*dam* leads.")._repr_mimebundle_()
    assert data["text/markdown"] == "*dam* leads."
    assert about == {"tenor": {"kind": "finding"}}


def test_a_folder_that_cannot_be_written_is_named(words, tmp_path):
    (tmp_path / "tables").write_text("a file where the folder should be")
    with pytest.raises(TenorError, match=r"cannot write .*tables.*give output a folder"):
        Page("02", str(tmp_path)).table(words, "word_list")
