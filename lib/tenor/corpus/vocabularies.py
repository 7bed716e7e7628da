"""The terms of a corpus: what is counted, shared by all its shards."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.characters import INVISIBLE
from tenor.corpus.shards import encode_distinct, form_is_word

_FOLD = str.maketrans("’ʼ‐‑", "''--", INVISIBLE)


def fold(form: str) -> str:
    """The term that a word as written counts under: small letters, straight apostrophes and plain hyphens.

    >>> fold("Don’t")
    "don't"
    """
    return form.lower().translate(_FOLD)


def _fold_all(forms: pa.StringArray) -> pa.StringArray:
    """`fold` of each form; plain ASCII, nearly all of them, is done at once."""
    folded = pc.utf8_lower(forms)
    others = pc.invert(pc.string_is_ascii(forms))
    slow = [fold(form) for form in forms.filter(others).to_pylist()]
    return pc.replace_with_mask(folded, others, pa.array(slow, pa.string()))


def merge_forms(forms: Sequence[pa.StringArray]) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """The vocabulary of all shards, and for each shard the term id of each of its forms.

    The vocabulary has one row a term, its id as index: `term`, `is_word` (marks are terms too). It is sorted
    by term, so that the same texts give the same ids however they are cut into shards.
    """
    distinct, form_ids = encode_distinct(forms)
    folded = _fold_all(distinct)
    encoded = folded.dictionary_encode()
    order = pc.sort_indices(encoded.dictionary).to_numpy()
    terms = encoded.dictionary.take(order)
    term_ids = np.argsort(order)[encoded.indices.to_numpy()]
    is_word = np.zeros(len(terms), bool)
    is_word[term_ids] = form_is_word(distinct)
    vocabulary = pd.DataFrame({"term": terms.to_pandas(), "is_word": is_word})
    return vocabulary, [term_ids[ids].astype(np.int32) for ids in form_ids]
