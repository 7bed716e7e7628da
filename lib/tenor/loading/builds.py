"""Building a corpus: the inputs are read, their metadata finished, and the documents told apart."""

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.columns import write_table
from tenor.corpus.ranges import find_runs
from tenor.corpus.store import join_shards, write_corpus
from tenor.loading.accounts import account, check_columns, recognised
from tenor.loading.counts import COUNTS, count_documents
from tenor.loading.duplicates.likeness import Likeness, Words, cluster, compare, nothing, write_likeness
from tenor.loading.found import Found, write_found
from tenor.loading.identities import fingerprint, identity, reading_identity
from tenor.loading.inputs.finding import Inputs
from tenor.loading.marking import mark_boilerplate
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.finishing import finish
from tenor.loading.metadata.sidecars import Sidecar, read_sidecar
from tenor.loading.past import STATE, Past, read_past
from tenor.loading.reading import SHARD_BYTES, read_inputs
from tenor.loading.settings import Settings
from tenor.loading.shards import ledger_table

# What is kept of a document for the next build, and is no metadata.
_INNER = ("text_digest", "input", "shard", "place", "n_lines", "n_marks")


def build_corpus(
    inputs: Inputs,
    settings: Settings,
    folder: Path,
    *,
    earlier: Path | None = None,
    shard_bytes: int = SHARD_BYTES,
) -> None:
    """Load `inputs` and write the corpus into `folder`, which is empty.

    Inputs that are unchanged since the corpus in the folder `earlier` was built are taken from there; the
    result is the same.

    Raises
    ------
    UserError
        If the metadata lack a column, the settings name one that is nowhere, or nothing is left.
    TenorError
        If documents and ledger do not add up to what was found.
    """
    columns = Columns(settings.mapping)
    sidecar = read_sidecar(inputs.sidecar, columns, settings.limits) if inputs.sidecar else None
    past = read_past(earlier, reading_identity(settings))
    found, old = read_inputs(inputs.files, settings, folder, past, shard_bytes)
    runs = find_runs(found.contents.column("shard"), found.contents.column("place"))
    described = _describe(found, inputs, settings, columns, sidecar)
    raw = join_shards(folder, found.shards, runs, *described)
    corpus, counts, likeness = _tell_apart(raw, found, past, old)
    state = folder / STATE
    write_found(found, state)
    write_table(counts, state / "counts.arrow")
    write_likeness(likeness, state)
    write_corpus(corpus, folder, found.shards, runs)


def _describe(
    found: Found, inputs: Inputs, settings: Settings, columns: Columns, sidecar: Sidecar | None
) -> tuple[pd.DataFrame, pd.DataFrame, dict]:
    """The documents' metadata, the ledger and the manifest."""
    check_columns(found, columns)
    left_out = account(found, inputs)
    records = found.contents.records.drop_columns(list(_INNER)).to_pandas()
    documents, changes = finish(
        records, sidecar=sidecar, pattern=settings.read_pattern(), left_out=left_out.to_pylist()
    )
    ledger = _join_ledgers(found.ledger, ledger_table(changes, [0] * len(changes)))
    manifest = {
        "fingerprint": fingerprint(found, documents, ledger),
        "found": int(found.inputs["n_found"].to_numpy().sum()),
        "n_passed_over": inputs.n_passed_over,
        "recognised": recognised(columns),
        **identity(inputs, settings),
    }
    return documents, ledger, manifest


def _join_ledgers(*ledgers: pa.Table) -> pd.DataFrame:
    rows = pa.concat_tables(ledgers).drop_columns("input").to_pandas()
    return rows.astype({name: "Int64" if name == "row" else "string" for name in rows})


def _tell_apart(
    raw: Corpus, found: Found, past: Past | None, old: np.ndarray
) -> tuple[Corpus, pa.Table, Likeness]:
    """The corpus with its boilerplate marked and its near-copies in clusters, and what the next build may
    use again."""
    marks = mark_boilerplate(raw, found.contents)
    counts, fresh = count_documents(raw, marks, past and past.counts, old)
    corpus = raw.with_marks(marks, {name: counts[name].to_numpy() for name in COUNTS})
    known = (past.likeness if past else nothing()).follow(np.where(fresh, -1, old))
    words = Words(corpus)
    likeness = compare(words, known, fresh)
    corpus.documents[["cluster", "similarity"]] = cluster(corpus.documents, words, likeness)
    return corpus, counts, likeness
