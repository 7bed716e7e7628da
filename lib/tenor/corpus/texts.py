"""A corpus in memory, of texts given as a list."""

from collections.abc import Sequence

import pandas as pd

from tenor.corpus.corpora import DOCUMENT_COLUMNS, LEDGER_COLUMNS, Corpus
from tenor.corpus.pieces import Pieces
from tenor.corpus.shards import count_tokens, make_shard
from tenor.corpus.vocabularies import merge_forms
from tenor.errors import UserError


def from_texts(texts: Sequence[str], **metadata: Sequence[str]) -> Corpus:
    """A corpus in memory, of texts given as a list and any metadata columns of the same length.

    `doc_id` is the text's number unless given. For files use `tenor.loading.open_corpus`.

    Raises
    ------
    UserError
        If a metadata column has another length than `texts`.

    >>> from_texts(["The dam holds. It rains.", "The dam broke."], source=["Courier", "Lantern"])
    <Corpus: 2 documents, 8 words, 3 sentences>
    """
    for name, values in metadata.items():
        if len(values) != len(texts):
            raise UserError(f"{name} has {len(values)} values for {len(texts)} texts; give one for each")
    shard = make_shard(texts)
    vocabulary, term_ids = merge_forms([shard.forms])
    documents = pd.DataFrame(index=pd.RangeIndex(len(texts)))
    for name in dict.fromkeys((*DOCUMENT_COLUMNS, *metadata)):
        documents[name] = pd.array(metadata.get(name, [None] * len(texts)), dtype="string")
    documents["doc_id"] = documents["doc_id"].fillna(pd.Series(documents.index.astype("string")))
    documents = documents.assign(**count_tokens(shard))
    first_with: dict[str, str] = {}
    clusters = [first_with.setdefault(*pair) for pair in zip(texts, documents["doc_id"], strict=True)]
    documents["cluster"] = pd.array(clusters, dtype="string")
    ledger = pd.DataFrame(columns=list(LEDGER_COLUMNS), dtype="string")
    return Corpus(documents, ledger, {"found": len(texts)}, vocabulary, Pieces([shard], term_ids))
