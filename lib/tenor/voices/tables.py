"""The table of quotations: what its columns are, and its rows in a corpus."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus

# What a speaker is: somebody with a name, an institution, several people without names ("two witnesses"),
# what somebody wrote or counted ("a poll", "the letter"), one source without a name ("a spokesman").
SPEAKER_KINDS = ("person", "body", "group", "record", "unnamed")
TYPES = {
    "doc_id": "string",
    "start": "int64",
    "end": "int64",
    "kind": "string",
    "speaker": "string",
    "speaker_kind": "string",
    "is_official": "boolean",
    "speaker_start": "Int64",
    "speaker_end": "Int64",
    "mention": "string",
    "reason": "string",
    "cue": "string",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "confidence": "Float64",
}


def as_table(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the columns of a table of quotations, in their types; those that it lacks are missing."""
    columns = {name: rows.get(name, pd.Series(pd.NA, index=rows.index)) for name in TYPES}
    return pd.DataFrame(columns).astype(TYPES).reset_index(drop=True)


def rows_in(quotations: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The quotations that stand in the documents of `corpus`, in order, with `doc`, the document's number."""
    numbers = pd.Series(corpus.documents.index, index=corpus.documents["doc_id"].astype("string"))
    doc = quotations["doc_id"].map(numbers[~numbers.index.duplicated()])
    rows = quotations[doc.notna()].assign(doc=doc[doc.notna()].astype(np.int64))
    return rows.sort_values(["doc", "start", "end"], kind="stable").reset_index(drop=True)
