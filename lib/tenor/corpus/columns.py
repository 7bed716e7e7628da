"""Columns and tables on disk: Arrow files in one piece, opened by memory map."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.feather as feather


def write_column(column: pa.Array | np.ndarray, path: Path) -> None:
    """Write a column in one piece, so that opening it copies nothing."""
    table = pa.table({"column": column})
    feather.write_feather(table, path, compression="uncompressed", chunksize=max(len(table), 1))


def read_column(path: Path) -> pa.Array:
    """Map the column that `write_column` wrote into memory."""
    column = feather.read_table(path, memory_map=True).column(0)
    return column.chunk(0) if column.num_chunks else pa.array([], column.type)


def write_table(table: pa.Table, path: Path) -> None:
    """Write a table in one piece, so that opening it copies nothing."""
    feather.write_feather(table.combine_chunks(), path, compression="uncompressed", chunksize=len(table) + 1)


def read_table(path: Path) -> pa.Table:
    """Map the table that `write_table` wrote into memory."""
    return feather.read_table(path, memory_map=True)
