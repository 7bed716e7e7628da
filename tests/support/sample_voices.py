"""The sample and the hand-made key of its quotations."""

from functools import cache

import pandas as pd

from tenor import project
from tenor.corpus import Corpus
from tenor.loading import open_corpus
from tenor.voices.tables import as_table


@cache
def sample_corpus() -> Corpus:
    """The sample, with the voices that its key tells; documents in other languages, too."""
    return open_corpus("data/sample/articles", quotations="data/sample/quotations_key.csv", language="")


def sample_key() -> pd.DataFrame:
    """The hand-made key as a table of quotations; it has no speaker's kind and no confidence."""
    key = pd.read_csv(project.resolve("data/sample/quotations_key.csv"))
    documents = sample_corpus().documents
    files = documents["path"].str.rsplit("/", n=1).str[-1]
    return as_table(key.assign(doc_id=key["file"].map(dict(zip(files, documents["doc_id"], strict=True)))))
