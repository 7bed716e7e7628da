"""What the inputs gave: those that one worker read, or all of them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.columns import read_table, write_table
from tenor.corpus.ranges import gather


@dataclass(frozen=True)
class Contents:
    """What is kept of documents, but for their texts, which are in shards.

    - `records`: one row a document: `path`, `row`, `encoding`, `language`, `text_digest`, the metadata as
      "file:title", "page:author" and so on, `n_characters`, `n_tokens`, `n_words`, `n_sentences`; `input`
      (its number), `shard` (its number) and `place` in the shard; `n_lines` and `n_marks`
    - `digests`, `sizes`: one entry a line of each document, see `tenor.loading.texts.repeated_lines`
    - `marks`: one row a mark of each document: `start`, `end`, `kind`
    """

    records: pa.Table
    digests: np.ndarray
    sizes: np.ndarray
    marks: pa.Table

    def column(self, name: str) -> np.ndarray:
        """A numeric column of the records."""
        return self.records[name].to_numpy()

    def bounds(self, name: str) -> np.ndarray:
        """Where the lines (`n_lines`) or marks (`n_marks`) of each document begin, and their number."""
        return np.concatenate([[0], np.cumsum(self.column(name))]).astype(np.int64)

    def take(self, numbers: np.ndarray) -> "Contents":
        """The documents with these numbers, in this order."""
        lines, _ = gather(self.bounds("n_lines"), numbers)
        marks, _ = gather(self.bounds("n_marks"), numbers)
        return Contents(
            self.records.take(pa.array(numbers)),
            self.digests[lines],
            self.sizes[lines],
            self.marks.take(pa.array(marks)),
        )


@dataclass(frozen=True)
class Found:
    """Inputs and what each of them gave.

    - `inputs`: one row an input: `path`, `size`, `mtime_ns`, the `columns` met in it, and `n_found`, the
      documents and rows met in it
    - `ledger`: one row a ledger row, with the number of the `input` that it belongs to
    - `shards`: the names of the shards that hold the texts
    """

    inputs: pa.Table
    ledger: pa.Table
    shards: list[str]
    contents: Contents


def concat_contents(parts: Sequence[Contents], inputs: Sequence[int], shards: Sequence[int]) -> Contents:
    """All `parts`, one behind the other, their inputs and shards numbered from these numbers on."""
    records = [
        _shift(_shift(part.records, "input", first_input), "shard", first_shard)
        for part, first_input, first_shard in zip(parts, inputs, shards, strict=True)
    ]
    return Contents(
        pa.concat_tables(records, promote_options="default"),
        np.concatenate([part.digests for part in parts]),
        np.concatenate([part.sizes for part in parts]),
        pa.concat_tables([part.marks for part in parts]),
    )


def concat(parts: Sequence[Found]) -> Found:
    """All `parts`, one behind the other."""
    inputs = np.cumsum([0] + [len(part.inputs) for part in parts])[:-1]
    shards = np.cumsum([0] + [len(part.shards) for part in parts])[:-1]
    return Found(
        pa.concat_tables([part.inputs for part in parts]),
        pa.concat_tables(
            [_shift(part.ledger, "input", first) for part, first in zip(parts, inputs, strict=True)]
        ),
        [name for part in parts for name in part.shards],
        concat_contents([part.contents for part in parts], inputs, shards),
    )


def _shift(table: pa.Table, name: str, by: int) -> pa.Table:
    return renumber(table, name, pc.add(table[name], pa.scalar(int(by), pa.int32()))) if by else table


def renumber(table: pa.Table, name: str, values: pa.Array | np.ndarray) -> pa.Table:
    """The table with these whole numbers as its column `name`."""
    numbers = values if isinstance(values, pa.ChunkedArray) else pa.array(values, pa.int32())
    return table.set_column(table.column_names.index(name), name, numbers)


def write_found(found: Found, folder: Path) -> None:
    """Write `found` into `folder`, which is made; the names of its shards are the corpus' business."""
    folder.mkdir()
    contents = found.contents
    tables = {
        "inputs": found.inputs,
        "ledger": found.ledger,
        "records": contents.records,
        "marks": contents.marks,
        "lines": pa.table({"digest": contents.digests, "size": contents.sizes}),
    }
    for name, table in tables.items():
        write_table(table, folder / f"{name}.arrow")


def read_found(folder: Path, shards: list[str]) -> Found:
    """What `write_found` wrote, mapped into memory."""
    inputs, ledger, records, marks, lines = (
        read_table(folder / f"{name}.arrow") for name in ("inputs", "ledger", "records", "marks", "lines")
    )
    digests, sizes = (lines[name].to_numpy() for name in ("digest", "size"))
    return Found(inputs, ledger, shards, Contents(records, digests, sizes, marks))
