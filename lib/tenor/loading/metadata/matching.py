"""Which row of a metadata table belongs to which document."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.loading.metadata.strings import find


def match(
    paths: pa.Array, ids: pa.Array, files: pa.Array, file_ids: pa.Array
) -> tuple[np.ndarray, np.ndarray]:
    """The number of each document's row in a table, -1 for none, and the rows whose file fits several.

    `files` and `file_ids` are what the rows name their documents by, null where they do not. A row belongs to
    the document (or to all rows of the file) whose path it names. Else the ends of both paths are compared,
    as many folders as they have and then fewer, down to the bare name; an end must be the only one of its
    kind on both sides. Last, the ids are compared, and with them names of files that lack their suffix.

    >>> files, none = pa.array(["b.txt", "a"], pa.large_string()), pa.nulls(2, pa.large_string())
    >>> match(pa.array(["in/a.txt", "in/b.txt"], pa.large_string()), pa.array(["a", "b"]), files, none)
    (array([1, 0]), array([], dtype=int64))
    """
    encoded, distinct = as_paths(paths).dictionary_encode(), as_paths(files).unique().drop_null()
    places = find(distinct, as_paths(files))
    by_path, ambiguous = _match_ends(encoded.dictionary, distinct)
    rows = _numbers(places, by_path)[encoded.indices.to_numpy()]
    for keys in (file_ids, files):
        unused = _only(keys, ~_used(len(keys), rows))
        rows = np.where(rows < 0, find(ids, unused), rows)
    return rows, np.setdiff1d(places[ambiguous], rows)


def as_paths(written: pa.Array) -> pa.Array:
    """File paths in one spelling: "/" between folders, accents composed (macOS parts them)."""
    paths = pc.replace_substring(written, "\\", "/")
    return pc.utf8_normalize(pc.replace_substring_regex(paths, r"\A(?:\./)+", ""), form="NFC")


def names_of(paths: pa.Array, depth: int = 1) -> pa.Array:
    """The last `depth` parts of each path, or as many as it has.

    >>> names_of(pa.array(["x/y/a.txt", "b.txt"]), 2).to_pylist()
    ['y/a.txt', 'b.txt']
    """
    return pc.extract_regex(paths, rf"(?P<end>(?:[^/]+/){{0,{depth - 1}}}[^/]*)\z").field("end")


def _match_ends(paths: pa.Array, files: pa.Array) -> tuple[np.ndarray, np.ndarray]:
    """The number of each path's file, -1 for none, and of the files that fit several. All are distinct."""
    rows = find(paths, files)
    ambiguous = np.zeros(0, np.int64)
    for depth in range(min(_depth(paths), _depth(files)), 0, -1):
        open_paths, open_files = np.flatnonzero(rows < 0), np.flatnonzero(~_used(len(files), rows))
        ends = names_of(paths.take(pa.array(open_paths)), depth)
        file_ends = names_of(files.take(pa.array(open_files)), depth)
        is_several = _is_in(file_ends, pa.concat_arrays([_repeated(ends), _repeated(file_ends)]))
        ambiguous = open_files[is_several & _is_in(file_ends, ends)]
        rows[open_paths] = _numbers(open_files, find(ends, _only(file_ends, ~is_several)))
    return rows, ambiguous


def _depth(paths: pa.Array) -> int:
    return (pc.max(pc.count_substring(paths, "/")).as_py() or 0) + 1


def _used(length: int, rows: np.ndarray) -> np.ndarray:
    used = np.zeros(length, bool)
    used[rows[rows >= 0]] = True
    return used


def _numbers(numbers: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The numbers at `places`, -1 where the place is negative."""
    return np.append(numbers, -1)[places]


def _only(array: pa.Array, keep: np.ndarray) -> pa.Array:
    """The array with null where it is not to be kept."""
    return pc.if_else(pa.array(keep), array, pa.scalar(None, array.type))


def _is_in(array: pa.Array, among: pa.Array) -> np.ndarray:
    return pc.is_in(array, value_set=among).to_numpy(zero_copy_only=False)


def _repeated(values: pa.Array) -> pa.Array:
    counts = values.value_counts()
    return counts.filter(pc.greater(counts.field("counts"), 1)).field("values")
