"""Plain text: one file, one document."""

from collections.abc import Iterator

from tenor.loading.columns import Columns
from tenor.loading.decoding import decode
from tenor.loading.files import Input
from tenor.loading.outcomes import Document, LedgerRow, ledger_row


def read(file: Input, data: bytes, columns: Columns) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document that the file is."""
    text, encoding, guessed = decode(data)
    if not encoding:
        yield ledger_row(file.path, None, "not text" if b"\0" in data else "undecodable")
        return
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    yield Document(file.path, None, text, encoding, {})
