"""The metadata table beside the inputs: a row for each document, named by file name or id."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from tenor.errors import UserError
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.delimited import Row
from tenor.loading.metadata.sidecar_rows import KEYS, read_rows
from tenor.loading.metadata.strings import as_table, clean
from tenor.loading.outcomes import LedgerRow, ledger_row

# What is told of rows that are used nevertheless.
_USED = ("short row", "characters replaced")


@dataclass(frozen=True)
class Sidecar:
    """A metadata table: its path as shown, its columns under our names, the rows that could not be used.

    The index of `table` holds the row numbers; empty cells are missing.
    """

    path: str
    table: pd.DataFrame
    ledger: list[LedgerRow]


def read_sidecar(file: Input, columns: Columns, limits: Limits) -> Sidecar:
    """Read a metadata table, in a format of `tenor.loading.metadata.sidecar_rows`.

    A column of texts is not taken over: texts come from the inputs.

    Raises
    ------
    UserError
        If it cannot be read, is no table, or has no column of file names or ids.
    """
    names, rows = _rows_of(file, columns, limits)
    ours = columns.rename(tuple(names))
    if not set(KEYS) & set(ours):
        raise UserError(
            f"metadata {file.location} has no column of file names or ids; it has "
            f"{', '.join(map(repr, names)) or 'nothing'}. Name one: columns: {{file: NAME}} in a recipe, "
            "--column file=NAME on the command line"
        )
    usable = [row for row in rows if row.reason in ("", *_USED)]
    return Sidecar(file.path, _as_table(ours, usable), _faults(file.path, rows))


def _rows_of(file: Input, columns: Columns, limits: Limits) -> tuple[list[str], list[Row]]:
    try:
        return read_rows(file, columns, limits)
    except OSError as error:
        raise UserError(
            f"metadata {file.location} cannot be read ({error.strerror}); allow reading it (chmod u+r)"
        ) from error
    except (ValueError, csv.Error) as error:
        raise UserError(
            f"metadata {file.location} cannot be read as a table ({error}); save it as UTF-8 CSV"
        ) from error


def _as_table(names: Sequence[str], rows: Sequence[Row]) -> pd.DataFrame:
    cells = zip(*(row.cells for row in rows), strict=True) if rows else [()] * len(names)
    columns = {
        name: clean(pa.array(values, pa.large_string()))
        for name, values in zip(names, cells, strict=True)
        if name != "text"
    }
    return as_table(columns, pd.Index([row.number for row in rows], dtype="int64"))


def _faults(path: str, rows: Iterable[Row]) -> list[LedgerRow]:
    told = [
        ledger_row(path, row.number or None, row.reason, row.detail)
        if row.reason in (*_USED, "other metadata sheet")
        else ledger_row(path, row.number, "broken metadata row", row.detail or row.reason)
        for row in rows
        if row.reason
    ]
    guessed = [row for row in rows if row.guessed]
    if guessed:
        detail = f"{len(guessed):,} rows read as {guessed[0].encoding}"
        told.append(ledger_row(path, guessed[0].number, "encoding guessed", detail))
    return told
