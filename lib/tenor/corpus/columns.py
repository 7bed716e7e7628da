"""Columns and tables on disk: Arrow files in one piece, opened by memory map."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.feather as feather


def write_columns(columns: Mapping[str, pa.Array | np.ndarray], path: Path) -> None:
    """Write columns of any lengths into one file, each in one piece, so that opening it copies nothing."""
    write_table(pa.table({name: _as_row(column) for name, column in columns.items()}), path)


def _as_row(column: pa.Array | np.ndarray) -> pa.LargeListArray:
    """The whole column as the one list of a column of lists."""
    values = pa.array(column) if isinstance(column, np.ndarray) else column
    return pa.LargeListArray.from_arrays(pa.array([0, len(values)], pa.int64()), values)


def read_columns(path: Path) -> dict[str, pa.Array]:
    """Map the columns that `write_columns` wrote into memory."""
    table = read_table(path)
    return {name: table[name].chunk(0).values for name in table.column_names}


def write_table(table: pa.Table, path: Path) -> None:
    """Write a table in one piece, so that opening it copies nothing."""
    feather.write_feather(table.combine_chunks(), path, compression="uncompressed", chunksize=len(table) + 1)


def read_table(path: Path) -> pa.Table:
    """Map the table that `write_table` wrote into memory."""
    return feather.read_table(path, memory_map=True)
