"""Inputs to shards: read, mended, marked, tokenised and written, in whatever thread or process."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from tenor.corpus.shards import count_tokens, make_shard, shard_file
from tenor.loading.batches import Batch
from tenor.loading.documents import Document, LedgerRow, read_file
from tenor.loading.found import Contents, Found, concat_contents
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns

# A shard is closed when its texts are about this long.
SHARD_CHARACTERS = 16_000_000
LEDGER_TYPES = {
    "input": pa.int32(),
    "path": pa.string(),
    "row": pa.int32(),
    **{name: pa.string() for name in ("outcome", "reason", "detail", "remedy")},
}


@dataclass(frozen=True, slots=True)
class Task:
    """Some inputs, how to read them, and the folder of the corpus to write their shards to, under names with
    this start."""

    inputs: list[Input]
    mapping: dict[str, str]
    limits: Limits
    folder: Path
    name: str


def load_shard(task: Task) -> Found:
    """Read the inputs of `task`; write their texts, tokenised, as one or more shards."""
    reading = _Reading(task)
    names, parts = [task.name], [_write_shard(reading, shard_file(task.folder, task.name))]
    while not reading.is_done:
        names.append(f"{task.name}-{len(parts)}")
        parts.append(_write_shard(reading, shard_file(task.folder, names[-1])))
    contents = concat_contents(parts, np.zeros(len(parts), int), range(len(parts)))
    return Found(reading.inputs(), reading.ledger(), names, contents)


def _write_shard(reading: "_Reading", path: Path) -> Contents:
    batch = Batch()
    shard = make_shard(_texts(reading, batch))
    shard.write(path)
    return batch.contents(count_tokens(shard))


def _texts(reading: "_Reading", batch: Batch) -> Iterator[str]:
    for number, document in reading.documents:
        batch.add(number, document)
        yield document.text
        if batch.n_characters >= SHARD_CHARACTERS:
            return


class _Reading:
    """The documents of a task with the numbers of their inputs, and what else was met on the way."""

    def __init__(self, task: Task):
        self.is_done = False
        self.documents = self._read(task)
        self._inputs = task.inputs
        self._n_found = np.zeros(len(task.inputs), np.int64)
        self._columns = []
        self._ledger: list[tuple[int, LedgerRow]] = []

    def _read(self, task: Task) -> Iterator[tuple[int, Document]]:
        for number, file in enumerate(task.inputs):
            columns = Columns(task.mapping)
            for outcome in read_file(file, columns, task.limits):
                if isinstance(outcome, Document):
                    self._n_found[number] += 1
                    yield number, outcome
                else:
                    self._n_found[number] += outcome.outcome == "left out"
                    self._ledger.append((number, outcome))
            self._columns.append(json.dumps([*columns.seen.items()], ensure_ascii=False))
        self.is_done = True

    def inputs(self) -> pa.Table:
        files = self._inputs
        return pa.table(
            {
                "path": pa.array([file.path for file in files], pa.string()),
                "size": pa.array([file.size for file in files], pa.int64()),
                "mtime_ns": pa.array([file.mtime_ns for file in files], pa.int64()),
                "columns": pa.array(self._columns, pa.string()),
                "n_found": pa.array(self._n_found),
            }
        )

    def ledger(self) -> pa.Table:
        return ledger_table([row for _, row in self._ledger], [number for number, _ in self._ledger])


def ledger_table(rows: list[LedgerRow], inputs: list[int]) -> pa.Table:
    """The ledger rows with the numbers of the inputs that they belong to."""
    columns = {
        name: inputs if name == "input" else [getattr(row, name) for row in rows] for name in LEDGER_TYPES
    }
    return pa.table({name: pa.array(values, LEDGER_TYPES[name]) for name, values in columns.items()})
