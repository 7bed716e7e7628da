"""Outputs of notebook cells to HTML, the richest form that each offers."""

import base64
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbconvert.filters import strip_ansi

from tenor.report.page.markdown import MarkdownPage
from tenor.report.page.markup import clean_html

_PICTURES = ("image/svg+xml", "image/png", "image/jpeg")


def is_finding(output: Mapping[str, Any]) -> bool:
    """Whether an output is one of the report's key findings."""
    return output.get("metadata", {}).get("tenor", {}).get("kind") == "finding"


def render_output(output: Mapping[str, Any], markdown: MarkdownPage, folder: Path) -> Markup:
    """The HTML of one output; `folder` is the report's, to link the files that are there."""
    if output["output_type"] == "stream":
        return _preformatted(output["text"], "stream")
    if output["output_type"] == "error":
        return _preformatted("\n".join(output["traceback"]), "error")
    return _render_data(output["data"], output["metadata"], markdown, folder)


def _render_data(
    data: Mapping[str, Any], metadata: Mapping[str, Any], markdown: MarkdownPage, folder: Path
) -> Markup:
    about = metadata.get("tenor", {})
    picture = next((mime for mime in _PICTURES if mime in data), None)
    if "text/html" in data:
        return clean_html(data["text/html"]) + _link_table(about, folder) + _link_texts(about, folder)
    if picture:
        return _render_picture(picture, data, metadata.get(picture, {}), _link_figure(about, folder))
    if "text/markdown" in data:
        kind = about.get("kind", "prose")
        return Markup('<div class="{}">{}</div>').format(kind, markdown.render(data["text/markdown"]))
    return _preformatted(data.get("text/plain", ""), "plain")


def _preformatted(text: str, kind: str) -> Markup:
    return Markup('<pre class="output {}">{}</pre>').format(kind, strip_ansi(text))


def _link_table(about: Mapping[str, Any], folder: Path) -> Markup:
    file = about.get("csv", "")
    if not file or not (folder / file).is_file():
        return Markup()
    rows = about.get("n_rows")
    label = "Table" if rows is None else f"All {rows:,} rows" if rows != 1 else "The row"
    return Markup('<p class="files"><a href="{}">{} as CSV</a></p>').format(file, label)


def _link_texts(about: Mapping[str, Any], folder: Path) -> Markup:
    file = about.get("file", "")
    if about.get("kind") != "annotated" or not file or not (folder / file).is_file():
        return Markup()
    n = about["n_texts"]
    label = f"All {n:,} texts" if n != 1 else "The text"
    return Markup('<p class="files"><a href="{}">{} with their voices</a></p>').format(file, label)


def _link_figure(about: Mapping[str, Any], folder: Path) -> Markup:
    file = about.get("file", "")
    if not file or not (folder / file).is_file():
        return Markup()
    return Markup('<figcaption class="files"><a href="{}">Figure as PNG</a></figcaption>').format(file)


def _render_picture(mime: str, data: Mapping[str, Any], about: Mapping[str, Any], caption: Markup) -> Markup:
    content = data[mime]
    if mime == "image/svg+xml":
        content = base64.b64encode(content.encode()).decode()
    alt = about.get("alt") or data.get("text/plain", "")
    size = _picture_size(mime, content, about.get("width"))
    return Markup('<figure><img src="data:{};base64,{}" alt="{}"{}>{}</figure>').format(
        mime, content.replace("\n", ""), alt, size, caption
    )


def _picture_size(mime: str, content: str, width: int | None) -> Markup:
    """Width and height as attributes, so that the page does not jump while pictures load."""
    if mime != "image/png":
        return Markup()
    pixels, height = struct.unpack(">II", base64.b64decode(content[:32])[16:24])
    width = width or pixels
    return Markup(' width="{}" height="{}"').format(width, round(height * width / pixels))
