"""Where the project lies, found once, so that a relative path means the same from every directory."""

import os
from pathlib import Path

from tenor.errors import UserError, did_you_mean


def _is_root(folder: Path) -> bool:
    return (folder / "lib" / "tenor").is_dir() and (folder / "notebooks").is_dir()


def root() -> Path:
    """The project's folder: `TENOR_ROOT`, else the checkout around the working directory, else the checkout
    that `tenor` was installed from, else the working directory itself.

    Raises
    ------
    UserError
        If `TENOR_ROOT` names no folder.
    """
    named = os.environ.get("TENOR_ROOT")
    if named:
        if not Path(named).is_dir():
            raise UserError(
                f"TENOR_ROOT = {named!r} is not a folder; set it to the project's folder or unset it"
            )
        return Path(named).resolve()
    here = Path.cwd()
    around = [here, *here.parents, Path(__file__).resolve().parents[2]]
    return next((folder for folder in around if _is_root(folder)), here)


def resolve(path: str | os.PathLike) -> Path:
    """`path` as an absolute path; a relative one counts from the project's folder, `~` is the user's home."""
    return Path(os.path.normpath(root() / Path(path).expanduser()))


def existing_file(name: str, path: str | os.PathLike) -> Path:
    """The absolute path of a file that a parameter names.

    Raises
    ------
    UserError
        If there is no such file; the message offers the nearest name beside it.
    """
    file = resolve(path)
    if not file.is_file():
        raise UserError(missing(name, path))
    return file


def missing(name: str, path: str | os.PathLike) -> str:
    """What to tell of a path that a parameter names and that is not there."""
    tried = resolve(path)
    try:
        beside = sorted(os.listdir(tried.parent))
    except OSError:
        beside = []
    kind = "is a folder, not a file" if tried.is_dir() else "does not exist"
    hint = did_you_mean(tried.name, (entry for entry in beside if entry != tried.name)) or "."
    return (
        f"{name} = {os.fspath(path)!r} {kind} (looked at {tried}){hint} "
        f"Relative paths count from the project's folder {root()}"
    )


def shown(path: str | os.PathLike) -> str:
    """`path` as messages and tables show it: relative to the project's folder where it lies inside."""
    path = Path(path)
    return str(path.relative_to(root())) if path.is_relative_to(root()) else str(path)
