"""The terms of a corpus: what is counted, shared by all its shards."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.characters import INVISIBLE
from tenor.corpus.shards import encode_distinct, form_is_word

_STRAIGHT = str.maketrans("’ʼ‐‑", "''--", INVISIBLE)


def straighten(form: str) -> str:
    """A word as written, with straight apostrophes and plain hyphens.

    >>> straighten("Don’t")
    "Don't"
    """
    return form.translate(_STRAIGHT)


def fold(form: str) -> str:
    """The term that a word as written counts under: small letters, straight apostrophes and plain hyphens.

    >>> fold("Don’t")
    "don't"
    """
    return straighten(form.lower())


def straighten_all(forms: pa.StringArray) -> pa.StringArray:
    """`straighten` of each form; plain ASCII, nearly all of them, is as it should be."""
    return _mend(forms, forms, straighten)


def fold_all(forms: pa.StringArray) -> pa.StringArray:
    """`fold` of each form; plain ASCII, nearly all of them, is done at once."""
    return _mend(pc.utf8_lower(forms), forms, fold)


def _mend(made: pa.StringArray, forms: pa.StringArray, make: Callable[[str], str]) -> pa.StringArray:
    """`made`, but for forms that are not plain ASCII what `make` makes of each."""
    others = pc.invert(pc.string_is_ascii(forms))
    slow = [make(form) for form in forms.filter(others).to_pylist()]
    return pc.replace_with_mask(made, others, pa.array(slow, pa.string()))


def merge_forms(
    forms: Sequence[pa.StringArray], to_terms: Callable[[pa.StringArray], pa.StringArray] = fold_all
) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """The vocabulary of all shards, and for each shard the term id of each of its forms.

    The vocabulary has one row a term, its id as index: `term`, `is_word` (marks are terms too). It is sorted
    by term, so that the same texts give the same ids however they are cut into shards. `to_terms` gives the
    terms that distinct forms count under.
    """
    distinct, places = encode_distinct(forms)
    encoded = to_terms(distinct).dictionary_encode()
    order = pc.sort_indices(encoded.dictionary).to_numpy()
    terms = encoded.dictionary.take(order)
    term_ids = np.argsort(order)[encoded.indices.to_numpy()]
    is_word = np.zeros(len(terms), bool)
    is_word[term_ids] = form_is_word(distinct)
    vocabulary = pd.DataFrame({"term": terms.to_pandas(), "is_word": is_word})
    ends = np.cumsum([len(chunk) for chunk in forms])
    return vocabulary, np.split(term_ids[places].astype(np.int32), ends[:-1])
