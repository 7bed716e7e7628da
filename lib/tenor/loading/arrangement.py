"""The documents of old and new shards in the order of their inputs."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.loading.found import Found, concat, renumber


def arrange(parts: Sequence[Found], numbers: np.ndarray, inputs: pa.Table) -> tuple[Found, np.ndarray]:
    """Join `parts`, whose inputs have these `numbers` among `inputs` (-1: gone), in the order of the inputs.

    Also returned: for each document its number among all documents of `parts`.
    """
    joined = concat(parts)
    of_input = numbers[joined.contents.column("input")]
    order = np.argsort(of_input, kind="stable")[np.count_nonzero(of_input < 0) :]
    contents = joined.contents.take(order)
    shard = joined.contents.column("shard")[order]
    used, places = np.unique(shard, return_inverse=True)
    records = renumber(renumber(contents.records, "input", of_input[order]), "shard", places)
    records = _order_metadata(records)
    names = [joined.shards[number] for number in used]
    found = Found(
        _count_found(joined.inputs, numbers, inputs),
        _keep_ledger(joined.ledger, numbers),
        names,
        replace(contents, records=records),
    )
    return found, order


def _order_metadata(records: pa.Table) -> pa.Table:
    """The records with their metadata in order of appearance, without columns that no document fills."""
    first = {
        name: pc.index(records[name].is_valid(), True).as_py() for name in records.column_names if ":" in name
    }
    own = [name for name in records.column_names if name not in first]
    met = sorted((place, name) for name, place in first.items() if place >= 0)
    return records.select([*own, *(name for _, name in met)])


def _count_found(given: pa.Table, numbers: np.ndarray, inputs: pa.Table) -> pa.Table:
    """`inputs` with the columns met in them and what was found; slices of one file add up."""
    kept = np.flatnonzero(numbers >= 0)
    n_found = np.bincount(numbers[kept], given["n_found"].to_numpy()[kept], minlength=len(inputs))
    last = np.zeros(len(inputs), np.int64)
    last[numbers[kept]] = kept
    columns = given["columns"].take(pa.array(last)) if len(given) else pa.nulls(len(inputs), pa.string())
    return inputs.append_column("columns", columns).append_column(
        "n_found", pa.array(n_found.astype(np.int64))
    )


def _keep_ledger(ledger: pa.Table, numbers: np.ndarray) -> pa.Table:
    of_row = numbers[ledger["input"].to_numpy()]
    order = np.argsort(of_row, kind="stable")[np.count_nonzero(of_row < 0) :]
    return renumber(ledger.take(pa.array(order)), "input", of_row[order])


def as_inputs(files: Sequence) -> pa.Table:
    """The inputs as a table: `path`, `size`, `mtime_ns`, `fault`."""
    types = {"path": pa.string(), "size": pa.int64(), "mtime_ns": pa.int64(), "fault": pa.string()}
    columns = {name: list(map(attrgetter(name), files)) for name in types}
    return pa.table({name: pa.array(values, types[name]) for name, values in columns.items()})
