"""The metadata table beside the inputs: a row for each document, found by file name or id."""

import csv
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from tenor.errors import UserError
from tenor.loading.columns import Columns
from tenor.loading.delimited import Row, read_table
from tenor.loading.files import Input
from tenor.loading.outcomes import LedgerRow, ledger_row

_KEYS = ("file", "doc_id")


@dataclass(frozen=True)
class Sidecar:
    """A metadata table: its path as shown, its columns under our names, the rows that could not be used."""

    path: str
    table: pd.DataFrame
    ledger: list[LedgerRow]


def read_sidecar(file: Input, data: bytes, columns: Columns) -> Sidecar:
    """Read a metadata table. Its index holds the row numbers; empty cells are missing.

    A column of texts is not taken over: texts come from the inputs.

    Raises
    ------
    UserError
        If it is no table, or has no column of file names or ids.
    """
    try:
        names, rows = read_table(data)
        rows = list(rows)
    except (UnicodeDecodeError, csv.Error) as error:
        raise UserError(
            f"metadata {file.location} cannot be read as a table ({error}); save it as UTF-8 CSV"
        ) from error
    ours = columns.rename(tuple(names))
    if not set(_KEYS) & set(ours):
        raise UserError(
            f"metadata {file.location} has no column of file names or ids; it has "
            f"{', '.join(map(repr, names)) or 'nothing'}. Name one: columns: {{file: NAME}} in a recipe, "
            "--column file=NAME on the command line"
        )
    usable = [row for row in rows if row.reason in ("", "short row")]
    table = pd.DataFrame(
        [row.cells for row in usable], index=[row.number for row in usable], columns=ours, dtype="string"
    )
    return Sidecar(file.path, clean(table.drop(columns="text", errors="ignore")), _faults(file.path, rows))


def _faults(path: str, rows: Iterable[Row]) -> list[LedgerRow]:
    return [
        ledger_row(path, row.number, "short row", row.detail)
        if row.reason == "short row"
        else ledger_row(path, row.number, "broken metadata row", row.detail or row.reason)
        for row in rows
        if row.reason
    ]


def clean(table: pd.DataFrame) -> pd.DataFrame:
    """The table with white space around its strings removed and empty ones missing."""
    return table.apply(lambda column: column.str.strip().replace("", pd.NA))


def join_sidecar(
    documents: pd.DataFrame, sidecar: Sidecar, *, left_out: Iterable[str] = ()
) -> tuple[pd.DataFrame, list[LedgerRow]]:
    """Give each document the values of its metadata row, which go before those found in the input itself.

    A row belongs to the document (or all rows of the file) whose path it names, with or without the folder;
    a file name alone must be the only one of its kind. Without such a match, the ids are compared. What finds
    no partner is told in the ledger, but for the rows of files that were `left_out`, which are there already.
    """
    rows, ambiguous = _match(documents, sidecar.table)
    found = sidecar.table.drop(columns="file", errors="ignore").reindex(rows).set_axis(documents.index)
    joined = documents.copy()
    for name, values in found.items():
        joined[name] = values.fillna(documents[name]) if name in documents else values
    unused = _unused_rows(sidecar, rows, ambiguous, {_name(path) for path in left_out})
    return joined, [*sidecar.ledger, *unused, *_bare_documents(documents[rows.isna()])]


def _match(documents: pd.DataFrame, table: pd.DataFrame) -> tuple[pd.Series, set[int]]:
    """The number of each document's metadata row, and the rows whose file name fits several."""
    rows = pd.Series(pd.NA, index=documents.index, dtype="Int64")
    ambiguous = set()
    if "file" in table:
        files, paths = _as_paths(table["file"]), _as_paths(documents["path"])
        rows = _look_up(paths, files)
        files, paths = _without(files, rows), paths[rows.isna()]
        names = files.map(_name)
        several = _names_of_several(files) | _names_of_several(paths)
        ambiguous = set(names.index[names.isin(several) & names.isin(paths.map(_name))])
        rows = rows.fillna(_look_up(paths.map(_name), names[~names.isin(several)]))
    if "doc_id" in table:
        rows = rows.fillna(_look_up(documents["doc_id"], _without(table["doc_id"], rows)))
    return rows, ambiguous


def _without(keys: pd.Series, rows: pd.Series) -> pd.Series:
    """The keys that are there and whose row is not among `rows`."""
    return keys.drop(index=rows.dropna().unique()).dropna()


def _look_up(keys: pd.Series, table_keys: pd.Series) -> pd.Series:
    """The row number in `table_keys` at which each of `keys` stands first."""
    firsts = table_keys.dropna().drop_duplicates()
    return keys.map(pd.Series(firsts.index, index=firsts.to_numpy(), dtype="Int64")).astype("Int64")


def _as_paths(written: pd.Series) -> pd.Series:
    """File paths in one spelling: "/" between folders, accents composed (macOS parts them)."""
    paths = written.str.replace("\\", "/", regex=False).str.removeprefix("./")
    return paths.map(lambda path: unicodedata.normalize("NFC", path), na_action="ignore")


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _names_of_several(paths: pd.Series) -> set[str]:
    names = paths.drop_duplicates().map(_name)
    return set(names[names.duplicated(keep=False)])


def _unused_rows(
    sidecar: Sidecar, rows: pd.Series, ambiguous: set[int], left_out: set[str]
) -> list[LedgerRow]:
    """The ledger rows for the metadata rows that belong to no document."""
    keys, *others = (sidecar.table[key] for key in _KEYS if key in sidecar.table)
    keys = keys.fillna(others[0]) if others else keys
    unused = keys.drop(index=rows.dropna().unique()).fillna("neither file name nor id")
    reasons = {
        **dict.fromkeys(unused.index, "metadata row without document"),
        **dict.fromkeys(keys.index[keys.duplicated() & keys.notna()], "repeated metadata row"),
        **dict.fromkeys(ambiguous, "ambiguous metadata row"),
    }
    return [
        ledger_row(sidecar.path, row, reasons[row], key)
        for row, key in unused.items()
        if _name(key) not in left_out
    ]


def _bare_documents(bare: pd.DataFrame) -> list[LedgerRow]:
    return [
        ledger_row(path, None if pd.isna(row) else row, "document without metadata row")
        for path, row in zip(bare["path"], bare["row"], strict=True)
    ]
