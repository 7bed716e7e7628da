"""Word documents (.docx): one file, one document."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, LeftOutError, ledger_row
from tenor.loading.readers.docx_package import Package, name_of, value_of
from tenor.loading.readers.docx_text import Paragraph, lay_out, read_blocks
from tenor.loading.readers.properties import describe

_NOTES = ("footnote", "endnote")
_TITLES = ("title", "heading 1")


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document that the file is: its paragraphs, lists and tables in order, footnotes and endnotes last.

    Items of lists and rows of tables stand on lines of their own. A first paragraph in the style of a title
    or of a heading of the first level is the title, and no part of the text; else the title is that of the
    file's properties. Heads and feet of pages, comments, hidden text and what was deleted while changes were
    tracked are left out, and what was inserted is read.
    """
    from lxml.etree import XMLSyntaxError

    try:
        yield _document(file.path, Package(file.read(), limits))
    except (zipfile.BadZipFile, zlib.error, EOFError, XMLSyntaxError) as error:
        yield ledger_row(file.path, None, "broken file", str(error)[:300])


def _document(path: str, package: Package) -> Document:
    main = package.find("officeDocument")
    if main not in package:
        raise LeftOutError("broken file", "it holds no Word document")
    folder = posixpath.dirname(main)
    fields = _properties(package)
    paragraphs = list(read_blocks(package.elements(main, "p", "tbl")))
    titles = _title_styles(package, posixpath.join(folder, "styles.xml"))
    if paragraphs and paragraphs[0].style in titles:
        fields["title"] = " ".join(paragraphs.pop(0).text.split())
    notes = [note for kind in _NOTES for note in _read_notes(package, folder, kind)]
    return Document(path, None, lay_out(paragraphs + notes), "utf-8", fields)


def _properties(package: Package) -> dict[str, str]:
    names = ("title", "creator", "created")
    found = package.elements(package.find("core-properties"), *names)
    values = {name_of(element): element.text or "" for element in found}
    return describe(*(values.get(name, "") for name in names))


def _title_styles(package: Package, part: str) -> set[str]:
    """The ids of the styles of titles, which have the same names in all languages."""
    names = package.elements(part, "name")
    styles = (name.getparent() for name in names if value_of(name, "val").lower() in _TITLES)
    return {value_of(style, "styleId") for style in styles}


def _read_notes(package: Package, folder: str, kind: str) -> Iterator[Paragraph]:
    return read_blocks(package.elements(posixpath.join(folder, f"{kind}s.xml"), "p", "tbl"), kind)
