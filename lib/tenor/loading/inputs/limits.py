"""Limits that keep a hostile or broken input from filling the memory or the disk."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from tenor.errors import UserError, check_choice

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an input is read; what is larger goes to the ledger.

    `file_mb`: a file that is one document, or that must be held whole in memory; files of rows may be larger.
    `row_mb`: one row, line or record of a file of rows. `members`: the members of an archive; `unpacked_mb`:
    all that is unpacked of one file, also of the archives inside it; `expansion`: how many times larger than
    packed a member may be; `depth`: archives inside archives.
    """

    file_mb: int = 200
    row_mb: int = 20
    members: int = 1_000_000
    unpacked_mb: int = 50_000
    expansion: int = 200
    depth: int = 3


def read_limits(given: Mapping[str, int]) -> Limits:
    """The limits with those of the user in their places.

    Raises
    ------
    UserError
        If a name is no limit, or a value no whole number above 0.

    >>> read_limits({"file_mb": 5}).file_mb
    5
    """
    for name, value in given.items():
        check_choice("limits", name, [field.name for field in fields(Limits)])
        if type(value) is not int or value < 1:
            raise UserError(f"limits: {name} = {value!r} is no whole number above 0")
    return Limits(**given)
