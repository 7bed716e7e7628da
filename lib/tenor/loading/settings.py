"""How the inputs of a corpus are to be read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tenor.loading.inputs.limits import Limits, read_limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.patterns import Pattern, read_pattern


@dataclass(frozen=True)
class Settings:
    """Our names for the inputs' columns, how much of an input is read, and how files are named."""

    mapping: dict[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    pattern: str = ""

    def of_reading(self) -> dict[str, Any]:
        """What decides how a single input is read, for the manifest."""
        return {"columns": self.mapping, "limits": asdict(self.limits)}

    def read_pattern(self) -> Pattern | None:
        """The pattern of file names, if one is given."""
        return read_pattern(self.pattern) if self.pattern else None


def read_settings(
    columns: Mapping[str, str] | None, limits: Mapping[str, int] | None, pattern: str
) -> Settings:
    """Check the user's settings.

    Raises
    ------
    UserError
        If a column or limit has no such name, a limit is no number above 0, or the pattern is none.
    """
    settings = Settings(Columns(columns).mapping, read_limits(limits or {}), pattern)
    settings.read_pattern()
    return settings
