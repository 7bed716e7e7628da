"""A plain-text file of who is called what."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from tenor import project
from tenor.errors import UserError, check_choice
from tenor.voices.tables import SPEAKER_KINDS

_OFFICIAL = "official"


@dataclass(frozen=True)
class Alias:
    """The speaker that an alias means, its kind, and whether an office speaks; None where nothing is said."""

    speaker: str
    kind: str | None
    is_official: bool | None


def read_aliases(path: str | os.PathLike) -> dict[str, Alias]:
    """Read which names mean one speaker, by the name in small letters; none for `path` "".

    A line is a speaker: the name to count under, a colon, and other names with commas between them. In square
    brackets behind the name may stand what the speaker is (person, body, group, record or unnamed) and
    "official". Lines that begin with # and empty ones say nothing.

        Mara Quill [person, official]: the dam's keeper, Ms Q.
        Sella Terminals: the port operator

    Raises
    ------
    UserError
        If the file cannot be read, a line has no colon, or a name is given to two speakers.
    """
    if not path:
        return {}
    file = project.resolve(path)
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise UserError(
            f"aliases = {os.fspath(path)!r} cannot be read ({error}); give a text file in UTF-8 with a line "
            "for each speaker, such as 'Mara Quill: Ms Quill, the keeper'"
        ) from error
    aliases: dict[str, Alias] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            _add(aliases, line, f"aliases {project.shown(file)}, line {number}")
    return aliases


def _add(aliases: dict[str, Alias], line: str, place: str) -> None:
    name, colon, others = line.partition(":")
    if not colon or not name.split("[")[0].strip():
        raise UserError(f"{place}: {line.strip()!r} has no name and colon; write 'Mara Quill: Ms Quill'")
    alias = _read_speaker(name, place)
    for other in (alias.speaker, *filter(None, map(str.strip, others.split(",")))):
        before = aliases.setdefault(alias_key(other), alias)
        if before.speaker != alias.speaker:
            raise UserError(
                f"{place}: {other!r} is already an alias of {before.speaker!r}; keep one of the two lines"
            )


def _read_speaker(written: str, place: str) -> Alias:
    name, _, said = written.partition("[")
    marks = [mark.strip() for mark in said.rstrip("] ").split(",") if mark.strip()]
    for mark in marks:
        check_choice(f"{place}: what {name.strip()!r} is", mark, (*SPEAKER_KINDS, _OFFICIAL))
    kinds = [mark for mark in marks if mark != _OFFICIAL]
    official = True if _OFFICIAL in marks else False if marks else None
    return Alias(name.strip(), kinds[0] if kinds else None, official)


def alias_key(name: str) -> str:
    """A name as it is looked up: in small letters, without an article, with straight apostrophes.

    >>> alias_key("The  Dockers’ League")
    "dockers' league"
    """
    words = name.replace("’", "'").casefold().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) and len(words) > 1 else words)


def names_of(aliases: dict[str, Alias], *names: object) -> Iterator[Alias]:
    """The aliases that some names are, in order."""
    for name in names:
        if isinstance(name, str) and (found := aliases.get(alias_key(name))):
            yield found
