"""Archives read from memory."""

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from tenor.loading.documents import Document, read
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import LedgerRow

Outcome = Document | LedgerRow


@pytest.fixture
def outcomes() -> Callable[..., list[Outcome]]:
    """What an archive of that name and those bytes gives, under the limits named."""

    def read_archive(path: str, content: bytes, **limits: int) -> list[Outcome]:
        return list(read([Input(path, "", len(content), 0, content=content)], Columns(), Limits(**limits)))

    return read_archive


@pytest.fixture
def shown(outcomes) -> Callable[..., list[tuple[str, str]]]:
    """The path of each outcome, with a document's text or a ledger row's reason."""

    def show(path: str, content: bytes, **limits: int) -> list[tuple[str, str]]:
        found = outcomes(path, content, **limits)
        return [(each.path, each.text if type(each) is Document else each.reason) for each in found]

    return show


@contextmanager
def _peak() -> Iterator[Callable[[], int]]:
    found = []
    tracemalloc.start()
    try:
        yield lambda: found[0]
    finally:
        found.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()


@pytest.fixture
def peak() -> Callable[[], AbstractContextManager[Callable[[], int]]]:
    """Measure the most memory, in bytes, that was taken at once; it is known when the context ends."""
    return _peak
