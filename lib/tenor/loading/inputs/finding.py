"""Finding the inputs: the files under a path, in a fixed order, and the tables that go with them."""

import glob
import os
import stat
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path

from tenor import project
from tenor.errors import UserError
from tenor.loading.inputs.addresses import find_at_address, is_address
from tenor.loading.inputs.archives import ARCHIVES
from tenor.loading.inputs.files import Input
from tenor.loading.readers import READERS

# How a table in or beside a folder may be written, the first that is there.
_ENDINGS = (".csv", ".tsv", ".xlsx", ".json", ".jsonl")


@dataclass(frozen=True)
class Inputs:
    """What was found at `path`: the files in order, the tables of metadata and of quotations, and how much
    was passed over."""

    path: str | Path
    files: list[Input]
    sidecar: Input | None
    quotations: Input | None
    n_passed_over: int

    @cached_property
    def state(self) -> str:
        """A digest of path, size and time of every file and of the metadata table: it differs when one was
        changed."""
        files = [*self.files, self.sidecar] if self.sidecar else self.files
        listed = "\n".join([f"{file.path}\t{file.size}\t{file.mtime_ns}" for file in files])
        return blake2b(listed.encode(), digest_size=16).hexdigest()


def corpora_folder() -> Path:
    """Where built corpora are kept; nothing in it is an input."""
    return project.root() / "data" / "corpora"


def find_inputs(
    path: str | os.PathLike, *, metadata: str | os.PathLike = "", quotations: str | os.PathLike = ""
) -> Inputs:
    """Find the inputs at `path`, and the tables of metadata and of quotations that go with them.

    `path` is a folder, a file, a pattern with wildcards such as "articles/2031-*.txt" ("**" for any folders),
    or an address that fsspec knows, such as "https://...". Files are sorted by their path; those of formats
    that are not read are kept, for the ledger. Hidden files and folders (such as `.ipynb_checkpoints`) are
    passed over and counted. Links to folders are followed, each folder once. With `metadata` "", the table is
    `metadata.csv` (or `.tsv`, `.xlsx`, `.json`, `.jsonl`) in the folder or else beside it; `quotations`
    likewise.

    Raises
    ------
    UserError
        If `path`, `metadata` or `quotations` is missing, or the folder cannot be read, is empty or holds no
        known format.
    """
    if is_address(path):
        tables = _find_tables(None, metadata, quotations)
        files = find_at_address(str(path))
        _check_formats(str(path), files, 0)
        return Inputs(str(path), files, *tables, 0)
    root = project.resolve(path)
    is_pattern = not os.path.lexists(root) and glob.has_magic(str(path))
    if not os.path.exists(root) and not is_pattern:
        raise UserError(project.missing("corpus", path))
    folder = _fixed_part(root) if is_pattern else root
    tables = _find_tables(folder, metadata, quotations)
    files, n_passed_over = _find_files(root, folder, is_pattern)
    files = [file for file in files if not any(table and _is_same(file, table) for table in tables)]
    if is_pattern and not files:
        raise UserError(f"corpus = {os.fspath(path)!r}: no file in {folder} fits the pattern")
    _check_formats(root, files, n_passed_over)
    return Inputs(root, files, *tables, n_passed_over)


def _fixed_part(pattern: Path) -> Path:
    """The folder before the first part of `pattern` with a wildcard."""
    parts = pattern.parts
    return Path(*parts[: next(number for number, part in enumerate(parts) if glob.has_magic(part))])


def _find_files(root: Path, folder: Path, is_pattern: bool) -> tuple[list[Input], int]:
    if is_pattern:
        names = sorted(glob.glob(str(root.relative_to(folder)), root_dir=folder, recursive=True))
        return [_input(name, folder / name) for name in names if not (folder / name).is_dir()], 0
    return _walk(root) if root.is_dir() else ([_input(root.name, root)], 0)


def _find_tables(
    folder: Path | None, metadata: str | os.PathLike, quotations: str | os.PathLike
) -> tuple[Input | None, Input | None]:
    return find_table("metadata", metadata, folder), find_table("quotations", quotations, folder)


def find_table(name: str, given: str | os.PathLike, folder: Path | None) -> Input | None:
    """The table that the parameter `name` gives, or else the one of that name in or beside the folder.

    Raises
    ------
    UserError
        If the one that is given is no file.
    """
    if given:
        named = project.existing_file(name, given)
        return _input(named.name, named)
    places = (folder, folder.parent) if folder else ()
    tables = [place / f"{name}{ending}" for place in places for ending in _ENDINGS]
    found = (_input(table.name, table) for table in tables if table != folder and os.path.isfile(table))
    return next(found, None)


def _is_same(file: Input, table: Input) -> bool:
    """Whether `file` is the table, by whatever path it was named."""
    if os.path.basename(file.location) != os.path.basename(table.location) or file.fault:
        return False
    return os.path.samefile(file.location, table.location)


def _walk(root: Path) -> tuple[list[Input], int]:
    """Every file under `root`, sorted, and the number of entries passed over."""
    found, n_passed_over, waiting = [], 0, [("", str(root))]
    met = {_identity(folder) for folder in (root, corpora_folder()) if os.path.exists(folder)}
    while waiting:
        prefix, folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            _check_is_inner(prefix, root, error)
            found.append(_unreadable(prefix, folder, error))
            continue
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        n_passed_over += len(entries) - len(shown)
        files, folders = _part(prefix, shown)
        found += files
        for name, path in sorted(folders):
            if (identity := _identity(path)) in met:
                n_passed_over += 1
            else:
                met.add(identity)
                waiting.append((f"{prefix}{name}/", path))
    return sorted(found, key=attrgetter("path")), n_passed_over


def _part(prefix: str, entries: Sequence[os.DirEntry]) -> tuple[list[Input], list[tuple[str, str]]]:
    """The files among `entries`, and the names and paths of the folders; links are followed."""
    files, folders = [], []
    for entry in entries:
        try:
            status = entry.stat()
        except OSError as error:
            files.append(_unreadable(prefix + entry.name, entry.path, error))
            continue
        if stat.S_ISDIR(status.st_mode):
            folders.append((entry.name, entry.path))
        else:
            files.append(_as_input(prefix + entry.name, entry.path, status))
    return files, folders


def _check_is_inner(prefix: str, root: Path, error: OSError) -> None:
    if not prefix:
        raise UserError(
            f"the folder {root} cannot be read ({error.strerror}); allow it (chmod u+rx) and run again"
        ) from error


def _identity(path: str | os.PathLike) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino


def _input(path: str, file: Path) -> Input:
    try:
        return _as_input(path, str(file), file.stat())
    except OSError as error:
        return _unreadable(path, str(file), error)


def _as_input(path: str, location: str, status: os.stat_result) -> Input:
    fault = "" if stat.S_ISREG(status.st_mode) else "a device, pipe or socket, not a file"
    return Input(_printable(path), location, status.st_size, status.st_mtime_ns, fault)


def _unreadable(path: str, location: str, error: OSError) -> Input:
    return Input(_printable(path), location, 0, 0, fault=error.strerror)


def _printable(path: str) -> str:
    """`path` with the bytes that are no UTF-8 written as \\xNN: Linux allows any bytes in a name."""
    return path if path.isascii() else os.fsencode(path).decode(errors="backslashreplace")


def _check_formats(root: str | Path, files: Sequence[Input], n_passed_over: int) -> None:
    known = {*READERS, *ARCHIVES}
    formats = f"Tenor reads {', '.join(sorted(known))}"
    if not files:
        hidden = f" ({n_passed_over} hidden entries were passed over)" if n_passed_over else ""
        raise UserError(f"the folder {root} is empty{hidden}; put texts into it. {formats}")
    if not any(file.suffix in known for file in files):
        counts = Counter(file.suffix or "no suffix" for file in files).most_common(8)
        held = ", ".join(f"{count} {suffix}" for suffix, count in counts)
        raise UserError(
            f"{root} holds no text that can be read, only {held}. {formats}; export to one of them"
        )
