"""Markdown: one file, one document, its metadata in YAML at its head."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, LeftOutError, ledger_row
from tenor.loading.readers.front_matter import split_front_matter
from tenor.loading.readers.records import as_text, flatten
from tenor.loading.readers.texts import read_text
from tenor.loading.texts.markup import plain_text

# Files that tell of their folder, if they have no metadata: "README.md", "readme.de.md", "LICENSE-code.md".
_ABOUT_FOLDER = re.compile(
    r"(?:(?i:readme)|LICEN[CS]E|CHANGELOG|CONTRIBUTING)(?![a-z])|(?i:licen[cs]e|changelog|contributing)\."
)
_NO_LETTERS = re.compile(r"[\W_]+")
_HEADLINE = re.compile(r"(?:\s|(?><!--.*?-->)|<p><img [^>]*></p>)*+<h1>(.*?)</h1>", re.DOTALL)


class _Story(NamedTuple):
    """The headline that opens a text, "" if none does; and the text behind it."""

    headline: str
    text: str


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document that the file is: its text as a reader sees it, without marks, links' targets and
    pictures.

    Paragraphs, headings and items of lists stand on lines of their own. A heading of the first level that
    opens the text is the title, and no part of the text unless the metadata name another title. Objects
    inside the metadata become fields with dotted names, as in JSON. Files such as README.md are no documents,
    unless they have metadata.
    """
    text, encoding, guessed = read_text(file.read())
    if "\0" in text:
        raise LeftOutError("not text")
    record, body, fault = split_front_matter(text)
    if not record and _ABOUT_FOLDER.match(file.path.rpartition("/")[2]):
        yield ledger_row(file.path, None, "not an article", "files about their folder: 1")
        return
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    if fault:
        yield ledger_row(file.path, None, "broken front matter", fault)
    fields = _fields(record, columns)
    headline, text = _read_story(body, fields.get("title", ""))
    if headline:
        fields.setdefault("title", headline)
    yield Document(file.path, None, text, encoding, fields)


def _fields(record: dict, columns: Columns) -> dict[str, str]:
    """The metadata under our names; what goes by a name of the text is not the text."""
    flat = {name: value for name, value in flatten(record).items() if value is not None}
    names = columns.rename(tuple(flat))
    values = {name: as_text(value) for name, value in zip(names, flat.values(), strict=True)}
    return {"text_given" if name == "text" else name: value for name, value in values.items()}


def _read_story(markdown: str, title: str) -> _Story:
    page = _renderer()(markdown)
    match = _HEADLINE.match(page)
    headline = " ".join(plain_text(f"<p>{match[1]}</p>").split()) if match else ""
    if headline and (not title or _letters(title) == _letters(headline)):
        return _Story(headline, plain_text(page[match.end() :]))
    return _Story("", plain_text(page))


def _letters(title: str) -> str:
    return _NO_LETTERS.sub("", title).casefold()


@cache
def _renderer():
    """What makes HTML of Markdown, with tables and notes, whose marks in the text are left out."""
    import mistune

    render = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "footnotes"])
    render.renderer.register("footnote_ref", lambda *_, **__: "")
    render.renderer.register("footnote_item", lambda _, text, **__: f"<li>{text}</li>")
    return render
