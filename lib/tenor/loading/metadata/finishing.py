"""The metadata of all documents at once: of each value the first origin, dates in ISO, every id its own."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.corpora import DOCUMENT_COLUMNS
from tenor.errors import UserError
from tenor.loading.metadata.ids import default_ids, separate_ids
from tenor.loading.metadata.joins import join_sidecar
from tenor.loading.metadata.origins import Found, add, as_origins, choose, disagreements, gather
from tenor.loading.metadata.patterns import Pattern
from tenor.loading.metadata.publication import read_published
from tenor.loading.metadata.sidecars import Sidecar
from tenor.loading.metadata.strings import as_array, as_table
from tenor.loading.metadata.telling import Places
from tenor.loading.outcomes import LedgerRow, ledger_row

# Of these it is told where each value was found.
TRACED = ("title", "source", "published", "author", "agency", "place")


def finish(
    records: pd.DataFrame,
    *,
    sidecar: Sidecar | None = None,
    pattern: Pattern | None = None,
    left_out: Iterable[str] = (),
) -> tuple[pd.DataFrame, list[LedgerRow]]:
    """The metadata of the documents, and the ledger rows of what was changed.

    `records` has one row a document, in order: `path`, `row`, `encoding`, `language`, further columns of
    Tenor's own such as counts, and what was found, as "ORIGIN:NAME" (see `tenor.loading.metadata.origins`),
    such as "file:title". `left_out` are paths that gave no document.

    In the result, a value is that of the first origin that has one: the sidecar, the pattern of file names,
    the input file, the page, the dateline, the byline. Empty strings and those of white space are missing.
    For each of `TRACED` there is a column such as `title_origin`. `published` is the first that is a date,
    as written and possibly partial, and `published_time` the time of day beside it. `doc_id` is what was
    found, else the file's name without suffix (its path where names meet twice), with "-" and the number for
    a row; a repeated one gets "#2" behind it. The columns are `DOCUMENT_COLUMNS`, Tenor's own further ones,
    further metadata in order of appearance, and the origins.

    Raises
    ------
    UserError
        If no path at all is like the pattern.
    """
    records = records.reset_index(drop=True).astype({"row": "Int64"})
    paths, places, found = as_array(records["path"]), Places.of(records), gather(records)
    n_documents = len(records)
    told = _add_pattern(found, pattern, paths) if pattern else []
    ids = pc.coalesce(
        choose(found.pop("doc_id", {}), n_documents)[0], default_ids(paths, pa.array(records["row"]))
    )
    if sidecar:
        values, joined = join_sidecar(sidecar, paths, ids, places, left_out)
        ids = pc.coalesce(values.pop("doc_id", ids), ids)
        add(found, "sidecar", values)
        told += joined
    ids, separated = separate_ids(ids, places)
    times, undated = read_published(found, places)
    told += separated + undated
    for name in ("source", "published"):
        told += disagreements(name, found.get(name, {}), places)
    return _assemble(records, found, {"doc_id": ids, "published_time": times}), told


def _add_pattern(found: Found, pattern: Pattern, paths: pa.Array) -> list[LedgerRow]:
    """Put what the names of files say into `found`; each that is unlike the pattern is a ledger row."""
    encoded = paths.dictionary_encode()
    distinct = encoded.dictionary.to_pandas()
    fields = pattern.match(distinct)
    unlike = distinct[fields.isna().all(axis=1)]
    if 0 < len(distinct) == len(unlike):
        raise UserError(
            f"pattern = {pattern.written!r} is like none of the {len(distinct):,} files' names; the first is "
            f"{distinct[0]!r}. Write it as the names are, or leave it out: pattern = ''"
        )
    add(found, "pattern", {name: as_array(fields[name]).take(encoded.indices) for name in fields})
    return [ledger_row(path, None, "name unlike pattern", pattern.written) for path in unlike]


def _assemble(records: pd.DataFrame, found: Found, own: dict[str, pa.Array]) -> pd.DataFrame:
    """The table of documents, its columns in their order."""
    chosen = {name: choose(said, len(records)) for name, said in found.items()}
    given = {name: as_array(records[name]) for name in ("path", "encoding", "language") if name in records}
    strings = {**{name: values for name, (values, _) in chosen.items()}, **given, **own}
    none = pa.nulls(len(records), pa.large_string())
    columns = dict(
        as_table({name: strings.get(name, none) for name in [*DOCUMENT_COLUMNS, *strings]}, records.index)
    )
    columns["row"] = records["row"]
    counts = {name: records[name] for name in records if ":" not in name and name not in DOCUMENT_COLUMNS}
    ordered = {name: columns.pop(name) for name in DOCUMENT_COLUMNS}
    nowhere = np.full(len(records), -1, np.int8)
    origins = {
        f"{name}_origin": as_origins(chosen[name][1] if name in chosen else nowhere) for name in TRACED
    }
    return pd.DataFrame({**ordered, **counts, **columns, **origins})
