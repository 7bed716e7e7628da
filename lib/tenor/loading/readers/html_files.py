"""Web pages: one file, one document, its main text taken out of the page."""

import codecs
import re
from collections.abc import Iterator

from tenor.loading.columns import Columns
from tenor.loading.decoding import decode
from tenor.loading.files import Input
from tenor.loading.outcomes import Document, LedgerRow, ledger_row

_CHARSET = re.compile(rb"""<[^>]*\b(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
# The web's own rule: pages that declare these are written in Windows-1252.
_LATIN = {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}
# Any date that a page may bear, whatever day it is read on.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1000-01-01",
    "max_date": "2999-12-31",
}


def read(file: Input, data: bytes, columns: Columns) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document in the page: its main text, with title, author, date and site if the page names them."""
    text, encoding, guessed = decode(data, declared=_declared(data))
    if not encoding:
        yield ledger_row(file.path, None, "not text" if b"\0" in data else "undecodable")
        return
    page = _extract(text)
    if page is None or not page.text:
        found = ("no text", "no main text was found in the page") if text.strip() else ("empty",)
        yield ledger_row(file.path, None, *found)
        return
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    found = {"title": page.title, "author": page.author, "published": page.date, "source": page.sitename}
    fields = {name: value for name, value in found.items() if value}
    yield Document(file.path, None, page.text, encoding, fields)


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:2048])
    name = match[1].decode("ascii", "replace").lower() if match else ""
    try:
        return "cp1252" if name in _LATIN else codecs.lookup(name).name
    except LookupError:
        return ""


def _extract(text: str):
    import logging

    import trafilatura

    # What could not be extracted goes to the ledger; its log would say it again in the notebook.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction(
        text.encode(), with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
