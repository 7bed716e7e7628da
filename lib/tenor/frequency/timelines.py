"""Timelines: how often words occur in each week, month or year."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.corpora import Part
from tenor.corpus.periods import all_periods
from tenor.frequency.distinctive_words import pick_words
from tenor.frequency.followed_words import Hits, find_words, note_queries, read_words
from tenor.frequency.groups import note_stories, stack_tables
from tenor.frequency.measures.rates import per_million, wilson_interval
from tenor.frequency.memberships import Membership, membership
from tenor.frequency.queries.patterns import escape
from tenor.parameters import check_value
from tenor.tables import describe, remember_lines


def trends(
    corpus: Corpus,
    words: Sequence[str] = (),
    *,
    period: str = "auto",
    by: str | None = None,
    count: str = "documents",
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Follow words, phrases or patterns from period to period.

    One row is a word and period, of a group when `by` names a metadata column, "voice" or "speaker":

    - `word`: as the corpus counts it, in small letters and with straight apostrophes; a pattern is as in
      `concordance`
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
    queries = read_words(words) if words else list(map(escape, pick_words(corpus, period=unit)))
    hits = find_words(corpus, queries)
    calendar = _make_calendar(corpus, unit)
    groups = membership(corpus, by)
    table = _count_periods(corpus, groups, calendar, hits, confidence)
    table = _label_groups(table, groups.labels or [""], by)
    notes = [
        f"Rates are of the words of the {unit}{'' if by is None else f' and {by}'}, low and high the Wilson "
        f"interval at {confidence:.4g}, which takes words of one document for independent.",
        *(
            []
            if words
            else [f"The words are those whose documents are most unevenly spread over the {unit}s."]
        ),
        *whole.notes,
        *note_stories(whole, corpus, count, by),
        *groups.note(by),
        *_note_undated(corpus, calendar),
        *_note_gaps(table, unit, len(hits.names)),
        *note_queries(corpus, hits),
    ]
    row = f"one row is a word and {unit}" if by is None else f"one row is a {by}, word and {unit}"
    table.attrs.update(period=unit, is_picked=not words)
    remember_lines(table, query="word", by=by, count=count, period=unit)
    return describe(table, title=f"Words by {unit}", row=row, notes=notes)


class _Calendar(NamedTuple):
    """All periods from the first to the last, and the number of each document's, -1 for none."""

    unit: str
    labels: list[str]
    of_document: np.ndarray


def _make_calendar(corpus: Corpus, unit: str) -> _Calendar:
    codes, found = corpus.groups(unit)
    labels = all_periods(pd.Series(found, dtype="string"), unit)
    # The code -1, of a document without a period, picks the last entry.
    numbers = np.append(pd.Index(labels).get_indexer(found), -1)
    return _Calendar(unit, labels, numbers[codes])


def _count_periods(
    corpus: Corpus, groups: Membership, calendar: _Calendar, hits: Hits, confidence: float
) -> pd.DataFrame:
    """One row a group, word and period, in this order."""
    n_groups, n_names, n_periods = len(groups.labels), len(hits.names), len(calendar.labels)
    n_words, n_documents = (
        np.tile(sizes.reshape(n_groups, 1, n_periods), (n_names, 1)).ravel()
        for sizes in _count_sizes(groups, calendar, n_groups * n_periods)
    )
    frequency, document_frequency = _count_hits(corpus, groups, calendar, hits, len(n_words))
    low, high = wilson_interval(frequency, n_words, confidence=confidence)
    return pd.DataFrame(
        {
            "word": np.tile(np.repeat(np.array(hits.names, object), n_periods), n_groups),
            "period": np.tile(np.array(calendar.labels, object), n_groups * n_names),
            "frequency": frequency,
            "n_words": n_words,
            "per_million": per_million(frequency, n_words),
            "low": 1e6 * low,
            "high": 1e6 * high,
            "document_frequency": document_frequency,
            "n_documents": n_documents,
        }
    ).astype({"word": str, "period": str})


def _count_sizes(groups: Membership, calendar: _Calendar, n_cells: int) -> tuple[np.ndarray, np.ndarray]:
    """The words and the documents of each group and period."""
    period = calendar.of_document[groups.document]
    cell = (groups.group.astype(np.int64) * len(calendar.labels) + period)[period >= 0]
    n_words = np.bincount(cell, groups.n_words[period >= 0], minlength=n_cells)
    return n_words.astype(np.int64), np.bincount(cell, minlength=n_cells)


def _count_hits(
    corpus: Corpus, groups: Membership, calendar: _Calendar, hits: Hits, n_cells: int
) -> tuple[np.ndarray, np.ndarray]:
    """The occurrences of each group, word and period, and the documents that hold them."""
    document = corpus.token_documents[hits.position]
    group, period = groups.groups_at(corpus, hits.position, hits.size), calendar.of_document[document]
    known = (group >= 0) & (period >= 0)
    cell = (group.astype(np.int64) * len(hits.names) + hits.word) * len(calendar.labels) + period
    cell, document = cell[known], document[known]
    order = np.lexsort([document, cell])
    is_new = (np.diff(cell[order], prepend=-1) != 0) | (np.diff(document[order], prepend=-1) != 0)
    return np.bincount(cell, minlength=n_cells), np.bincount(cell[order][is_new], minlength=n_cells)


def _label_groups(table: pd.DataFrame, labels: list[str], by: str | None) -> pd.DataFrame:
    size = len(table) // len(labels)
    tables = [table.iloc[number * size : (number + 1) * size] for number in range(len(labels))]
    return stack_tables([Part(label, None) for label in labels], tables, by)


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
