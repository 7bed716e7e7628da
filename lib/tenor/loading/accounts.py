"""The accounts of a build: every input is told, and the numbers add up."""

import json
from collections import Counter
from itertools import chain

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.errors import TenorError, UserError
from tenor.loading.found import Found
from tenor.loading.inputs.finding import Inputs
from tenor.loading.metadata.columns import SYNONYMS, Columns, check_mapping


def check_columns(found: Found, columns: Columns) -> None:
    """Keep in `columns` which names the inputs gave, and check that the user's are among them."""
    for met in pc.unique(found.inputs["columns"]).to_pylist():
        columns.seen.update((tuple(names), tuple(ours)) for names, ours in json.loads(met or "[]"))
    check_mapping(columns.mapping, chain.from_iterable(columns.seen))


def account(found: Found, inputs: Inputs) -> pa.ChunkedArray:
    """Check that each input is told, and that documents and what was left out are as many as was met.

    Returns the paths of what was left out.

    Raises
    ------
    UserError
        If there is no document at all.
    TenorError
        If the numbers do not add up.
    """
    left_out = found.ledger.filter(pc.equal(found.ledger["outcome"], "left out"))
    told = np.concatenate([found.contents.column("input"), left_out["input"].to_numpy()])
    n_told = np.bincount(told, minlength=len(inputs.files))
    n_found = found.inputs["n_found"].to_numpy()
    wrong = np.flatnonzero((n_told != n_found) | (n_told == 0))
    if len(wrong):
        raise TenorError(
            f"{len(found.contents.records)} documents and {len(left_out)} left out do not add up to "
            f"{n_found.sum()} found in {inputs.path}; the first that differs is "
            f"{inputs.files[wrong[0]].path}. This is a fault of Tenor, please report it"
        )
    if not len(found.contents.records):
        raise UserError(_nothing_loaded(left_out, inputs))
    return left_out["path"]


def _nothing_loaded(left_out: pa.Table, inputs: Inputs) -> str:
    counts = Counter(left_out["reason"].to_pylist()).most_common()
    told = ", ".join(f"{count} {reason}" for reason, count in counts)
    firsts = {}
    for row in left_out.to_pylist():
        firsts.setdefault(row["reason"], f"{row['path']}: {row['detail'] or row['reason']}; {row['remedy']}")
    first = ". Another is ".join(firsts.values())
    return f"no document could be loaded from {inputs.path}; left out: {told}. The first is {first}"


def recognised(columns: Columns) -> dict[str, list[str]]:
    """Our names, and those that the inputs give them."""
    theirs = {ours: set() for ours in SYNONYMS}
    for names, ours in columns.seen.items():
        for name, our in zip(names, ours, strict=True):
            theirs.get(our, set()).add(name)
    return {ours: sorted(names) for ours, names in theirs.items() if names}
