"""A corpus on disk: one folder, written whole or not at all.

`manifest.json` says what it was built from and with; `documents.parquet`, `ledger.parquet` and
`vocabulary.parquet` are the tables of `Corpus`; `shards/0000/` and on hold the texts and tokens, one Arrow
file a column, opened by memory map: see `tenor.corpus.shards.Shard`; `term_ids.arrow` there has the term id
of each of the shard's forms.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather

from tenor.corpus.corpora import Corpus, count_tokens
from tenor.corpus.shards import Shard, make_shard
from tenor.corpus.vocabularies import merge_forms
from tenor.errors import TenorError
from tenor.project import shown

FORMAT = 1


@dataclass(frozen=True)
class ShardSummary:
    """A written shard: its folder, and one row a document with the counts of `count_tokens`."""

    folder: Path
    counts: pd.DataFrame


def write_shard(texts: Iterable[str], folder: Path) -> ShardSummary:
    """Tokenise `texts` and write them to `folder`, which is made."""
    shard = make_shard(texts)
    folder.mkdir(parents=True)
    shard.write(folder)
    return ShardSummary(folder, count_tokens(shard))


def shard_folder(corpus_folder: Path, number: int) -> Path:
    """The folder of shard `number`, counted from 0 in the order of the documents."""
    return corpus_folder / "shards" / f"{number:04}"


def write_corpus(
    folder: Path,
    shards: Sequence[ShardSummary],
    documents: pd.DataFrame,
    ledger: pd.DataFrame,
    manifest: dict[str, Any],
) -> None:
    """Finish the corpus whose shards lie in `folder`: the vocabulary, the tables and, last, the manifest.

    `documents` has one row a document in the order of the shards, without the counts, which are added here.
    """
    forms = [_read_forms(shard.folder) for shard in shards]
    vocabulary, term_ids = merge_forms(forms)
    for shard, ids in zip(shards, term_ids, strict=True):
        feather.write_feather(
            pa.table({"term_id": ids}), shard.folder / "term_ids.arrow", compression="uncompressed"
        )
    counts = pd.concat([shard.counts for shard in shards], ignore_index=True)
    documents = pd.concat([documents.reset_index(drop=True), counts], axis=1)
    vocabulary.to_parquet(folder / "vocabulary.parquet")
    documents.to_parquet(folder / "documents.parquet")
    ledger.to_parquet(folder / "ledger.parquet")
    written = {"format": FORMAT, "n_shards": len(shards), **manifest}
    (folder / "manifest.json").write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _read_forms(folder: Path) -> pa.StringArray:
    return feather.read_table(folder / "forms.arrow", memory_map=True).column(0).combine_chunks()


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of the corpus in `folder`; None where there is no corpus of this format."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return manifest if isinstance(manifest, dict) and manifest.get("format") == FORMAT else None


def read_corpus(folder: Path) -> Corpus:
    """Open the corpus in `folder`.

    Raises
    ------
    TenorError
        If there is none, or its files are damaged or of another format.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise TenorError(
            f"{shown(folder)} holds no corpus that this version reads; delete it to build it anew"
        )
    folders = [shard_folder(folder, number) for number in range(manifest["n_shards"])]
    try:
        return Corpus(
            pd.read_parquet(folder / "documents.parquet"),
            pd.read_parquet(folder / "ledger.parquet"),
            manifest,
            pd.read_parquet(folder / "vocabulary.parquet"),
            [Shard.read(shard) for shard in folders],
            [_read_term_ids(shard) for shard in folders],
        )
    except (OSError, pa.ArrowInvalid, KeyError, ValueError) as error:
        raise TenorError(
            f"the corpus in {shown(folder)} is damaged ({error}); delete it to build it anew"
        ) from error


def _read_term_ids(folder: Path) -> np.ndarray:
    return (
        feather.read_table(folder / "term_ids.arrow", memory_map=True).column(0).combine_chunks().to_numpy()
    )
