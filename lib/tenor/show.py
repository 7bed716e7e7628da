"""How notebooks show tables, figures and findings, and keep them as files of a report.

Each display is an object that Jupyter renders; its output metadata under "tenor" says what it is, so that the
report's page can tell a finding from a figure.
"""

import base64
import io
from html import escape
from pathlib import Path
from textwrap import shorten
from typing import Any

import pandas as pd

from tenor.annotations import STYLE, page_of, texts_of
from tenor.corpus import Corpus
from tenor.errors import TenorError
from tenor.formats import (
    MISSING,
    bounded_column,
    column_label,
    is_text_column,
    shown_values,
    sort_key,
    without_markup,
)
from tenor.tables import describe
from tenor.versions import versions

# Longer texts in a table's cells are cut where it is shown.
_LONGEST = 300
_STYLE = (
    "<style>.tenor-table td,.tenor-table th{text-align:right;vertical-align:top}"
    ".tenor-table .text{text-align:left}.tenor-table .node{text-align:center;font-weight:bold}"
    ".tenor-table caption{text-align:left;font-weight:bold}</style>"
)


class Page:
    """What one notebook shows. `number` begins its files' names; `output` is their folder, "" for none."""

    def __init__(self, number: str, output: str = ""):
        self.number = number
        self.output = Path(output) if output else None

    def table(
        self, table: pd.DataFrame, name: str, *, rows: int = 20, full: pd.DataFrame | None = None
    ) -> "TableDisplay":
        """Show the first `rows` rows of `table` with its title and footnotes; write all of it as CSV, or
        `full`, where `table` is an extract made for showing."""
        written = table if full is None else full
        file = self._write("tables", f"{name}.csv", written.to_csv(index=False, lineterminator="\n").encode())
        return TableDisplay(table, name, rows, file, len(written))

    def figure(self, figure: Any, name: str, *, alt: str) -> "FigureDisplay":
        """Show a matplotlib figure, described by `alt` for those who cannot see it; write it as PNG."""
        png = _draw(figure)
        file = self._write("figures", f"{name}.png", png)
        width = round(figure.get_figwidth() * 96)
        return FigureDisplay(png, name, without_markup(alt), width, file)

    def annotated(self, table: pd.DataFrame, name: str, *, documents: int = 1) -> "AnnotatedDisplay":
        """Show the first `documents` texts of a table of `tenor.voices.annotate` with their voices marked;
        write all of them as a page by itself."""
        file = self._write("texts", f"{name}.html", page_of(table).encode())
        return AnnotatedDisplay(table, name, documents, file)

    def finding(self, text: str) -> "TextDisplay":
        """Show a computed sentence; the report's page repeats it at the top."""
        return TextDisplay(text, "finding")

    def note(self, text: str) -> "TextDisplay":
        """Show a computed sentence in its place only."""
        return TextDisplay(text, "note")

    def run_details(self, corpus: Corpus) -> "TableDisplay":
        """Show the versions that this ran with, and the fingerprint of the corpus' inputs."""
        facts = {**versions(), "fingerprint of the inputs": corpus.manifest.get("fingerprint", MISSING)}
        table = pd.DataFrame({"what": list(facts), "value": list(facts.values())})
        return self.table(describe(table, title="Run details", row="one row is a version"), "run_details")

    def _write(self, kind: str, name: str, content: bytes) -> str:
        """Write a file of the report; return its path inside the report, "" if none is written."""
        if self.output is None:
            return ""
        path = self.output / kind / f"{self.number}_{name}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise TenorError(
                f"cannot write {path}: {error.strerror}; give output a folder to write to"
            ) from error
        return path.relative_to(self.output).as_posix()


def _draw(figure: Any) -> bytes:
    """The figure as PNG with a palette: a third of the size, in notebooks and reports that hold many."""
    from PIL import Image

    drawn, small = io.BytesIO(), io.BytesIO()
    figure.savefig(drawn, format="png", dpi=144)
    Image.open(drawn).convert("RGB").quantize(96, method=Image.Quantize.MEDIANCUT).save(
        small, "png", optimize=True
    )
    return small.getvalue()


class TableDisplay:
    """The first rows of a table, with what they are and what was left out."""

    def __init__(self, table: pd.DataFrame, name: str, rows: int, file: str, n_written: int):
        self.shown = table.head(rows)
        self.n_written = n_written
        self.name = name
        self.file = file
        self.title = table.attrs.get("title", "")
        whole = {name: self._values(name) for name in self.shown}
        self._texts = {name: [_cut(text) for text in texts] for name, texts in whole.items()}
        cuts = f"Texts are cut at {_LONGEST} characters here, not in the table." * (self._texts != whole)
        self.notes = [note for note in (self._extent(table), *table.attrs.get("notes", ()), cuts) if note]

    def _extent(self, table: pd.DataFrame) -> str:
        row = table.attrs.get("row", "")
        extent = f"{len(self.shown):,} of {len(table):,} rows" if len(self.shown) < len(table) else ""
        return "; ".join(part for part in (extent, row) if part)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict, dict]:
        about = {"kind": "table", "name": self.name, "csv": self.file, "n_rows": self.n_written}
        return {"text/html": self._html(), "text/plain": self._plain()}, {"tenor": about}

    def _plain(self) -> str:
        columns = {column_label(name): texts for name, texts in self._texts.items()}
        body = pd.DataFrame(columns).to_string(index=False) if len(self.shown) else "(no rows)"
        return "\n".join([self.title, body, *self.notes])

    def _values(self, name: str) -> list[str]:
        return shown_values(self.shown[name].rename(bounded_column(name, self.shown)))

    def _html(self) -> str:
        kinds = {name: _cell_class(self.shown[name]) for name in self.shown}
        head = "".join(
            f'<th scope="col"{kinds[name]} data-column="{escape(name)}">{escape(column_label(name))}</th>'
            for name in self.shown
        )
        columns = [_cells(self.shown[name], self._texts[name], kinds[name]) for name in self.shown]
        body = "\n".join(f"<tr>{''.join(row)}</tr>" for row in zip(*columns, strict=True))
        notes = "".join(f"<li>{escape(note)}</li>" for note in self.notes)
        return (
            f'{_STYLE}<table class="tenor-table"><caption>{escape(self.title)}</caption>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>\n"
            f'<ul class="tenor-notes">{notes}</ul>'
        )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else shorten(text, _LONGEST, placeholder=" …")


def _cell_class(column: pd.Series) -> str:
    if column.name == "node":
        return ' class="node"'
    return ' class="text"' if is_text_column(column) and column.name != "left" else ""


def _cells(column: pd.Series, texts: list[str], kind: str) -> list[str]:
    return [
        f"<td{kind}{_sort_attribute(value)}>{escape(text)}</td>"
        for value, text in zip(column, texts, strict=True)
    ]


def _sort_attribute(value: Any) -> str:
    key = sort_key(value)
    return f' data-sort="{key}"' if key else ""


class FigureDisplay:
    """A figure as PNG, with its alternative text."""

    def __init__(self, png: bytes, name: str, alt: str, width: int, file: str):
        self.png, self.name, self.alt, self.width, self.file = png, name, alt, width, file

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict, dict]:
        data = {"image/png": base64.b64encode(self.png).decode(), "text/plain": f"Figure: {self.alt}"}
        about = {"kind": "figure", "name": self.name, "file": self.file}
        return data, {"image/png": {"alt": self.alt, "width": self.width}, "tenor": about}


class AnnotatedDisplay:
    """The first texts of some, with their voices marked."""

    def __init__(self, table: pd.DataFrame, name: str, documents: int, file: str):
        ids = table["doc_id"].unique()
        self.shown = table[table["doc_id"].isin(ids[:documents])]
        self.n_texts, self.name, self.file = len(ids), name, file
        extent = f"{min(documents, len(ids)):,} of {len(ids):,} texts"
        self.notes = [extent, *table.attrs.get("notes", ())]

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict, dict]:
        about = {"kind": "annotated", "name": self.name, "file": self.file, "n_texts": self.n_texts}
        notes = "".join(f"<li>{escape(note)}</li>" for note in self.notes)
        html = f'<style>{STYLE}</style>{texts_of(self.shown)}\n<ul class="tenor-notes">{notes}</ul>'
        return {"text/html": html, "text/plain": "\n".join(self.notes)}, {"tenor": about}


class TextDisplay:
    """A computed sentence, or a few; `kind` is "finding" or "note"."""

    def __init__(self, text: str, kind: str):
        self.text, self.kind = text, kind

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict, dict]:
        return {"text/markdown": self.text, "text/plain": self.text}, {"tenor": {"kind": self.kind}}
