"""Samples: what two sides of a comparison count, term by term."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.corpora import Part
from tenor.corpus.shards import form_is_word
from tenor.corpus.vocabularies import fold
from tenor.errors import UserError
from tenor.frequency.counts import count_terms


@dataclass(frozen=True)
class Sample:
    """One side: the arrays have one entry a term of the vocabulary that both sides share.

    `document_frequency` and `n_documents` are missing (NaN) where only frequencies are known. `corpora` holds
    what was counted, for a look at its stories and speakers, and `term_ids` what each term is there (-1 if it
    is not).
    """

    label: str
    frequency: np.ndarray
    document_frequency: np.ndarray
    n_words: int
    n_documents: float
    corpora: tuple[Corpus, ...]
    term_ids: np.ndarray


def count_sample(part: Part) -> Sample:
    """The words of a part of a corpus."""
    corpus, n_terms = part.corpus, len(part.corpus.vocabulary)
    term, *counted = count_terms(corpus)
    counts = [np.bincount(term, values, n_terms).astype(np.int64) for values in counted]
    sizes = (corpus.n_words, len(corpus.documents))
    return Sample(part.label, *counts, *sizes, (corpus,), np.arange(n_terms))


def join_samples(samples: Sequence[Sample]) -> Sample:
    """All the samples as one."""
    sums = [sum(getattr(sample, name) for sample in samples) for name in _SUMMED]
    corpora = tuple(corpus for sample in samples for corpus in sample.corpora)
    return Sample("", *sums, corpora, samples[0].term_ids)


_COUNTS = ("frequency", "document_frequency")
_SUMMED = (*_COUNTS, "n_words", "n_documents")


def align(sample: Sample, ours: pd.Series, terms: pd.Index) -> Sample:
    """The sample, whose entries are those of the terms `ours`, with an entry for each of `terms`."""
    places = terms.get_indexer(pd.Index(ours))
    term_ids = np.full(len(terms), -1)
    term_ids[places] = np.arange(len(places))
    spread = {name: _spread(getattr(sample, name), places, len(terms)) for name in _COUNTS}
    return replace(sample, term_ids=term_ids, **spread)


def _spread(column: np.ndarray, places: np.ndarray, n: int) -> np.ndarray:
    """The column with an entry for each of `n` terms: 0 for those it lacks, or missing if all are."""
    unknown = column.dtype.kind == "f"
    spread = np.full(n, np.nan) if unknown else np.zeros(n, column.dtype)
    spread[places] = column
    return spread


FrequencyList = pd.DataFrame | pd.Series | Mapping[str, int]


def read_frequencies(given: FrequencyList) -> tuple[pd.Series, Sample]:
    """The terms of a frequency list, and what it counts; marks in it are left out.

    Raises
    ------
    UserError
        If it has no columns `term` and `frequency`, or a frequency is no number from 0 on.

    >>> terms, sample = read_frequencies({"The": 2, "the": 3, "dam": 1, ".": 4})
    >>> terms.tolist(), sample.frequency.tolist(), sample.n_words
    (['dam', 'the'], [1, 5], 6)
    """
    if isinstance(given, pd.DataFrame):
        _check_columns(given)
        given = given.set_index("term")["frequency"]
    listed = pd.to_numeric(pd.Series(given), errors="coerce")
    wrong = ~(listed >= 0)
    if wrong.any():
        term = listed.index[wrong.to_numpy()][0]
        told = pd.Series(given, dtype=object)[wrong.to_numpy()].iloc[0]
        raise UserError(f"reference: the frequency of {term!r} is {told!r}; give numbers from 0 on")
    words = [str(term) for term in listed.index]
    is_word = form_is_word(pa.array(words, pa.string()))
    folded = pd.Series(listed.to_numpy()[is_word], index=map(fold, np.array(words, object)[is_word]))
    summed = folded.groupby(level=0).sum().astype(np.int64)
    unknown = np.full(len(summed), np.nan)
    sizes = (int(summed.sum()), float("nan"))
    sample = Sample("", summed.to_numpy(), unknown, *sizes, (), np.full(len(summed), -1))
    return pd.Series(summed.index, dtype=str), sample


def _check_columns(table: pd.DataFrame) -> None:
    missing = [name for name in ("term", "frequency") if name not in table]
    if missing:
        raise UserError(
            f"reference lacks the column {missing[0]!r}; it has {', '.join(map(str, table.columns))}. A "
            "frequency list has the columns term and frequency"
        )
