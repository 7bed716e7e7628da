"""Web pages: one file, one document, its main text taken out of the page."""

import codecs
import re
from collections.abc import Iterator

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.pages.main_text import read_page
from tenor.loading.readers.texts import read_text

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*\b(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_HEAD_BYTES = 8192
# The web's own rule: pages that declare an old encoding are written in a wider one of the same family.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document in the page: its main text, with title, author, date and site if the page names them."""
    data = file.read()
    text, encoding, guessed = read_text(data, declared=_declared(data))
    page = read_page(text)
    if not page.text:
        found = ("no text", "no main text was found in the page") if text.strip() else ("empty",)
        yield ledger_row(file.path, None, *found)
        return
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    yield Document(file.path, None, page.text, encoding, page.fields, origin="page")


def _declared(data: bytes) -> str:
    """The encoding that the page names for itself, "" if none that there is."""
    match = _CHARSET.search(data[:_HEAD_BYTES])
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name if match else ""
    except LookupError:
        return ""
    return _WIDER.get(name, name)
