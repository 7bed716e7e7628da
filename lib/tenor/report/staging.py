"""A report's folder: locked for one run, written aside, and put in place whole or not at all."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from tenor.errors import TenorError
from tenor.project import shown


@contextmanager
def reserve(target: Path) -> Iterator[None]:
    """Keep other runs of the same report away, and tidy up what a killed one left.

    Raises
    ------
    TenorError
        If another run has the report, or its folder's parent cannot be written to.
    """
    lock = filelock.FileLock(_beside(target, "lock"), timeout=0)
    with explain_failed_writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise TenorError(
                f"{shown(target)} is being made by another run at this moment; wait until that has ended"
            ) from error
    try:
        with explain_failed_writing(target):
            _recover(target)
        yield
    finally:
        lock.release()


def _beside(target: Path, kind: str) -> Path:
    # A report's name has no dot in it, so that these belong to one report alone.
    return target.with_name(f".{target.name}.{kind}")


def _recover(target: Path) -> None:
    aside = _beside(target, "old")
    if aside.exists() and not target.exists():
        aside.rename(target)
    _remove(aside)
    _remove(_beside(target, "tmp"))


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `target` when all went well, and is removed when not."""
    staging = _beside(target, "tmp")
    try:
        staging.mkdir()
        yield staging
        _exchange(staging, target)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _exchange(staging: Path, target: Path) -> None:
    aside = _beside(target, "old")
    if target.exists():
        target.rename(aside)
    try:
        staging.rename(target)
    except BaseException:
        if aside.exists():
            aside.rename(target)
        raise
    _remove(aside)


@contextmanager
def explain_failed_writing(target: Path) -> Iterator[None]:
    """Turn the system's refusals to write into errors that say what to do."""
    try:
        yield
    except OSError as error:
        remedy = {
            errno.ENOSPC: "the disk is full; free some space",
            errno.EDQUOT: "your share of the disk is used up; free some space",
            errno.EROFS: "the disk is read-only; copy the project to one that is not",
            errno.EACCES: "no permission; make the folder writable for you",
            errno.EPERM: "no permission; make the folder writable for you",
        }.get(error.errno, "see to that")
        raise TenorError(
            f"cannot write {shown(error.filename or target)}: {error.strerror or error}. Earlier results in "
            f"{shown(target)} are untouched ({remedy}, then run again)"
        ) from error
