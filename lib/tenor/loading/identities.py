"""What a corpus was built from and with: what says whether it is up to date, and whether two are the same."""

import importlib.metadata
import json
from functools import cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

import tenor
from tenor.loading.found import Found
from tenor.loading.inputs.finding import Inputs
from tenor.loading.settings import Settings

# Libraries that decide what a text is.
_LIBRARIES = (
    *("chardet", "ftfy", "htmldate", "lxml", "mistune", "openpyxl", "py3langid", "pyarrow", "pypdfium2"),
    *("trafilatura", "warcio"),
)


def identity(inputs: Inputs, settings: Settings) -> dict[str, Any]:
    """The entries of the manifest that say whether a corpus is up to date."""
    return {
        "reading": reading_identity(settings),
        "settings": {"pattern": settings.pattern, "metadata": inputs.sidecar.path if inputs.sidecar else ""},
        "inputs": inputs.state,
    }


def reading_identity(settings: Settings) -> dict[str, Any]:
    """What decides how a single input is read: with the same, an earlier build's reading can be used."""
    return json.loads(json.dumps({**settings.of_reading(), "versions": _versions()}))


@cache
def _versions() -> dict[str, str]:
    """What may turn the same inputs into another corpus; our own code changes between releases, too."""
    rooms = (Path(tenor.__file__).parent / room for room in ("corpus", "loading"))
    modules = sorted(chain.from_iterable(room.rglob("*.py") for room in rooms))
    code = blake2b(b"".join(module.read_bytes() for module in modules), digest_size=8).hexdigest()
    libraries = {name: importlib.metadata.version(name) for name in _LIBRARIES}
    return {"tenor": tenor.__version__, "code": code, **libraries}


def fingerprint(found: Found, documents: pd.DataFrame, ledger: pd.DataFrame) -> str:
    """What the corpus was made of, whenever the files were written and wherever they lie."""
    digest = blake2b(digest_size=16)
    texts = found.contents.records["text_digest"]
    tables = [pa.Table.from_pandas(table, preserve_index=False) for table in (documents, ledger)]
    for column in (texts, *chain.from_iterable(table.columns for table in tables)):
        _add(column, digest)
    return digest.hexdigest()


def _add(column: pa.ChunkedArray, digest: blake2b) -> None:
    """Take the values of `column`, as strings, into `digest`, wherever they lie in memory."""
    strings = column.cast(pa.large_string()).combine_chunks().fill_null("\0")
    _, offsets, data = strings.buffers()
    bounds = np.frombuffer(offsets, np.int64)[strings.offset : strings.offset + len(strings) + 1]
    digest.update(np.diff(bounds).tobytes())
    digest.update(memoryview(data or b"")[bounds[0] : bounds[-1]])
