"""Columns of strings as Arrow arrays, so that whole columns are worked on at once."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def as_array(values: pd.Series) -> pa.Array:
    """The strings of a column; what pandas takes as missing is null."""
    array = pa.array(values, pa.large_string(), from_pandas=True)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def clean(array: pa.Array) -> pa.Array:
    """The strings without white space around them; empty ones are null."""
    trimmed = pc.utf8_trim_whitespace(array)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, trimmed.type), trimmed)


def take(array: pa.Array, numbers: np.ndarray) -> pa.Array:
    """The values at these places, null where the number is negative."""
    return array.take(pa.array(numbers, mask=numbers < 0))


def find(array: pa.Array, among: pa.Array) -> np.ndarray:
    """The first place of each value in `among`, -1 where it is null or not there."""
    return pc.fill_null(pc.index_in(array, value_set=among, skip_nulls=True), -1).to_numpy().astype(np.int64)


def is_valid(array: pa.Array) -> np.ndarray:
    return array.is_valid().to_numpy(zero_copy_only=False)


def as_table(columns: Mapping[str, pa.Array], index: pd.Index) -> pd.DataFrame:
    """The columns as a table of pandas, of the dtype "string"."""
    table = pa.table(dict(columns)).to_pandas(types_mapper=lambda _: pd.StringDtype())
    return table.set_axis(index) if len(columns) else pd.DataFrame(index=index)
