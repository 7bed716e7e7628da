"""Errors that tell a user what was wrong, where, what is allowed and what to do."""

import difflib
from collections.abc import Iterable


class TenorError(Exception):
    """A run that could not be finished. `exit_code` is what the command line ends with."""

    exit_code = 1

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows: the message alone, since a user cannot mend our stack."""
        return [f"{type(self).__name__}: {self}"]


class UserError(TenorError, ValueError):
    """A mistake in what the user asked for: a name, a value, a path."""

    exit_code = 2


def did_you_mean(name: object, allowed: Iterable[str]) -> str:
    """A question that offers the nearest allowed name, or nothing.

    >>> did_you_mean("topn", ["top_n", "start"])
    "; did you mean 'top_n'?"
    >>> did_you_mean("zebra", ["top_n", "start"])
    ''
    """
    near = difflib.get_close_matches(str(name), list(allowed), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def check_choice(name: str, value: str, allowed: Iterable[str]) -> str:
    """Return `value` if it is one of `allowed`.

    Raises
    ------
    UserError
        If it is not; the message lists what is allowed.

    >>> check_choice("period", "week", ["week", "month"])
    'week'
    """
    allowed = list(allowed)
    if value not in allowed:
        listed = ", ".join(map(repr, allowed)) or "nothing (there is none)"
        raise UserError(f"{name} = {value!r} is not one of {listed}{did_you_mean(value, allowed)}")
    return value
