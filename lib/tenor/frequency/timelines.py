"""Timelines: how often words occur in each week, month or year."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.periods import all_periods
from tenor.errors import UserError
from tenor.frequency.distinctive_words import pick_words
from tenor.frequency.groups import note_stories, note_ungrouped, split_documents, stack_tables
from tenor.frequency.matches import find_phrase, note_absent, query_terms
from tenor.frequency.rates import per_million, wilson_interval
from tenor.parameters import check_value
from tenor.tables import describe


def trends(
    corpus: Corpus,
    words: Sequence[str] = (),
    *,
    period: str = "auto",
    by: str | None = None,
    count: str = "documents",
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Follow words or phrases from period to period.

    One row is a word and period (of a group, when `by` names a metadata column):

    - `word`: as the corpus counts it, in small letters and with straight apostrophes
    - `period`: a week by its Monday ("2031-03-03"), a month ("2031-03") or a year ("2031"); every one from
      the first to the last of the corpus
    - `frequency`, and `n_words`: all words of the period, which the rate divides by
    - `per_million` words, with the bounds `low` and `high` of its Wilson interval at the level `confidence`
    - `document_frequency` of `n_documents` in the period

    A period without words has `n_words` 0 and no rate: nothing is known of it, which is not a rate of 0.
    Documents without a date, or with one less exact than the period, are left out and counted in the
    footnotes. "auto" takes the finest period that suits the dates. Without `words`, those of `pick_words` are
    followed.

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    The intervals take words for independent draws, which words of one document are not: a single long
    document can make a peak. `document_frequency` shows it.

    Raises
    ------
    UserError
        If `period`, `by` or `confidence` is not allowed, or one of `words` holds no word.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["A dam.", "The dam, the dam!"], published=["2031-01-05", "2031-03-02"])
    >>> trends(corpus, ["dam"], period="month")[["word", "period", "frequency", "n_words", "per_million"]]
      word   period  frequency  n_words  per_million
    0  dam  2031-01          1        2     500000.0
    1  dam  2031-02          0        0          NaN
    2  dam  2031-03          2        4     500000.0
    """
    check_value("period", period)
    check_value("confidence", confidence)
    unit = corpus.period() if period == "auto" else period
    whole, corpus = corpus, corpus.counted_by(count, by)
    queries = _read_words(words) if words else [[word] for word in pick_words(corpus, period=unit)]
    calendar = _make_calendar(corpus, unit)
    hits = _find_hits(corpus, queries)
    groups = split_documents(corpus, by)
    tables = [_count_periods(corpus, group.documents, calendar, hits, confidence) for group in groups]
    table = stack_tables(groups, tables, by)
    notes = [
        f"Rates are of the words of the {unit}{'' if by is None else f' and {by}'}, low and high the Wilson "
        f"interval at {confidence:.4g}, which takes words of one document for independent.",
        *(
            []
            if words
            else [f"The words are those whose documents are most unevenly spread over the {unit}s."]
        ),
        *note_stories(whole, corpus, count, by),
        *note_ungrouped(corpus, groups, by),
        *_note_undated(corpus, calendar),
        *_note_gaps(table, unit, len(queries)),
        *(note_absent(corpus, terms) for i, terms in enumerate(queries) if i not in hits.word),
    ]
    row = f"one row is a word and {unit}" if by is None else f"one row is a {by}, word and {unit}"
    table.attrs["period"] = unit
    return describe(table, title=f"Words by {unit}", row=row, notes=notes)


class _Calendar(NamedTuple):
    """All periods from the first to the last, and the number of each document's, -1 for none."""

    unit: str
    labels: list[str]
    of_document: np.ndarray


class _Hits(NamedTuple):
    """The words looked for; one entry an occurrence: its word, its document, if it is the first there."""

    names: list[str]
    word: np.ndarray
    document: np.ndarray
    is_first: np.ndarray


def _read_words(words: Sequence[str]) -> list[list[str]]:
    """The terms of each word or phrase, once each."""
    queries = {}
    for word in [words] if isinstance(words, str) else words:
        terms = query_terms(word, parameter="words")
        if not any(character.isalnum() for character in "".join(terms)):
            raise UserError(f"words: {word!r} is no word; give words or phrases such as 'port strike'")
        queries[tuple(terms)] = terms
    return list(queries.values())


def _make_calendar(corpus: Corpus, unit: str) -> _Calendar:
    codes, found = corpus.groups(unit)
    labels = all_periods(pd.Series(found, dtype="string"), unit)
    # The code -1, of a document without a period, picks the last entry.
    numbers = np.append(pd.Index(labels).get_indexer(found), -1)
    return _Calendar(unit, labels, numbers[codes])


def _find_hits(corpus: Corpus, queries: list[list[str]]) -> _Hits:
    found = [find_phrase(corpus, terms) for terms in queries]
    word = np.repeat(np.arange(len(queries)), [len(positions) for positions in found])
    document = corpus.token_documents[np.concatenate([np.zeros(0, np.intp), *found])]
    is_first = (np.diff(word, prepend=-1) != 0) | (np.diff(document, prepend=-1) != 0)
    return _Hits([" ".join(terms) for terms in queries], word, document, is_first)


def _count_periods(
    corpus: Corpus, documents: np.ndarray, calendar: _Calendar, hits: _Hits, confidence: float
) -> pd.DataFrame:
    """One row a word and period, counted in `documents`."""
    n_names, n_periods = len(hits.names), len(calendar.labels)
    dated = documents[calendar.of_document[documents] >= 0]
    period = calendar.of_document[dated]
    sizes = np.bincount(period, corpus.documents["n_words"].to_numpy()[dated], minlength=n_periods)
    n_words = np.tile(sizes.astype(np.int64), n_names)
    inside = np.isin(hits.document, dated)
    cell = hits.word * n_periods + calendar.of_document[hits.document]
    frequency = np.bincount(cell[inside], minlength=n_names * n_periods)
    low, high = wilson_interval(frequency, n_words, confidence=confidence)
    return pd.DataFrame(
        {
            "word": pd.Series(hits.names, dtype=str).repeat(n_periods).reset_index(drop=True),
            "period": pd.Series(calendar.labels * n_names, dtype=str),
            "frequency": frequency,
            "n_words": n_words,
            "per_million": per_million(frequency, n_words),
            "low": 1e6 * low,
            "high": 1e6 * high,
            "document_frequency": np.bincount(cell[inside & hits.is_first], minlength=n_names * n_periods),
            "n_documents": np.tile(np.bincount(period, minlength=n_periods), n_names),
        }
    )


def _note_undated(corpus: Corpus, calendar: _Calendar) -> list[str]:
    undated = calendar.of_document < 0
    if not undated.any():
        return []
    n_words = corpus.documents["n_words"].to_numpy()[undated].sum()
    return [
        f"{undated.sum():,} of {len(undated):,} documents, with {n_words:,} words, have no date or none as "
        f"exact as a {calendar.unit}, and are left out."
    ]


def _note_gaps(table: pd.DataFrame, unit: str, n_words: int) -> list[str]:
    n_gaps = int((table["n_words"] == 0).sum()) // max(n_words, 1)
    if not len(table):
        return [f"There is nothing to follow from {unit} to {unit}."]
    return [f"{n_gaps:,} {unit}s hold no words: their rates are missing, not 0."] if n_gaps else []
