"""The metadata of all documents at once: joined with the table beside them, normalised, every id its own."""

import posixpath
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from tenor.corpus.corpora import DOCUMENT_COLUMNS
from tenor.loading.dates import read_date
from tenor.loading.outcomes import LedgerRow, ledger_row
from tenor.loading.sidecars import Sidecar, clean, join_sidecar


def finish(
    documents: pd.DataFrame, sidecar: Sidecar | None = None, *, left_out: Iterable[str] = ()
) -> tuple[pd.DataFrame, list[LedgerRow]]:
    """Complete the metadata of `documents`, a table of what the inputs gave and a `text_digest` for each.

    `doc_id` is what the input or the metadata says, else the file's name without suffix (its path where names
    meet twice), with "-" and the number for a row; a repeated one gets "#2" behind it. `published` is ISO,
    missing where it was no date or ambiguous. `cluster` is the `doc_id` of the first document with the same
    text. Returned with the ledger rows of all that was changed. `left_out` are paths that gave no document.
    """
    documents = documents.reset_index(drop=True)
    documents = documents.astype({"path": "string", "row": "Int64", "encoding": "string"})
    found = documents.columns.difference(["path", "row", "encoding", "text_digest"], sort=False)
    documents[found] = clean(documents[found].astype("string"))
    for name in DOCUMENT_COLUMNS:
        if name not in documents:
            documents[name] = pd.array([pd.NA] * len(documents), dtype="string")
    documents["doc_id"] = documents["doc_id"].fillna(_default_ids(documents))
    joined_ledger = []
    if sidecar:
        documents, joined_ledger = join_sidecar(documents, sidecar, left_out=left_out)
    date_ledger = _read_dates(documents)
    id_ledger = _separate_ids(documents)
    first = documents.groupby("text_digest", sort=False)["doc_id"].transform("first")
    documents["cluster"] = first.astype("string")
    further = documents.columns.difference([*DOCUMENT_COLUMNS, "cluster", "text_digest"], sort=False)
    return documents[[*DOCUMENT_COLUMNS, "cluster", *further]], [*joined_ledger, *date_ledger, *id_ledger]


def _default_ids(documents: pd.DataFrame) -> pd.Series:
    """The file's name without suffix, or its path where two share that; "-" and the number for a row."""
    paths = documents["path"].drop_duplicates()
    long = paths.map(lambda path: posixpath.splitext(path)[0])
    stems = long.map(posixpath.basename)
    stems = stems.where(~stems.duplicated(keep=False), long)
    ids = documents["path"].map(dict(zip(paths, stems, strict=True)))
    rows = documents["row"].astype("string")
    return ids.where(rows.isna(), ids + "-" + rows).astype("string")


def _read_dates(documents: pd.DataFrame) -> list[LedgerRow]:
    """Put ISO dates into `published`, in place."""
    written = documents["published"]
    read = {value: read_date(value) for value in written.dropna().unique()}
    iso = {value: date or pd.NA for value, (date, _) in read.items()}
    documents["published"] = written.map(iso).astype("string")
    unread = documents[written.notna() & documents["published"].isna()]
    return _ledger(unread, [read[value][1] for value in written[unread.index]], written[unread.index])


def _separate_ids(documents: pd.DataFrame) -> list[LedgerRow]:
    """Put "#2" and on behind repeated ids, in place."""
    given = documents["doc_id"]
    documents["doc_id"] = pd.array(distinct_ids(given), dtype="string")
    changed = documents[given.duplicated()]
    details = given[changed.index] + " is now " + changed["doc_id"]
    return _ledger(changed, ["duplicate id"] * len(changed), details)


def distinct_ids(ids: Iterable[str]) -> list[str]:
    """`ids` with "#2", "#3" behind those that came before, in order.

    >>> distinct_ids(["a", "a", "a#2", "a"])
    ['a', 'a#3', 'a#2', 'a#4']
    """
    ids = list(ids)
    taken, counts, distinct = set(ids), Counter(), []
    for given in ids:
        counts[given] += 1
        name = given
        while counts[given] > 1 and name in taken:
            name = f"{given}#{counts[given]}"
            counts[given] += name in taken
        taken.add(name)
        distinct.append(name)
    return distinct


def _ledger(rows: pd.DataFrame, reasons: Iterable[str], details: Iterable[str]) -> list[LedgerRow]:
    numbers = (None if pd.isna(row) else int(row) for row in rows["row"])
    return [
        ledger_row(path, row, reason, detail)
        for path, row, reason, detail in zip(rows["path"], numbers, reasons, details, strict=True)
    ]
