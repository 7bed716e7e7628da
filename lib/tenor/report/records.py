"""The record of a run: `run.json`, and what the page tells of input and versions."""

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from tenor import loading, parameters
from tenor.errors import UserError
from tenor.project import shown
from tenor.report.recipes import Recipe
from tenor.versions import versions


def describe_input(recipe: Recipe) -> dict[str, Any]:
    """What the report reads: the corpus, its fingerprint, and what is in it, after the recipe's limits.

    The corpus is built if need be, so that a mistake in the input shows before any kernel starts.

    Raises
    ------
    UserError
        If the input is at fault, or no document is inside the limits.
    """
    given = recipe.input_settings()
    settings = SimpleNamespace(**given)
    corpus = loading.open_corpus(settings.corpus, **parameters.reading(settings))
    limits = parameters.selection(settings)
    documents = corpus.select(**limits).documents
    if documents.empty:
        raise UserError(
            f"{shown(recipe.path)}: no document of {given['corpus']} is left with "
            + ", ".join(f"{name} = {value!r}" for name, value in limits.items() if value)
            + "; widen the limits"
        )
    published = documents["published"].dropna()
    outcomes = corpus.ledger["outcome"].value_counts()
    return {
        "corpus": given["corpus"],
        "fingerprint": corpus.manifest["fingerprint"],
        "loaded": len(corpus.whole.documents),
        "left_out": int(outcomes.get("left out", 0)),
        "changed": int(outcomes.get("changed", 0)),
        "documents": len(documents),
        "words": int(documents["n_words"].sum()),
        "sources": {str(name): int(n) for name, n in documents["source"].value_counts().sort_index().items()},
        "first": None if published.empty else str(published.min()),
        "last": None if published.empty else str(published.max()),
        "undated": int(documents["published"].isna().sum()),
    }


class Record:
    """What happened in a run: its steps with their seconds, and everything they depended on."""

    def __init__(self, recipe: Recipe):
        self._recipe = recipe
        self._started = _now()
        self._steps: list[dict[str, Any]] = []
        self.input: dict[str, Any] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step; one that raises is not recorded, since its run ends there."""
        began = time.monotonic()
        yield
        self._steps.append({"step": name, "seconds": round(time.monotonic() - began, 2), "result": "ok"})

    def as_dict(self) -> dict[str, Any]:
        """The record so far, as `run.json` holds it."""
        return {
            "report": self._recipe.name,
            "title": self._recipe.title,
            "recipe": shown(self._recipe.path.absolute()),
            "started": self._started,
            "finished": _now(),
            "input": self.input,
            "parameters": {
                template.name: self._recipe.parameters_of(template) for template in self._recipe.templates
            },
            "set_by_recipe": sorted(self._recipe.settings),
            "versions": versions(),
            "steps": self._steps,
        }


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
