"""A notebook as a section of the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbconvert.filters import Highlight2HTML

from tenor.report.page.markdown import Heading, MarkdownPage
from tenor.report.page.outputs import is_finding, render_output

# Cells with this tag speak of the notebook itself, and are left out of the page.
NOTEBOOK_ONLY = "notebook-only"


@dataclass(frozen=True)
class Finding:
    """A key finding, and the heading under which it stands."""

    html: Markup
    anchor: str
    place: Markup


@dataclass(frozen=True)
class Section:
    """One notebook on the page."""

    anchor: str
    title: Markup
    number: int
    blocks: list[Markup]
    headings: list[Heading]
    findings: list[Finding]


def make_section(name: str, notebook: Mapping[str, Any], number: int, folder: Path) -> Section:
    """Turn the executed notebook `name`, the `number`th of the report in `folder`, into a section."""
    anchor = f"section-{number}"
    markdown = MarkdownPage(anchor)
    findings: list[Finding] = []
    blocks = list(_make_blocks(notebook["cells"], markdown, findings, folder))
    return Section(anchor, markdown.title or Markup.escape(name), number, blocks, markdown.headings, findings)


def _make_blocks(
    cells: list[Mapping[str, Any]], markdown: MarkdownPage, findings: list[Finding], folder: Path
) -> Iterator[Markup]:
    highlight = Highlight2HTML(pygments_lexer="python")
    for cell in cells:
        if NOTEBOOK_ONLY in cell["metadata"].get("tags", ()):
            continue
        if cell["cell_type"] == "markdown":
            yield markdown.render(cell["source"])
        elif cell["cell_type"] == "code":
            if cell["source"].strip():
                yield Markup('<div class="code">{}</div>').format(Markup(highlight(cell["source"])))
            for output in cell["outputs"]:
                html = render_output(output, markdown, folder)
                if is_finding(output):
                    findings.append(_make_finding(html, markdown))
                yield html


def _make_finding(html: Markup, markdown: MarkdownPage) -> Finding:
    if markdown.headings:
        return Finding(html, markdown.headings[-1].anchor, markdown.headings[-1].html)
    return Finding(html, markdown.anchor, markdown.title)
