"""One shard of a corpus: its inputs read, their texts tokenised and written, in whatever process."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tenor.corpus.shards import ShardSummary, write_shard
from tenor.loading.columns import Columns
from tenor.loading.documents import Document, LedgerRow, read
from tenor.loading.files import Input


@dataclass(frozen=True, slots=True)
class Task:
    """The inputs of one shard, the user's column names, and the folder to write it to."""

    inputs: list[Input]
    mapping: dict[str, str]
    folder: Path


@dataclass(slots=True)
class Loaded:
    """What one shard's inputs gave, but for the texts, which are on disk."""

    documents: list[dict[str, Any]] = field(default_factory=list)
    ledger: list[LedgerRow] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    n_found: int = 0
    seen: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    shard: ShardSummary | None = None


def load_shard(task: Task) -> Loaded:
    """Read the inputs of `task`, tokenise and write their texts, and return what else they gave."""
    loaded = Loaded()
    columns = Columns(task.mapping)

    def texts() -> Iterator[str]:
        for outcome in read(task.inputs, columns, digests=loaded.digests):
            if isinstance(outcome, Document):
                loaded.documents.append(_record(outcome))
                loaded.n_found += 1
                yield outcome.text
            else:
                loaded.ledger.append(outcome)
                loaded.n_found += outcome.outcome == "left out"

    loaded.shard = write_shard(texts(), task.folder)
    loaded.seen = columns.seen
    return loaded


def _record(document: Document) -> dict[str, Any]:
    lines = document.text.strip()
    if "\r" in lines:
        lines = lines.replace("\r\n", "\n")
    return {
        "path": document.path,
        "row": document.row,
        "encoding": document.encoding,
        "text_digest": blake2b(lines.encode(), digest_size=16).hexdigest(),
        **document.fields,
    }
