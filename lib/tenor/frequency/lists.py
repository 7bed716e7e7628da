"""Lists in files: words or phrases, one a line."""

from pathlib import Path

from tenor import project
from tenor.errors import UserError


def read_lines(path: Path, parameter: str, thing: str) -> list[str]:
    """The lines of a text file in UTF-8, without empty ones and those that start with #.

    `parameter` is what the file was given as, and `thing` what a line holds: an error says so.

    Raises
    ------
    UserError
        If the file cannot be read or holds nothing.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"{parameter}: {project.shown(path)} cannot be read ({error}); give a text file in UTF-8"
        ) from None
    found = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not found:
        raise UserError(f"{parameter}: {project.shown(path)} holds no {thing}; write one {thing} a line")
    return found
