"""Building a corpus: the inputs cut into shards, each loaded by itself, then the metadata of all at once."""

import importlib.metadata
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

import tenor
from tenor import executor
from tenor.corpus.corpora import LEDGER_COLUMNS
from tenor.corpus.store import shard_folder, write_corpus
from tenor.errors import TenorError, UserError
from tenor.loading.columns import SYNONYMS, Columns, check_mapping
from tenor.loading.documents import LedgerRow
from tenor.loading.files import Input
from tenor.loading.inputs import Inputs
from tenor.loading.metadata import finish
from tenor.loading.readers import PARSED, SPLITTERS
from tenor.loading.shards import Task, load_shard
from tenor.loading.sidecars import Sidecar, read_sidecar

SHARD_BYTES = 16_000_000


def build_corpus(inputs: Inputs, columns: Columns, folder: Path, *, shard_bytes: int = SHARD_BYTES) -> None:
    """Load `inputs` and write the corpus into `folder`, which is empty.

    Raises
    ------
    UserError
        If the metadata or a table lacks a column, `columns` names one that is nowhere, or nothing is left.
    TenorError
        If documents and ledger do not add up to what was found.
    """
    sidecar, sidecar_digest = _read_sidecar(inputs.sidecar, columns)
    tasks = [
        Task(group, columns.mapping, shard_folder(folder, number))
        for number, group in enumerate(cut_shards(inputs.files, shard_bytes))
    ]
    threads = not any(file.suffix in PARSED for file in inputs.files)
    loaded = list(executor.run(load_shard, tasks, threads=threads))
    for part in loaded:
        columns.seen.update(part.seen)
    check_mapping(columns.mapping, chain.from_iterable(columns.seen))
    rows = [row for part in loaded for row in part.ledger]
    records = [record for part in loaded for record in part.documents]
    _check_any(records, rows, inputs)
    left_out = [row.path for row in rows if row.outcome == "left out"]
    documents, changes = finish(pd.DataFrame(records), sidecar, left_out=left_out)
    ledger = as_table([*rows, *changes])
    n_found = sum(part.n_found for part in loaded)
    _check_adds_up(documents, ledger, n_found, inputs)
    digests = [digest for part in loaded for digest in part.digests]
    manifest = {
        "fingerprint": _fingerprint(tasks, digests, sidecar_digest),
        "found": n_found,
        "n_passed_over": inputs.n_passed_over,
        "recognised": _recognised(columns),
        **identity(inputs, columns),
    }
    write_corpus(folder, [part.shard for part in loaded], documents, ledger, manifest)


def identity(inputs: Inputs, columns: Columns) -> dict[str, Any]:
    """The entries of the manifest that say whether a corpus is up to date."""
    settings = {"columns": columns.mapping, "metadata": inputs.sidecar.path if inputs.sidecar else ""}
    return {"settings": settings, "versions": _versions(), "inputs": inputs.state()}


@cache
def _versions() -> dict[str, str]:
    """What may turn the same inputs into another corpus; our own code changes between releases, too."""
    rooms = (Path(tenor.__file__).parent / room for room in ("corpus", "loading"))
    modules = sorted(chain.from_iterable(room.rglob("*.py") for room in rooms))
    code = blake2b(b"".join(module.read_bytes() for module in modules), digest_size=8).hexdigest()
    libraries = {name: importlib.metadata.version(name) for name in ("charset-normalizer", "trafilatura")}
    return {"tenor": tenor.__version__, "code": code, **libraries}


def cut_shards(files: Sequence[Input], size: int) -> Iterator[list[Input]]:
    """Part `files`, in order, into groups of about `size` bytes; large files of rows are cut."""
    group, n_bytes = [], 0
    for piece in chain.from_iterable(_cut(file, size) for file in files):
        group.append(piece)
        n_bytes += piece.size if piece.stop is None else piece.stop - piece.start
        if n_bytes >= size:
            yield group
            group, n_bytes = [], 0
    if group:
        yield group


def _cut(file: Input, size: int) -> list[Input]:
    if file.size <= size or file.fault or file.suffix not in SPLITTERS:
        return [file]
    try:
        return list(SPLITTERS[file.suffix](file, size)) or [file]
    except OSError:  # told in the ledger when the whole is read
        return [file]


def _read_sidecar(file: Input | None, columns: Columns) -> tuple[Sidecar | None, str]:
    """The metadata table, if there is one, and the digest of its bytes."""
    if file is None:
        return None, ""
    try:
        data = file.read()
    except OSError as error:
        raise UserError(
            f"metadata {file.location} cannot be read ({error.strerror}); allow reading it (chmod u+r)"
        ) from error
    return read_sidecar(file, data, columns), blake2b(data, digest_size=16).hexdigest()


def as_table(rows: Sequence[LedgerRow]) -> pd.DataFrame:
    """The ledger as a table."""
    table = pd.DataFrame([asdict(row) for row in rows], columns=list(LEDGER_COLUMNS))
    return table.astype({name: "Int64" if name == "row" else "string" for name in LEDGER_COLUMNS})


def _check_any(records: Sequence[dict[str, Any]], rows: Sequence[LedgerRow], inputs: Inputs) -> None:
    if not records:
        reasons = Counter(row.reason for row in rows if row.outcome == "left out").most_common()
        told = ", ".join(f"{count} {reason}" for reason, count in reasons)
        example = next(row for row in rows if row.outcome == "left out")
        raise UserError(
            f"no document could be loaded from {inputs.path}; left out: {told}. "
            f"The first is {example.path}: {example.detail or example.reason}; {example.remedy}"
        )


def _check_adds_up(documents: pd.DataFrame, ledger: pd.DataFrame, n_found: int, inputs: Inputs) -> None:
    left_out = ledger[ledger["outcome"] == "left out"]
    told = {*documents["path"], *left_out["path"]}
    untold = [file.path for file in inputs.files if file.path not in told]
    if untold or len(documents) + len(left_out) != n_found:
        raise TenorError(
            f"{len(documents)} documents and {len(left_out)} left out do not add up to {n_found} found in "
            f"{inputs.path}; not accounted for: {untold[:3]}. This is a fault of Tenor, please report it"
        )


def _fingerprint(tasks: Sequence[Task], digests: Sequence[str], sidecar_digest: str) -> str:
    """What the corpus was made of, whenever the files were written and wherever they lie."""
    pieces = chain.from_iterable(task.inputs for task in tasks)
    listed = [[piece.path, digest] for piece, digest in zip(pieces, digests, strict=True)]
    made_of = json.dumps([listed, sidecar_digest, sorted(tasks[0].mapping.items())])
    return blake2b(made_of.encode(), digest_size=16).hexdigest()


def _recognised(columns: Columns) -> dict[str, list[str]]:
    """Our names, and those that the inputs give them."""
    theirs = {ours: set() for ours in SYNONYMS}
    for names, ours in columns.seen.items():
        for name, our in zip(names, ours, strict=True):
            theirs.get(our, set()).add(name)
    return {ours: sorted(names) for ours, names in theirs.items() if names}
