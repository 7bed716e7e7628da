"""Opening the corpus of some texts: built if it is missing or out of date, then used again."""

import json
import os
import re
import shutil
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from filelock import FileLock

from tenor import project
from tenor.corpus import Corpus
from tenor.corpus.store import read_corpus, read_manifest
from tenor.errors import TenorError, UserError
from tenor.loading.builds import build_corpus
from tenor.loading.identities import identity
from tenor.loading.inputs.addresses import is_address
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.finding import Inputs, corpora_folder, find_inputs, find_table
from tenor.loading.quotations import read_quotations
from tenor.loading.settings import Settings, read_settings


def open_corpus(
    path: str | os.PathLike,
    *,
    metadata: str | os.PathLike = "",
    quotations: str | os.PathLike = "",
    columns: Mapping[str, str] | None = None,
    pattern: str = "",
    language: str = "main",
    limits: Mapping[str, int] | None = None,
    rebuild: bool = False,
) -> Corpus:
    """Open the corpus of the texts at `path`, and build it first where it is missing or out of date.

    `path` is a folder, a file, a pattern with wildcards ("articles/2031-*.txt"), an address that fsspec knows
    ("https://..."), or the folder of a corpus already built. `metadata` is a table with a row for each
    document, "" for `metadata.csv` in or beside the folder; `quotations` one with a row for each quotation,
    "" for `quotations.csv`: see `Corpus.with_quotations`. `columns` says what our columns are called there
    and in the inputs, such as `{"text": "body"}`; `pattern` how the files are named, such as
    "{published}_{source}_{slug}". `language` keeps the documents in one language, "main" for the commonest,
    "" for all; `corpus.whole` has them all. `limits` is how much of an input is read, such as
    `{"file_mb": 200}`: see `tenor.loading.inputs.limits.Limits`.

    The corpus is kept in `data/corpora/` of the project. When inputs were added, removed or edited, only
    these are read anew; with `rebuild` all are. What could not be loaded, and what was changed, is in the
    corpus' `ledger`.

    Raises
    ------
    UserError
        If nothing can be read there, or the metadata or the settings lack what is needed; the message says
        what to do.
    TenorError
        If the corpus cannot be written. An earlier corpus of the same texts then stays as it was.
    """
    settings = read_settings(columns, limits, pattern)
    corpus, told = _open(path, metadata, quotations, settings, rebuild)
    if told:
        corpus = corpus.with_quotations(read_quotations(told))
    return corpus.select(language=language)


def _open(
    path: str | os.PathLike,
    metadata: str | os.PathLike,
    quotations: str | os.PathLike,
    settings: Settings,
    rebuild: bool,
) -> tuple[Corpus, Input | None]:
    """The corpus, and its table of quotations, if there is one."""
    built = None if is_address(path) else project.resolve(path)
    if built and read_manifest(built) is not None:
        if metadata or settings != Settings() or rebuild:
            raise UserError(
                f"corpus = {os.fspath(path)!r} is already built; metadata, columns, pattern, limits and "
                "rebuild need the folder of its texts instead"
            )
        return read_corpus(built), find_table("quotations", quotations, None)
    inputs = find_inputs(path, metadata=metadata, quotations=quotations)
    return _open_inputs(inputs, settings, rebuild), inputs.quotations


def _open_inputs(inputs: Inputs, settings: Settings, rebuild: bool) -> Corpus:
    folder = corpus_folder(inputs, settings)
    try:
        lock = _lock(folder)
    except OSError as error:
        if rebuild or not _is_up_to_date(folder, inputs, settings):
            raise _unwritable(folder, error) from error
        return read_corpus(folder)
    try:
        if rebuild or not _is_up_to_date(folder, inputs, settings):
            _build(inputs, settings, folder, rebuild)
        return read_corpus(folder)
    finally:
        lock.release()


def corpus_folder(inputs: Inputs, settings: Settings) -> Path:
    """Where the corpus of `inputs` is kept: one place for each path, metadata table and way of reading."""
    path = str(inputs.path) if is_address(inputs.path) else os.path.realpath(inputs.path)
    sidecar = os.path.realpath(inputs.sidecar.location) if inputs.sidecar else ""
    key = json.dumps([path, sidecar, settings.pattern, settings.of_reading()], sort_keys=True)
    slug = re.sub(r"[^a-z0-9]+", "-", Path(path).stem.lower()).strip("-")[:40] or "corpus"
    return corpora_folder() / f"{slug}-{blake2b(key.encode(), digest_size=4).hexdigest()}"


def _is_up_to_date(folder: Path, inputs: Inputs, settings: Settings) -> bool:
    manifest = read_manifest(folder) or {}
    return all(manifest.get(name) == value for name, value in identity(inputs, settings).items())


def _lock(folder: Path) -> FileLock:
    """Keep other processes from building in `folder`; wait while one does. Mend what a killed one left."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.with_name(f".{folder.name}.lock"))
    lock.acquire()
    before = _before(folder)
    if before.exists() and not folder.exists():
        before.rename(folder)
    return lock


def _before(folder: Path) -> Path:
    """Where the earlier corpus lies for the moment in which the new one takes its place."""
    return folder.with_name(f".{folder.name}.before")


def _build(inputs: Inputs, settings: Settings, folder: Path, rebuild: bool) -> None:
    """Build aside and exchange by renaming, so that a build cut short leaves what was there."""
    aside = folder.with_name(f".{folder.name}.building")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        build_corpus(inputs, settings, aside, earlier=None if rebuild else folder)
        _exchange(aside, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(aside: Path, folder: Path) -> None:
    before = _before(folder)
    shutil.rmtree(before, ignore_errors=True)
    if folder.exists():
        folder.rename(before)
    aside.rename(folder)
    shutil.rmtree(before, ignore_errors=True)


def _unwritable(folder: Path, error: OSError) -> TenorError:
    return TenorError(
        f"the corpus cannot be written to {folder} ({error.strerror or error}): make room on the disk or "
        "allow writing there, then run again. An earlier corpus stays as it was"
    )
