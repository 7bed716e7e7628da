"""Plain text: one file, one document."""

from collections.abc import Iterator

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.texts.decoding import decode


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document that the file is."""
    data = file.read()
    text, encoding, guessed = decode(data)
    if not encoding:
        yield ledger_row(file.path, None, "not text" if b"\0" in data else "undecodable")
        return
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    yield Document(file.path, None, text, encoding, {})
