"""PDFs with a text layer: one file, one document."""

from collections.abc import Iterator

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.pdfs.furniture import remove_furniture
from tenor.loading.pdfs.layout import lay_out
from tenor.loading.pdfs.lines import Line
from tenor.loading.pdfs.process import extract
from tenor.loading.readers.properties import describe

# Above this share of signs without a meaning, a text cannot be read.
_UNREADABLE = 0.3
_UNKNOWN = "\ufffd"


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document that the file is: the text of all its pages, in the order in which the file has it.

    Lines become paragraphs, see `tenor.loading.pdfs.layout.lay_out`; running heads, feet and page numbers are
    left out. Notes, captions and tables stand where the file has them, between the paragraphs around them.
    Pictures of text are not read.
    """
    info, pages = extract(file.read())
    n_broken = pages.count(None)
    pages = [page or [] for page in pages]
    kept, furniture = remove_furniture(pages)
    if fault := _fault(kept, file.size, limits):
        yield ledger_row(file.path, None, *fault)
        return
    if n_broken:
        yield ledger_row(file.path, None, "pages left out", f"{n_broken:,} of {_count(len(pages), 'page')}")
    text, n_joined = lay_out(kept)
    fields = describe(info.get("Title", ""), info.get("Author", ""), info.get("CreationDate", ""))
    yield Document(file.path, None, text, "", fields, changes=_changes(text, furniture, n_joined))


def _fault(pages: list[list[Line]], size: int, limits: Limits) -> tuple[str, str] | None:
    """Why the pages hold no text that can be read."""
    texts = [line.text for page in pages for line in page]
    n_characters, n_unknown = sum(map(len, texts)), sum(text.count(_UNKNOWN) for text in texts)
    if not n_characters:
        return "no text", f"{_count(len(pages), 'page')}, no text layer (a scan?): run OCR"
    if n_unknown > _UNREADABLE * n_characters:
        return (
            "no text",
            f"{n_unknown:,} of its {n_characters:,} characters are not said to be letters: run OCR",
        )
    if n_characters > max(MB, limits.expansion * size):
        return "expands too much", f"more than {limits.expansion:,} times as large as the file"
    return None


def _changes(text: str, furniture: list[str], n_joined: int) -> list[tuple[str, str]]:
    """What was changed in the text: reasons and details."""
    found = []
    if furniture:
        found.append(
            ("page furniture removed", f"{_count(len(furniture), 'line')}, such as {furniture[0]!r}")
        )
    if n_joined:
        found.append(("line-end hyphens joined", _count(n_joined, "word")))
    if n_unknown := text.count(_UNKNOWN):
        found.append(("characters replaced", f"{_count(n_unknown, 'sign')} that the file gives no meaning"))
    return found


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'s' if number != 1 else ''}"
