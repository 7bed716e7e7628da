"""What was found in a text is kept in `data/corpora/`: quotations are looked for in new texts only."""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pandas as pd
from filelock import FileLock

from tenor import project
from tenor.corpus import Corpus
from tenor.voices.finding.finder import find
from tenor.voices.finding.models import MODEL, Model
from tenor.voices.tables import as_table

# With fewer words nothing is kept: finding anew takes a moment.
_LEAST_WORDS = 100_000
# Every text that was read has a row that begins here, so that one without quotations is known, too.
_READ = -1


def find_once(corpus: Corpus, model: Model | None) -> pd.DataFrame:
    """What `find` gives, looked for only in texts that were not read before by the same finder.

    Where nothing can be written, or the file is damaged, all is found anew.
    """
    if model is None or corpus.n_words < _LEAST_WORDS:
        return find(corpus, model)
    keys = pd.Series([_key(text.encode("utf-8", "replace")) for text in corpus.pieces.texts.to_pylist()])
    file = project.resolve("data/corpora") / f"quotations-{_finder()}.parquet"
    kept = _read(file)
    is_new = (~keys.isin(kept["key"]) & ~keys.duplicated()).to_numpy()
    if is_new.any():
        kept = pd.concat([kept, _find_new(corpus, np.flatnonzero(is_new), keys, model)], ignore_index=True)
        _write(kept, file)
    return _place(kept, keys, corpus)


def _find_new(corpus: Corpus, numbers: np.ndarray, keys: pd.Series, model: Model) -> pd.DataFrame:
    """The quotations of these documents by the keys of their texts."""
    new = corpus.take(numbers)
    key_of = dict(zip(new.documents["doc_id"], keys[numbers], strict=True))
    found = find(new, model)
    found.insert(0, "key", found.pop("doc_id").map(key_of))
    read = pd.DataFrame({"key": keys[numbers], "start": _READ, "end": _READ})
    return pd.concat([read, found], ignore_index=True)


def _place(kept: pd.DataFrame, keys: pd.Series, corpus: Corpus) -> pd.DataFrame:
    """The rows kept of the corpus' texts as a table of its quotations."""
    documents = pd.DataFrame({"key": keys, "doc": keys.index, "doc_id": corpus.documents["doc_id"]})
    rows = documents.merge(kept[kept["start"] != _READ], on="key").sort_values(
        ["doc", "start"], kind="stable"
    )
    return as_table(rows.reset_index(drop=True))


def _key(content: bytes) -> str:
    return blake2b(content, digest_size=12).hexdigest()


def _finder() -> str:
    """The fingerprint of the finder: its code and its weights."""
    files = sorted(file for file in MODEL.parent.iterdir() if file.is_file())
    return _key(b"".join(file.read_bytes() for file in files))[:8]


def _read(file: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(file)
    except (OSError, ValueError):
        return pd.DataFrame({"key": [], "start": [], "end": []})


def _write(kept: pd.DataFrame, file: Path) -> None:
    """Write aside and exchange, so that other processes read the old or the new file whole."""
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(file.with_name(f".{file.name}.lock")):
            kept.to_parquet(aside, index=False)
            aside.replace(file)
    except OSError:
        with suppress(OSError):
            aside.unlink()
