"""Where metadata was found: of each value the first origin that has one, and what the others say."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tenor.loading.metadata.columns import OWN
from tenor.loading.metadata.strings import as_array, clean, is_valid
from tenor.loading.metadata.telling import Places, tell_alike
from tenor.loading.outcomes import LedgerRow

# The earlier goes before the later.
ORIGINS = ("sidecar", "pattern", "file", "page", "dateline", "byline")
# Those that state what is so; the others are read out of the text's conventions.
_STATING = ORIGINS[:4]

# name of a column -> origin -> a value for each document
Found = dict[str, dict[str, pa.Array]]


def gather(records: pd.DataFrame) -> Found:
    """The columns of `records` that are named "ORIGIN:NAME", without empty values.

    A NAME that is one of Tenor's own columns gets "_given" behind it.
    """
    found: Found = {}
    for column in records:
        origin, _, name = str(column).partition(":")
        if name and origin in ORIGINS:
            name = f"{name}_given" if name in OWN else name
            add(found, origin, {name: clean(as_array(records[column]))})
    return found


def add(found: Found, origin: str, values: Mapping[str, pa.Array]) -> None:
    """Put what `origin` says into `found`."""
    for name, array in values.items():
        found.setdefault(name, {})[origin] = array


def choose(said: Mapping[str, pa.Array], n_documents: int) -> tuple[pa.Array, np.ndarray]:
    """Each document's first value in the order of `ORIGINS`, and the number of its origin, -1 for none."""
    values = pa.nulls(n_documents, pa.large_string())
    numbers = np.full(n_documents, -1, np.int8)
    for number, origin in enumerate(ORIGINS):
        if origin in said:
            values = pc.coalesce(values, said[origin])
            numbers[(numbers < 0) & is_valid(said[origin])] = number
    return values, numbers


def as_origins(numbers: np.ndarray) -> pd.Categorical:
    """The names of these origins."""
    return pd.Categorical.from_codes(numbers, categories=list(ORIGINS))


def disagreements(name: str, said: Mapping[str, pa.Array], places: Places) -> list[LedgerRow]:
    """Ledger rows for documents of which two origins state different values, by the one kept and the other.

    A partial date agrees with each day in it, and capital letters make no difference.
    """
    stating = {origin: said[origin] for origin in _STATING if origin in said}
    kept, numbers = choose(stating, len(places))
    told = []
    for origin, values in stating.items():
        differ = pc.not_equal(pc.utf8_lower(kept), pc.utf8_lower(values))
        for keeper in range(_STATING.index(origin)):
            documents = np.flatnonzero(pc.fill_null(differ, False).to_numpy(False) & (numbers == keeper))
            pairs = zip(_at(kept, documents), _at(values, documents), strict=True)
            details = {
                document: f"{name}: {ORIGINS[keeper]} {one}, {origin} {other}; the first was kept"
                for document, (one, other) in zip(documents.tolist(), pairs, strict=True)
                if name != "published" or not _overlap(one, other)
            }
            told += tell_alike("values disagree", places, list(details), details.values())
    return told


def _at(array: pa.Array, numbers: np.ndarray) -> list[str]:
    return array.take(pa.array(numbers)).to_pylist()


def _overlap(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
