"""A corpus on disk: one folder, written whole or not at all.

`manifest.json` says what it was built from and with, which shards there are, and which of their documents, in
which order (`segments`); `documents.arrow`, `ledger.arrow`, `marks.arrow` and `vocabulary.arrow` are the
tables of `Corpus`; `shards/NAME.arrow` hold the texts and tokens, one list a column, opened by memory map:
see `tenor.corpus.shards.Shard`; `term_ids.arrow` has for each shard the term ids of its forms.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus.columns import read_columns, read_table, write_columns, write_table
from tenor.corpus.corpora import Corpus
from tenor.corpus.pieces import Pieces
from tenor.corpus.shards import Shard, shard_file
from tenor.corpus.vocabularies import merge_forms
from tenor.errors import TenorError
from tenor.project import shown

FORMAT = 5
_TABLES = ("documents", "ledger", "marks", "vocabulary")


def join_shards(
    folder: Path,
    names: list[str],
    segments: np.ndarray,
    documents: pd.DataFrame,
    ledger: pd.DataFrame,
    manifest: dict[str, Any],
) -> Corpus:
    """The corpus of the shards `names` in `folder`, and the vocabulary that they share.

    `segments` has one row a run of documents, in the order of `documents`: number of the shard, first
    document, document behind the last. Forms that none of them uses are in no vocabulary.
    """
    shards = [Shard.read(shard_file(folder, name)) for name in names]
    used = [_used_forms(shard, segments[segments[:, 0] == number]) for number, shard in enumerate(shards)]
    merged = [shard.forms.take(pa.array(places)) for shard, places in zip(shards, used, strict=True)]
    vocabulary, ids = merge_forms(merged)
    term_ids = []
    for shard, places, its in zip(shards, used, ids, strict=True):
        term_ids.append(np.zeros(len(shard.forms), np.int32))
        term_ids[-1][places] = its
    return _open(shards, term_ids, segments, documents, ledger, manifest, vocabulary, None)


def _used_forms(shard: Shard, runs: np.ndarray) -> np.ndarray:
    """The places of the forms that occur in these runs of documents."""
    if len(runs) and (runs[:, 2] - runs[:, 1]).sum() == len(shard.texts):
        return np.arange(len(shard.forms))
    is_used = np.zeros(len(shard.forms), bool)
    for _, first, end in runs:
        is_used[shard.slice(first, end).form_ids] = True
    return np.flatnonzero(is_used)


def _open(shards, term_ids, segments, documents, ledger, manifest, vocabulary, marks) -> Corpus:
    slices = [shards[number].slice(first, end) for number, first, end in segments]
    ids = [term_ids[number] for number, *_ in segments]
    return Corpus(documents, ledger, manifest, vocabulary, Pieces(slices, ids), marks)


def write_corpus(corpus: Corpus, folder: Path, names: list[str], segments: np.ndarray) -> None:
    """Finish the corpus whose shards `names` lie in `folder`: the tables, the term ids and, last, the
    manifest."""
    for name in _TABLES:
        write_table(pa.Table.from_pandas(getattr(corpus, name)), folder / f"{name}.arrow")
    numbers, first_of = np.unique(segments[:, 0], return_index=True)
    term_ids = {
        names[number]: corpus.pieces.term_ids[place] for number, place in zip(numbers, first_of, strict=True)
    }
    write_columns(term_ids, folder / "term_ids.arrow")
    written = {"format": FORMAT, "shards": names, "segments": segments.tolist(), **corpus.manifest}
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
    try:
        names = manifest["shards"]
        documents, ledger, marks, vocabulary = (
            read_table(folder / f"{name}.arrow").to_pandas() for name in _TABLES
        )
        shards = [Shard.read(shard_file(folder, name)) for name in names]
        written = read_columns(folder / "term_ids.arrow")
        term_ids = [written[name].to_numpy() for name in names]
        segments = np.array(manifest["segments"]).reshape(-1, 3)
        return _open(shards, term_ids, segments, documents, ledger, manifest, vocabulary, marks)
    except (OSError, pa.ArrowInvalid, KeyError, ValueError) as error:
        raise TenorError(
            f"the corpus in {shown(folder)} is damaged ({error}); delete it to build it anew"
        ) from error
