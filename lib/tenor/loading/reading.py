"""Reading the inputs: those that an earlier build has read are taken from there, the others go to shards."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from tenor import executor
from tenor.loading.arrangement import arrange, as_inputs
from tenor.loading.documents import pieces
from tenor.loading.found import Found
from tenor.loading.inputs.archives import ARCHIVES
from tenor.loading.inputs.files import Input
from tenor.loading.metadata.columns import Columns
from tenor.loading.past import Past, is_worth_keeping, link_shards, unchanged
from tenor.loading.readers import PARSED
from tenor.loading.settings import Settings
from tenor.loading.shards import Task, load_shard

SHARD_BYTES = 16_000_000
# What takes its time in Python, and so is read in processes of its own.
_SLOW = PARSED | ARCHIVES
# For so little work of other kinds threads are done before processes have started.
_FEW_TASKS = 2


def read_inputs(
    files: Sequence[Input], settings: Settings, folder: Path, past: Past | None, shard_bytes: int
) -> tuple[Found, np.ndarray]:
    """What `files` give, in their order, its shards in `folder`; and the number of each document in the
    earlier build `past`, -1 for those that were read now."""
    table = as_inputs(files)
    numbers = unchanged(past, table)
    if past and not is_worth_keeping(past, numbers):
        past, numbers = None, numbers[:0]
    tasks = _tasks(_without(files, numbers), settings, folder, past, shard_bytes)
    (folder / "shards").mkdir()
    is_slow = any(file.suffix in _SLOW for task in tasks for file in task.inputs)
    threads = len(tasks) <= _FEW_TASKS and not is_slow
    parts = list(executor.run(load_shard, tasks, threads=threads))
    place_of = {file.path: number for number, file in enumerate(files)}
    read = [place_of[file.path] for task in tasks for file in task.inputs]
    earlier = [past.found] if past else []
    numbers = np.concatenate([numbers, np.array(read, np.int32)])
    found, order = arrange([*earlier, *parts], numbers, table.drop_columns("fault"))
    if past:
        link_shards(past.folder, [name for name in found.shards if name in past.found.shards], folder)
    n_known = len(past.found.contents.records) if past else 0
    return found, np.where(order < n_known, order, -1)


def _without(files: Sequence[Input], numbers: np.ndarray) -> list[Input]:
    """The files whose number is not among `numbers`."""
    is_known = np.zeros(len(files) + 1, bool)  # -1 stands for none
    is_known[numbers] = True
    return [file for file, known in zip(files, is_known, strict=False) if not known]


def _tasks(
    files: Sequence[Input], settings: Settings, folder: Path, past: Past | None, shard_bytes: int
) -> list[Task]:
    """The work of reading `files`; its shards have names that the earlier build has not used."""
    used = (int(name.split("-")[0]) for name in (past.found.shards if past else ()))
    groups = enumerate(cut_shards(files, shard_bytes, settings), max(used, default=-1) + 1)
    return [
        Task(group, settings.mapping, settings.limits, folder, f"{number:04}") for number, group in groups
    ]


def cut_shards(files: Sequence[Input], size: int, settings: Settings) -> Iterator[list[Input]]:
    """Part `files`, in order, into groups of about `size` bytes; large files of rows are cut."""
    group, n_bytes = [], 0
    for piece in chain.from_iterable(_cut(file, size, settings) for file in files):
        group.append(piece)
        n_bytes += piece.size if piece.stop is None else piece.stop - piece.start
        if n_bytes >= size:
            yield group
            group, n_bytes = [], 0
    if group:
        yield group


def _cut(file: Input, size: int, settings: Settings) -> list[Input]:
    try:
        return list(pieces(file, size, Columns(settings.mapping), settings.limits)) or [file]
    except OSError:  # told in the ledger when the whole is read
        return [file]
