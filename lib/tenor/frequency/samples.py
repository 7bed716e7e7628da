"""Samples: what two sides of a comparison count, term by term."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS
from tenor.corpus.shards import form_is_word
from tenor.corpus.vocabularies import fold
from tenor.errors import UserError
from tenor.frequency.counts import TermCounts, count_terms, count_terms_of_parts, size_parts


class Texts(NamedTuple):
    """Some documents of a corpus, by their numbers."""

    corpus: Corpus
    documents: np.ndarray


@dataclass(frozen=True)
class Sample:
    """One side: the arrays have one entry a term of the vocabulary that both sides share.

    `document_frequency` and `n_documents` are missing (NaN) where only frequencies are known. `texts` is what
    was counted, for a look at its stories and speakers, and `term_ids` what each term is there (-1 if it is
    not).
    """

    label: str
    frequency: np.ndarray
    document_frequency: np.ndarray
    n_words: int
    n_documents: float
    texts: tuple[Texts, ...]
    term_ids: np.ndarray


def count_samples(corpus: Corpus, by: str | None) -> list[Sample]:
    """The words of the parts that `Corpus.split` makes. Parts by documents are counted without making them.

    Raises
    ------
    UserError
        If there is no such column.
    """
    if by is None or by in TOKEN_COLUMNS:
        return [count_sample(part.corpus, part.label) for part in corpus.split(by)]
    part_of, labels = corpus.groups(by)
    if not labels:
        return [count_sample(corpus.take([]))]
    counts = count_terms_of_parts(corpus, part_of, len(labels))
    n_words = size_parts(corpus, part_of, len(labels)).tolist()
    documents = [np.flatnonzero(part_of == part) for part in range(len(labels))]
    return [
        _make_sample(label, its, size, Texts(corpus, numbers))
        for label, its, size, numbers in zip(labels, counts, n_words, documents, strict=True)
    ]


def count_sample(corpus: Corpus, label: str = "") -> Sample:
    """The words of a corpus."""
    texts = Texts(corpus, np.arange(len(corpus.documents)))
    return _make_sample(label, count_terms(corpus), corpus.n_words, texts)


def _make_sample(label: str, counts: TermCounts, n_words: int, texts: Texts) -> Sample:
    n_terms = len(texts.corpus.vocabulary)
    columns = [np.bincount(counts.term, values, n_terms).astype(np.int64) for values in counts[1:]]
    return Sample(label, *columns, n_words, len(texts.documents), (texts,), np.arange(n_terms))


def join_samples(samples: Sequence[Sample]) -> Sample:
    """All the samples as one."""
    sums = [sum(getattr(sample, name) for sample in samples) for name in _SUMMED]
    return Sample("", *sums, join_texts(samples), samples[0].term_ids)


def join_texts(samples: Sequence[Sample]) -> tuple[Texts, ...]:
    """What all the samples count: of each corpus all documents together."""
    of_corpus: dict[int, list[Texts]] = {}
    for texts in (texts for sample in samples for texts in sample.texts):
        of_corpus.setdefault(id(texts.corpus), []).append(texts)
    return tuple(
        Texts(several[0].corpus, np.concatenate([texts.documents for texts in several]))
        for several in of_corpus.values()
    )


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
