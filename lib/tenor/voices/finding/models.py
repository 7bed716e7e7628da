"""The tagger's model: what it knows of words, and the weights of its features, in one file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from tenor.voices.finding.lexicons import Lexicon

# What a token can be: nothing, or the first or a later token of a speaker's mention, a cue, a content.
LABELS = ("O", "B-speaker", "I-speaker", "B-cue", "I-cue", "B-content", "I-content")
MODEL = Path(__file__).with_name("model.npz")
_LISTS = ("words", "stems", "suffixes", "shapes")
_BINS = ("cues", "sources", "stem_cues")


@dataclass(frozen=True)
class Model:
    """A linear chain: weights of each label for each number of each template, and of each pair of labels.

    `weights` has for each template its numbers, ascending, and a row of weights for each of them;
    `transitions` the weight of a label (row) before another (column).
    """

    lexicon: Lexicon
    weights: dict[str, tuple[np.ndarray, np.ndarray]]
    transitions: np.ndarray

    def write(self, path: Path) -> None:
        """Write the model into one file; weights keep three digits."""
        names = sorted(self.weights)
        numbers, rows = zip(*(self.weights[name] for name in names), strict=True)
        np.savez_compressed(
            path,
            **{name: _as_bytes(getattr(self.lexicon, name)) for name in _LISTS},
            **{name: getattr(self.lexicon, name).astype(np.int8) for name in _BINS},
            templates=_as_bytes(names),
            sizes=np.array([len(part) for part in numbers], np.int64),
            numbers=np.concatenate(numbers),
            rows=np.concatenate(rows).astype(np.float16),
            transitions=self.transitions.astype(np.float32),
        )

    @classmethod
    def read(cls, path: Path) -> "Model":
        """Read what `write` wrote."""
        with np.load(path) as file:
            data = dict(file)
        lists = {name: _as_list(data[name]) for name in _LISTS}
        ends = np.cumsum(data["sizes"])[:-1]
        parts = zip(
            np.split(data["numbers"], ends), np.split(data["rows"].astype(np.float32), ends), strict=True
        )
        return cls(
            Lexicon(**lists, **{name: data[name].astype(np.int64) for name in _BINS}),
            dict(zip(_as_list(data["templates"]), parts, strict=True)),
            data["transitions"],
        )


@cache
def shipped_model() -> Model | None:
    """The model that comes with the package; None where it is missing, and rules alone must do."""
    return Model.read(MODEL) if MODEL.exists() else None


def _as_bytes(names: list[str]) -> np.ndarray:
    return np.frombuffer("\n".join(names).encode(), np.uint8)


def _as_list(data: np.ndarray) -> list[str]:
    return data.tobytes().decode().split("\n")
