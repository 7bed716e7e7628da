"""Joining the metadata table with the documents, and telling what finds no partner on either side."""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.loading.metadata.matching import as_paths, match, names_of
from tenor.loading.metadata.sidecar_rows import KEYS
from tenor.loading.metadata.sidecars import Sidecar
from tenor.loading.metadata.strings import as_array, find, take
from tenor.loading.metadata.telling import Places, tell_each
from tenor.loading.outcomes import LedgerRow, ledger_row


def join_sidecar(
    sidecar: Sidecar, paths: pa.Array, ids: pa.Array, places: Places, left_out: Iterable[str]
) -> tuple[dict[str, pa.Array], list[LedgerRow]]:
    """The values of each document's metadata row, by column, and the ledger rows.

    What finds no partner is told, but for the rows of files that were `left_out`: these are told already.
    """
    columns = {name: as_array(values) for name, values in sidecar.table.items()}
    keys = [columns.get(key, pa.nulls(len(sidecar.table), pa.large_string())) for key in KEYS]
    rows, ambiguous = match(paths, ids, *keys)
    values = {name: take(array, rows) for name, array in columns.items() if name != "file"}
    bare = np.flatnonzero(rows < 0).tolist()
    told = [
        *sidecar.ledger,
        *_unused_rows(sidecar, pc.coalesce(*keys), rows, ambiguous, left_out),
        *tell_each("document without metadata row", places, bare, [""] * len(bare)),
    ]
    return values, told


def _unused_rows(
    sidecar: Sidecar, keys: pa.Array, rows: np.ndarray, ambiguous: np.ndarray, left_out: Iterable[str]
) -> list[LedgerRow]:
    """The ledger rows for the metadata rows that belong to no document."""
    every = np.arange(len(keys))
    told = names_of(as_paths(pa.array(left_out, pa.large_string())))
    is_told = pc.is_in(names_of(as_paths(keys)), value_set=told, skip_nulls=True).to_numpy(False)
    unused = np.setdiff1d(every[~is_told], rows)
    is_repeated = (keys.is_valid().to_numpy(False) & (find(keys, keys) < every))[unused]
    reasons = np.select(
        [np.isin(unused, ambiguous), is_repeated],
        ["ambiguous metadata row", "repeated metadata row"],
        "metadata row without document",
    )
    numbers = sidecar.table.index.to_numpy()[unused].tolist()
    shown = take(pc.fill_null(keys, "neither file name nor id"), unused).to_pylist()
    return [
        ledger_row(sidecar.path, number, reason, key)
        for number, reason, key in zip(numbers, reasons.tolist(), shown, strict=True)
    ]
