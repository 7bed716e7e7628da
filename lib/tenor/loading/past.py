"""What an earlier build of the same corpus left, for the inputs that have not changed since."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.columns import read_table
from tenor.corpus.shards import shard_file
from tenor.corpus.store import read_manifest
from tenor.loading.duplicates.likeness import Likeness, read_likeness
from tenor.loading.found import Found, read_found

STATE = "state"
# A corpus that grew in more steps, or lost more documents, is built anew: many small shards are slow to open.
_MAX_SHARDS = 48
_MAX_LOST = 0.5


@dataclass(frozen=True)
class Past:
    """An earlier build: its folder, what its inputs gave, what was counted in each document, and which
    documents are alike."""

    folder: Path
    found: Found
    counts: pa.Table
    likeness: Likeness


def read_past(folder: Path | None, reading: dict) -> Past | None:
    """The earlier build in `folder`, if it read its inputs as this one will; see `identities`."""
    manifest = read_manifest(folder) if folder else None
    if not manifest or manifest.get("reading") != reading:
        return None
    try:
        state = folder / STATE
        found = read_found(state, manifest["shards"])
        return Past(folder, found, read_table(state / "counts.arrow"), read_likeness(state))
    except (OSError, pa.ArrowInvalid, KeyError, ValueError):  # damaged: everything is read anew
        return None


def unchanged(past: Past | None, inputs: pa.Table) -> np.ndarray:
    """For each input of the earlier build its number among `inputs`, -1 where it changed or is gone; see
    `as_inputs`."""
    if past is None:
        return np.zeros(0, np.int32)
    earlier = past.found.inputs
    place = pc.index_in(earlier["path"], value_set=inputs["path"])
    is_same = pc.equal(inputs["fault"].take(place), "")
    for name in ("size", "mtime_ns"):
        is_same = pc.and_(is_same, pc.equal(inputs[name].take(place), earlier[name]))
    numbers = pc.if_else(is_same, place, pa.scalar(-1, pa.int32()))
    return pc.fill_null(numbers, -1).to_numpy()


def is_worth_keeping(past: Past, numbers: np.ndarray) -> bool:
    """Whether going on from the earlier build costs less than it spares."""
    lost = (numbers[past.found.contents.column("input")] < 0).mean() if len(numbers) else 1.0
    return len(past.found.shards) <= _MAX_SHARDS and lost <= _MAX_LOST


def link_shards(past: Path, names: list[str], folder: Path) -> None:
    """Give the corpus in `folder` the shards `names` of an earlier one, without copying where that can be."""
    for name in names:
        source, target = shard_file(past, name), shard_file(folder, name)
        try:
            os.link(source, target)
        except OSError:  # another file system, or one without links
            shutil.copyfile(source, target)
