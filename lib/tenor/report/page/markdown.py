"""Markdown of a notebook to HTML, its headings fitted into the page."""

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from nbconvert.filters.markdown_mistune import BlockParser as PlainBlockParser
from nbconvert.filters.markdown_mistune import InlineParser, IPythonRenderer, MarkdownWithMath

from tenor.report.page.markup import SCROLL

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heading:
    """A heading of a section: its level on the page, its anchor and its HTML."""

    level: int
    anchor: str
    html: Markup


class MarkdownPage:
    """Renders one notebook's Markdown cells in turn and remembers their headings.

    The notebook's first "# " becomes `title`; those below it start at level 3 and never skip one. HTML in
    the Markdown is shown as text, and pictures by their description, so that the page asks for nothing.
    Dollar signs are money here, not mathematics.
    """

    def __init__(self, anchor: str):
        self.anchor = anchor
        self.title = Markup()
        self.headings: list[Heading] = []
        self._markdown = MarkdownWithMath(
            _Renderer(self), block=PlainBlockParser(), inline=InlineParser(hard_wrap=False)
        )

    def render(self, source: str) -> Markup:
        """The HTML of one cell."""
        return Markup(self._markdown.render(source))

    def add_heading(self, html: str, level: int) -> str:
        """Take in a heading of Markdown level `level`; return what stands in its place."""
        if level == 1 and not self.title:
            self.title = Markup(html)
            return ""
        above = self.headings[-1].level if self.headings else 2
        level = min(max(level + 1, 3), above + 1, 6)
        heading = Heading(level, self._new_anchor(html), Markup(html))
        self.headings.append(heading)
        return f'<h{level} id="{heading.anchor}">{html}</h{level}>\n'

    def _new_anchor(self, html: str) -> str:
        words = re.findall(r"\w+", _TAG.sub("", html).lower(), re.ASCII)[:6]
        base = "-".join([self.anchor, *words])
        taken = {heading.anchor for heading in self.headings} | {self.anchor}
        anchor, number = base, 1
        while anchor in taken:
            number += 1
            anchor = f"{base}-{number}"
        return anchor


class _Renderer(IPythonRenderer):
    def __init__(self, page: MarkdownPage):
        super().__init__(escape=True, allow_harmful_protocols=False)
        self._page = page

    def heading(self, text: str, level: int, **_: Any) -> str:
        return self._page.add_heading(text, level)

    def image(self, text: str, url: str, title: str | None = None) -> str:  # noqa: ARG002
        return f"<em>[{text}]</em>"

    def table(self, text: str) -> str:
        return f"{SCROLL}<table>\n{text}</table></div>\n"
