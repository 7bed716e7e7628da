"""A corpus on disk: one folder, written whole or not at all.

`manifest.json` says what it was built from and with; `documents.parquet`, `ledger.parquet` and
`vocabulary.parquet` are the tables of `Corpus`; `shards/0000/` and on hold the texts and tokens, one Arrow
file a column, opened by memory map: see `tenor.corpus.shards.Shard`; `term_ids.arrow` there has the term id
of each of the shard's forms.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus.corpora import Corpus
from tenor.corpus.shards import Shard, ShardSummary, read_column, shard_folder, write_column
from tenor.corpus.vocabularies import merge_forms
from tenor.errors import TenorError
from tenor.project import shown

FORMAT = 3


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
    documents = documents.reset_index(drop=True)
    forms = [read_column(shard.folder / "forms.arrow") for shard in shards]
    vocabulary, term_ids = merge_forms(forms)
    for shard, ids in zip(shards, term_ids, strict=True):
        write_column(ids, shard.folder / "term_ids.arrow")
    for name in shards[0].counts if shards else ():
        documents[name] = np.concatenate([shard.counts[name] for shard in shards])
    vocabulary.to_parquet(folder / "vocabulary.parquet")
    documents.to_parquet(folder / "documents.parquet")
    ledger.to_parquet(folder / "ledger.parquet")
    written = {"format": FORMAT, "n_shards": len(shards), **manifest}
    (folder / "manifest.json").write_text(json.dumps(written, ensure_ascii=False) + "\n", "utf-8")


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
            [read_column(shard / "term_ids.arrow").to_numpy() for shard in folders],
        )
    except (OSError, pa.ArrowInvalid, KeyError, ValueError) as error:
        raise TenorError(
            f"the corpus in {shown(folder)} is damaged ({error}); delete it to build it anew"
        ) from error
