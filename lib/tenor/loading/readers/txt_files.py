"""Plain text: one file, one document."""

from collections.abc import Iterator

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.readers.texts import read_text


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The document that the file is."""
    text, encoding, guessed = read_text(file.read())
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    yield Document(file.path, None, text, encoding, {})
