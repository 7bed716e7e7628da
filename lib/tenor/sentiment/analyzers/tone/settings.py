"""The few numbers of the scorer that are not weights of words."""

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from tenor.sentiment.analyzers.tone.modifiers import FOLDER


@dataclass(frozen=True)
class Settings:
    """Factors on a word's weight, reach and scale.

    `negated`, `reversed` ("prevented"), `reduced` ("denied"), `intensified`, `diminished`, `before_but` and
    `after_but` multiply the weight of a word that stands so; `reach` is how many tokens a negation reaches,
    at most, and never past a mark that ends a clause. A word adds its weight times its factors times `scale`
    over the root of the sentence's number of words plus `constant`.
    """

    negated: float = -0.3
    reversed: float = -0.3
    reduced: float = 0.1
    intensified: float = 1.3
    diminished: float = 0.85
    before_but: float = 0.9
    after_but: float = 1.1
    reach: int = 4
    constant: float = 3.0
    scale: float = 0.25

    def write(self, path: Path) -> None:
        """Write all of them as JSON."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> "Settings":
        """Read what `write` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


@cache
def shipped_settings() -> Settings:
    """The settings that were trained together with the shipped words.

    >>> shipped_settings().negated <= 0
    True
    """
    return Settings.read(FOLDER / "settings.json")
