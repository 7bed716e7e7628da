"""Packages that import their modules when a name of theirs is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def names_of(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A `__getattr__` for `package`, whose names live in its modules `homes`.

    Worker processes import the packages that their work lies in; pandas, which only the tables need, would
    cost each of them a second.
    """

    def get(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return get
