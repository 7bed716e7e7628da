"""The id of every document, each of its own."""

from collections import Counter
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from tenor.loading.metadata.telling import Places, tell_each
from tenor.loading.outcomes import LedgerRow

# A name without its suffix; the dots of a hidden file's name begin none.
_SUFFIX = r"([^/.][^/]*)\.[^./]*\z"


def default_ids(paths: pa.Array, rows: pa.Array) -> pa.Array:
    """The file's name without suffix, or its path where two files share that; "-" and the number for a row.

    >>> default_ids(pa.array(["x/a.txt", "n.csv"]), pa.array([None, 2])).to_pylist()
    ['a', 'n-2']
    """
    encoded = paths.dictionary_encode()
    long = pc.replace_substring_regex(encoded.dictionary, _SUFFIX, r"\1")
    stems = pc.replace_substring_regex(long, r"\A(?s:.*)/", "")
    counts = stems.value_counts()
    repeated = counts.filter(pc.greater(counts.field("counts"), 1)).field("values")
    stems = pc.if_else(pc.is_in(stems, value_set=repeated), long, stems)
    ids = stems.take(encoded.indices)
    with_rows = pc.binary_join_element_wise(ids, rows.cast(ids.type), pa.scalar("-", ids.type))
    return pc.coalesce(with_rows, ids)


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


def separate_ids(ids: pa.Array, places: Places) -> tuple[pa.Array, list[LedgerRow]]:
    """The ids made distinct, and the ledger rows that tell which were repeated."""
    if pc.count_distinct(ids).as_py() == len(ids):
        return ids, []
    given = ids.to_pylist()
    distinct = distinct_ids(given)
    changed = [number for number, name in enumerate(given) if name != distinct[number]]
    details = [f"{given[number]} is now {distinct[number]}" for number in changed]
    return pa.array(distinct, ids.type), tell_each("duplicate id", places, changed, details)
