"""Folders of texts in a project of their own, so that no test writes into the checkout."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tenor.corpus import Corpus
from tenor.loading import open_corpus
from tenor.loading.documents import Document, LedgerRow, read
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.metadata.columns import Columns

Contents = Mapping[str, str | bytes]


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder that every user may pass through, unlike pytest's own."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch) -> Path:
    """An empty project, which relative paths count from."""
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.setenv("TENOR_ROOT", str(root))
    return root


@pytest.fixture
def texts(project) -> Callable[[Contents], Path]:
    """Write files (path -> contents) into the project's folder `data/raw/harbour` and return it."""

    def write(contents: Contents) -> Path:
        folder = project / "data" / "raw" / "harbour"
        for name, content in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture
def load(texts) -> Callable[..., Corpus]:
    """Write files and open the corpus of their folder."""
    return lambda contents, **options: open_corpus(texts(contents), **options)


@pytest.fixture
def read_one(texts) -> Callable[..., list[Document | LedgerRow]]:
    """Write one file and return what it gives."""

    def read_file(name: str, content: str | bytes, **mapping: str) -> list[Document | LedgerRow]:
        inputs = find_inputs(texts({name: content}) / name)
        return list(read(inputs.files, Columns(mapping)))

    return read_file


@contextmanager
def _as_nobody() -> Iterator[None]:
    is_superuser = os.geteuid() == 0
    if is_superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_superuser:
            os.seteuid(0)


@pytest.fixture
def as_nobody() -> Callable[[], AbstractContextManager[None]]:
    """Do without the rights of the superuser, who may read and write everything."""
    return _as_nobody
