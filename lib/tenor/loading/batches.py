"""The documents of one shard: what is kept of each besides its text."""

from hashlib import blake2b
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from tenor.loading.found import Contents
from tenor.loading.outcomes import Document
from tenor.loading.texts.conventions import find_conventions
from tenor.loading.texts.languages import detect_language
from tenor.loading.texts.lines import lines_of
from tenor.loading.texts.repeated_lines import line_spans

_INTEGERS = {"row", "input", "shard", "place", "n_lines", "n_marks"}
_NAMES = (
    "path",
    "row",
    "encoding",
    "language",
    "text_digest",
    "input",
    "shard",
    "place",
    "n_lines",
    "n_marks",
)


class Batch:
    """Collects documents; `n_characters` is the length of their texts together."""

    def __init__(self):
        self.n_characters = 0
        self._records: list[dict[str, Any]] = []
        self._lines: list[tuple[int, int, int]] = []
        self._marks: list[tuple[int, int, str]] = []

    def add(self, number: int, document: Document) -> None:
        """Keep what there is to know of `document`, which comes from the input `number`."""
        text = document.text
        lines = lines_of(text)
        conventions, spans = find_conventions(lines), line_spans(lines)
        own = (
            *(document.path, document.row, document.encoding, detect_language(text) or None, _digest(text)),
            *(number, 0, len(self._records), len(spans), len(conventions.marks)),
        )
        record = dict(zip(_NAMES, own, strict=True))
        for origin, fields in ({document.origin: document.fields} | conventions.fields).items():
            record |= {f"{origin}:{name}": value for name, value in fields.items()}
        self._records.append(record)
        self._lines += spans
        self._marks += conventions.marks
        self.n_characters += len(text)

    def contents(self, counts: dict[str, np.ndarray]) -> Contents:
        """All of it as tables, with the counts of each document."""
        names = dict.fromkeys(chain(_NAMES, chain.from_iterable(self._records)))
        columns = {
            name: pa.array(
                [record.get(name) for record in self._records],
                pa.int32() if name in _INTEGERS else pa.string(),
            )
            for name in names
        }
        starts, ends, digests = _columns_of(self._lines)
        mark_starts, mark_ends, kinds = _columns_of(self._marks)
        marks = {
            "start": pa.array(mark_starts, pa.int32()),
            "end": pa.array(mark_ends, pa.int32()),
            "kind": pa.array(kinds, pa.string()),
        }
        return Contents(
            pa.table(columns | {name: pa.array(values, pa.int64()) for name, values in counts.items()}),
            np.array(digests, np.uint64),
            np.array(ends, np.int32) - np.array(starts, np.int32),
            pa.table(marks),
        )


def _columns_of(rows: list[tuple]) -> tuple:
    return tuple(zip(*rows, strict=True)) if rows else ((), (), ())


def _digest(text: str) -> str:
    """The same for texts that differ in the space around them and the kind of their line breaks alone."""
    lines = text.strip()
    if "\r" in lines:
        lines = lines.replace("\r\n", "\n")
    return blake2b(lines.encode(errors="replace"), digest_size=16).hexdigest()
