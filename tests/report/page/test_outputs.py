import base64
import io

import pytest
from matplotlib.figure import Figure

from tenor.report.page.markdown import MarkdownPage
from tenor.report.page.outputs import is_finding, render_output


def display(data, **metadata):
    return {"output_type": "display_data", "data": data, "metadata": metadata}


@pytest.fixture
def render(tmp_path):
    return lambda output: str(render_output(output, MarkdownPage("s"), tmp_path))


@pytest.fixture
def picture():
    buffer = io.BytesIO()
    Figure(figsize=(4, 2)).savefig(buffer, format="png", dpi=50)
    return base64.b64encode(buffer.getvalue()).decode()


def test_tables_link_the_csv_that_is_there(render, tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "02_words.csv").write_text("term\n")
    about = {"kind": "table", "csv": "tables/02_words.csv", "n_rows": 4112}
    html = render(display({"text/html": "<table></table>", "text/plain": "x"}, tenor=about))
    assert '<a href="tables/02_words.csv">All 4,112 rows as CSV</a>' in html
    gone = {**about, "csv": "tables/gone.csv"}
    assert "href" not in render(display({"text/html": "<table></table>"}, tenor=gone))


def test_figures_are_inside_the_page_with_their_alternative_text(render, picture):
    html = render(display({"image/png": picture, "text/plain": "p"}, **{"image/png": {"alt": 'A "dam" < b'}}))
    assert f'src="data:image/png;base64,{picture}"' in html
    assert 'alt="A &#34;dam&#34; &lt; b" width="200" height="100"' in html


def test_a_width_that_is_given_keeps_the_proportions(render, picture):
    html = render(display({"image/png": picture}, **{"image/png": {"alt": "a", "width": 100}}))
    assert 'width="100" height="50"' in html


def test_a_figure_without_alternative_text_is_described_by_its_plain_text(render, picture):
    assert 'alt="Figure of dams"' in render(display({"image/png": picture, "text/plain": "Figure of dams"}))


def test_svg_is_a_picture_and_cannot_act(render):
    html = render(display({"image/svg+xml": "<svg onload='x()'/>", "text/plain": "drawing"}))
    assert html.startswith('<figure><img src="data:image/svg+xml;base64,')


def test_findings_and_prose_are_told_apart(render):
    finding = display({"text/markdown": "*dam* leads"}, tenor={"kind": "finding"})
    prose = display({"text/markdown": "*dam* leads"})
    assert (is_finding(finding), is_finding(prose)) == (True, False)
    assert render(finding) == '<div class="finding"><p><em>dam</em> leads</p>\n</div>'
    assert render(prose).startswith('<div class="prose">')


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "stream", "name": "stdout", "text": "\x1b[31m<b>red</b>\x1b[0m"},
        {"output_type": "error", "ename": "E", "evalue": "", "traceback": ["\x1b[31m<b>red</b>\x1b[0m"]},
        display({"text/plain": "<b>red</b>", "application/x-widget": {}}),
    ],
    ids=["stream", "error", "plain"],
)
def test_plain_text_is_escaped_and_without_colours(render, output):
    assert "&lt;b&gt;red&lt;/b&gt;</pre>" in render(output)
    assert "\x1b" not in render(output)
