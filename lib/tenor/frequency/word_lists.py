"""Word lists: every word of a corpus with its frequency, rate, range and dispersion."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.frequency.counts import Cells, count_cells, count_terms
from tenor.frequency.dispersion import dp, dp_norm
from tenor.frequency.groups import note_stories, note_ungrouped, split_documents, stack_tables
from tenor.frequency.rates import per_million
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe


def word_list(
    corpus: Corpus,
    *,
    by: str | None = None,
    count: str = "documents",
    parts: str = "document",
    min_frequency: int = 1,
    stop_words: str = "en",
) -> pd.DataFrame:
    """List the words of a corpus, or of each group of its documents, from the most frequent on.

    One row is a term (of a group, when `by` names a metadata column or "week", "month" or "year"):

    - `term`: the word in small letters; punctuation marks are not listed
    - `rank`: 1 for the most frequent; equal frequencies share the lowest rank (1, 1, 3) and stand in
      alphabetical order
    - `frequency`, and `per_million` words of the group
    - `document_frequency`: documents of the group that hold the term, and `document_share`, from 0 to 1
    - `dp_norm`: how unevenly the term is spread over the parts, from 0 (as their lengths are) to 1 (all in
      the shortest); missing where the term occurs less often than there are parts, and so cannot be spread
      evenly, and where there is a single part
    - `is_stop_word`: on the list that `stop_words` names (see `stop_word_list`)

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    `parts` are single documents, or the groups that a metadata column, "week", "month" or "year" makes;
    documents in none of these count for the frequency but not for the spread. DP depends on the parts, so
    compare it only within one table.

    `min_frequency` is a term's least frequency in its group; the footnotes count what it leaves out. Rates
    and ranks are those of the full list. Documents without a value of `by` are in no group.

    Frequent is not typical: a word may owe its place to a few documents, which `document_share` shows.

    Raises
    ------
    UserError
        If `by` is no column, or `stop_words` or `min_frequency` is not allowed.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The dam holds.", "The dam broke, the river rose."])
    >>> word_list(corpus, min_frequency=2)[["term", "frequency", "document_frequency", "is_stop_word"]]
      term  frequency  document_frequency  is_stop_word
    0  the          3                   2          True
    1  dam          2                   2         False
    """
    check_value("min_frequency", min_frequency)
    words, origin = stop_word_list(stop_words)
    is_stop_word = mark_stop_words(corpus, words)
    whole, corpus = corpus, corpus.counted_by(count, by)
    groups = split_documents(corpus, by)
    part_of = None if parts == "document" else corpus.groups(parts)[0]
    listed = [_list_words(corpus, group.documents, part_of, is_stop_word) for group in groups]
    kept = [table[table["frequency"] >= min_frequency] for table in listed]
    notes = [
        _note_denominator(corpus, by),
        *note_stories(whole, corpus, count, by),
        *note_ungrouped(corpus, groups, by),
        *_note_left_out(listed, kept, min_frequency),
        f"dp_norm takes each {parts} for a part; it is missing for a term that occurs less often than there "
        "are parts to spread it over.",
        origin,
    ]
    row = "one row is a term" if by is None else f"one row is a term and {by}"
    return describe(stack_tables(groups, kept, by), title="Words by frequency", row=row, notes=notes)


def _spread(cells: Cells, sizes: np.ndarray, n_terms: int) -> np.ndarray:
    """DPnorm of each term id over parts of `sizes` words, missing where it would mislead."""
    used = sizes[sizes > 0]
    spread = dp_norm(dp(*cells, sizes, n_terms=n_terms), used)
    frequency = np.bincount(cells.term, weights=cells.frequency, minlength=n_terms)
    return np.where(frequency >= len(used), spread, np.nan)


def _merge_documents(cells: Cells, sizes: np.ndarray, part_of: np.ndarray) -> tuple[Cells, np.ndarray]:
    """The cells and sizes of the parts that `part_of` numbers for each document, -1 for none."""
    part_sizes = np.bincount(part_of + 1, weights=sizes)[1:]
    inside = part_of[cells.document] >= 0
    codes = cells.term[inside].astype(np.int64) * len(part_sizes) + part_of[cells.document][inside]
    codes, places = np.unique(codes, return_inverse=True)
    term, part = np.divmod(codes, max(len(part_sizes), 1))
    return Cells(term, part, np.bincount(places, weights=cells.frequency[inside])), part_sizes


def _list_words(
    corpus: Corpus, documents: np.ndarray, part_of: np.ndarray | None, is_stop_word: np.ndarray
) -> pd.DataFrame:
    """The full word list of `documents`, spread over themselves or over the parts that `part_of` numbers."""
    sizes = corpus.documents["n_words"].to_numpy()[documents]
    cells = count_cells(corpus, documents)
    counts = count_terms(cells)
    parts = (cells, sizes) if part_of is None else _merge_documents(cells, sizes, part_of[documents])
    spread = _spread(*parts, len(corpus.vocabulary))
    # Terms are numbered in alphabetical order, so a stable sort puts ties into it.
    order = np.argsort(-counts.frequency, kind="stable")
    term, frequency, document_frequency = (column[order] for column in counts)
    return pd.DataFrame(
        {
            "term": corpus.vocabulary["term"].take(term).reset_index(drop=True),
            "rank": np.searchsorted(-frequency, -frequency) + 1,
            "frequency": frequency,
            "per_million": per_million(frequency, sizes.sum()),
            "document_frequency": document_frequency,
            "document_share": document_frequency / max(len(documents), 1),
            "dp_norm": spread[term],
            "is_stop_word": is_stop_word[term],
        }
    )


def _note_denominator(corpus: Corpus, by: str | None) -> str:
    if by is None:
        whole = f"all {corpus.n_words:,} words and {len(corpus.documents):,} documents"
        return f"Rates and shares are of {whole}; punctuation marks do not count as words."
    return "Rates and shares are of the group's words and documents; punctuation marks do not count as words."


def _note_left_out(listed: list[pd.DataFrame], kept: list[pd.DataFrame], min_frequency: int) -> list[str]:
    n_rows, n_words = _size(listed)
    n_kept_rows, n_kept_words = _size(kept)
    if n_rows == 0:
        return ["There are no words to list."]
    if n_rows == n_kept_rows:
        return []
    rows, words = n_rows - n_kept_rows, n_words - n_kept_words
    return [f"min_frequency = {min_frequency:,} leaves out {rows:,} rarer terms, {words:,} words in all."]


def _size(tables: list[pd.DataFrame]) -> tuple[int, int]:
    return sum(map(len, tables)), sum(table["frequency"].sum() for table in tables)
