"""Aligned lines: a concordance as a page, the nodes under one another."""

import re
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from tenor.errors import TenorError, UserError
from tenor.formats import shown_values

_TEXTS = ("left", "node", "right")
_ABOUT = {"source": "source", "published": "date", "voice": "voice"}
# White space, and signs that no page may hold.
_GAP = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
# Colours are those of the page around, so that it is readable on a dark one as well.
_STYLE = """<style>
.tenor-aligned { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 0.875rem; }
.tenor-aligned caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
.tenor-aligned th, .tenor-aligned td { padding: 0.15rem 0.4rem; text-align: start; font-weight: inherit;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: baseline; }
.tenor-aligned tr { break-inside: avoid; border-top: 1px solid #8886; }
.tenor-aligned thead tr { border: 0; }
.tenor-aligned th, .tenor-aligned .about { opacity: 0.75; }
.tenor-aligned col.source { width: 10rem; } .tenor-aligned col.date { width: 6.2rem; }
.tenor-aligned col.voice { width: 5.6rem; } .tenor-aligned th.line { text-align: center; }
.tenor-aligned .line > div { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); }
.tenor-aligned .line span { display: flex; overflow: hidden; white-space: pre; }
.tenor-aligned .left { justify-content: flex-end; }
.tenor-aligned b { white-space: pre; }
.tenor-aligned-notes { font-size: 0.875rem; opacity: 0.75; }
@media (max-width: 48rem) {
  .tenor-aligned thead, .tenor-aligned col { display: none; }
  .tenor-aligned tr { display: block; padding: 0.25rem 0; }
  .tenor-aligned td { display: inline-block; padding: 0 0.4rem 0 0; }
  .tenor-aligned td.line { display: block; }
}
@media print { .tenor-aligned { font-size: 7.5pt; } .tenor-aligned thead { display: table-header-group; } }
</style>"""
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 1rem; font-family: system-ui, sans-serif; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


class Aligned:
    """A concordance with the nodes under one another. `html` is a page of its own."""

    def __init__(self, title: str, fragment: str):
        self.title = title
        self._fragment = fragment

    def _repr_html_(self) -> str:
        return self._fragment

    @property
    def html(self) -> str:
        """A whole page, without scripts and without anything from elsewhere."""
        return _PAGE.format(title=escape(self.title), body=self._fragment)

    def write(self, path: str | Path) -> Path:
        """Write the page and return its path.

        Raises
        ------
        TenorError
            If the file cannot be written.
        """
        path = Path(path)
        try:
            path.write_text(self.html, "utf-8", newline="\n")
        except OSError as error:
            raise TenorError(f"cannot write {path}: {error.strerror}; give a file to write to") from error
        return path


def aligned(lines: pd.DataFrame, *, title: str | None = None) -> Aligned:
    """Lay out the lines of a concordance so that the nodes stand under one another.

    `lines` is a table of `concordance` or `evidence`, whole or some of its rows. Each line shows its text,
    cut off where the page ends, and in front of it `source`, `published` and `voice`, of those that the table
    has. White space is drawn together in what is shown, not in the table. A text that runs from right to left
    is laid out so. Without lines, the notes of the table say why. `title` is that of the table where it is
    not given.

    Jupyter shows the result; its `write` makes a page of its own, which opens offline and prints.

    Raises
    ------
    UserError
        If `lines` has no `left`, `node` and `right`.

    >>> from tenor.corpus import from_texts
    >>> from tenor.frequency import concordance
    >>> lines = concordance(from_texts(["The dam holds.", "A dam."]), "dam")
    >>> aligned(lines).html.count("<b>dam</b>")
    2
    """
    missing = [name for name in _TEXTS if name not in lines]
    if missing:
        raise UserError(
            f"lines lacks {', '.join(missing)}; give a table of tenor.frequency.concordance or evidence"
        )
    title = lines.attrs.get("title", "") if title is None else title
    notes = "".join(f"<li>{escape(note)}</li>" for note in _notes(lines))
    return Aligned(title, f'{_STYLE}\n{_table(lines, title)}\n<ul class="tenor-aligned-notes">{notes}</ul>')


def _notes(lines: pd.DataFrame) -> list[str]:
    return [*([] if len(lines) else ["There are no lines."]), *lines.attrs.get("notes", ())]


def _table(lines: pd.DataFrame, title: str) -> str:
    about = {name: label for name, label in _ABOUT.items() if name in lines}
    labels = [*about.values(), "line"]
    columns = "".join(f'<col class="{label}">' for label in labels)
    head = "".join(f'<th scope="col" class="{label}">{label}</th>' for label in labels)
    cells = [_about_cells(lines[name]) for name in about]
    rows = zip(*cells, _line_cells(lines), strict=True)
    body = "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return (
        f'<table class="tenor-aligned"><caption>{escape(title)}</caption><colgroup>{columns}</colgroup>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
    )


def _about_cells(column: pd.Series) -> list[str]:
    shown = [escape(_draw_together(value)) for value in shown_values(column)]
    return [f'<td class="about" dir="auto" title="{value}">{value}</td>' for value in shown]


def _line_cells(lines: pd.DataFrame) -> list[str]:
    texts = zip(*(lines[name] for name in _TEXTS), strict=True)
    return [_line_cell(*(escape(_draw_together(text)) for text in row)) for row in texts]


def _line_cell(left: str, node: str, right: str) -> str:
    parts = f'<span class="left">{left}</span><b>{node}</b><span>{right}</span>'
    return f'<td class="line"><div dir="auto">{parts}</div></td>'


def _draw_together(text: Any) -> str:
    return _GAP.sub(" ", str(text))
