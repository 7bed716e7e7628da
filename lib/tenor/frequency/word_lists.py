"""Word lists: every word of a corpus with its frequency, rate and spread."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import number_of
from tenor.frequency.counts import Cells, count_documents, count_parts, count_words, word_places
from tenor.frequency.groups import note_counted, part_numbers, stack_tables
from tenor.frequency.measures.adjusted_frequencies import arf
from tenor.frequency.measures.dispersion import dp, dp_norm
from tenor.frequency.measures.rates import per_million
from tenor.frequency.queries.patterns import matching_terms
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe, remember_lines


def word_list(
    corpus: Corpus,
    *,
    query: str = "",
    by: str | None = None,
    count: str = "documents",
    parts: str = "document",
    spread: bool = True,
    min_frequency: int = 1,
    stop_words: str = "en",
) -> pd.DataFrame:
    """List the words of a corpus, or of each of its parts, from the most frequent on.

    One row is a term (of a part, when `by` names a metadata column, "week", "month" or "year", "voice" or
    "speaker"):

    - `term`: the word in small letters; punctuation marks are not listed
    - `rank`: 1 for the most frequent; equal frequencies share the lowest rank (1, 1, 3) and stand in
      alphabetical order
    - `frequency`, and `per_million` words of the part
    - `document_frequency`: documents of the part that hold the term, and `document_share`, from 0 to 1
    - `arf`, the average reduced frequency: the frequency with clumps of occurrences counted as about one; as
      large as `frequency` where the word is spread evenly. It depends on the order of the documents
    - `dp_norm`: how unevenly the term is spread over the parts of `parts`, from 0 (as their lengths are) to 1
      (all in the shortest); missing where the term occurs less often than there are parts, and so cannot be
      spread evenly, and where there is a single part
    - `is_stop_word`: on the list that `stop_words` names (see `stop_word_list`)

    `query` keeps the words that it matches, such as "strik*" or "/.*ing/": see `concordance`. With `count`
    "stories", near-copies of one text in a part count once: the earliest of them. `spread` False leaves out
    the four columns between `per_million` and `is_stop_word`, which take most of the time.

    `parts` are single documents, or the groups that a metadata column, "week", "month" or "year" makes;
    documents in none of these count for the frequency but not for the spread. DP depends on the parts, so
    compare it only within one table. `dispersion` has more measures of it.

    `min_frequency` is a term's least frequency in its part; the footnotes count what it leaves out. Rates
    and ranks are those of the full list.

    Frequent is not typical: a word may owe its place to a few documents, which `document_share` shows.

    Raises
    ------
    UserError
        If `by` is no column, or `query`, `stop_words` or `min_frequency` is not allowed.

    References
    ----------
    Savický, P. & Hlaváčová, J. (2002). Measures of word commonness. J. of Quantitative Linguistics 9.

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
    wanted = matching_terms(corpus, query) if query else None
    counted = corpus.counted_by(count, by)
    split = counted.split(by)
    listed = [_list_words(part.corpus, parts, spread) for part in split]
    found = [table if wanted is None else table[wanted[table["term"]]] for table in listed]
    kept = [table[table["frequency"] >= min_frequency] for table in found]
    table = stack_tables(split, kept, by)
    table["is_stop_word"] = is_stop_word[table["term"]]
    table["term"] = corpus.vocabulary["term"].take(table["term"]).array
    notes = [
        _note_denominator(counted, by),
        *note_counted(corpus, counted, count, by, split),
        *_note_left_out(found, kept, min_frequency),
        *([f"{_ARF} {_DP.format(parts)}"] if spread else []),
        origin,
    ]
    row = "one row is a term" if by is None else f"one row is a term and {by}"
    remember_lines(table, query="term", by=by, count=count)
    return describe(table, title="Words by frequency", row=row, notes=notes)


_ARF = "arf follows the order of the documents."
_DP = (
    "dp_norm takes each {} for a part; it is missing for a term that occurs less often than there are parts "
    "to spread it over."
)


def _list_words(corpus: Corpus, parts: str, spread: bool) -> pd.DataFrame:
    """The full word list of a part, with term ids for terms."""
    counts = count_words(corpus)
    # Terms are numbered in alphabetical order, so a stable sort puts ties into it.
    term = np.flatnonzero(counts)
    term = term[np.argsort(-counts[term], kind="stable")]
    frequency = counts[term]
    columns = {
        "term": term,
        "rank": np.searchsorted(-frequency, -frequency) + 1,
        "frequency": frequency,
        "per_million": per_million(frequency, corpus.n_words),
    }
    return pd.DataFrame(columns | (_spread(corpus, term, parts) if spread else {}))


def _spread(corpus: Corpus, term: np.ndarray, parts: str) -> dict[str, np.ndarray]:
    """The columns on the spread of the terms with these ids."""
    document_frequency = count_documents(corpus)[term]
    counts = count_parts(corpus, *part_numbers(corpus, parts))
    sizes, n_parts = counts.sizes, np.count_nonzero(counts.sizes)
    spread = counts.measure(lambda cells, n_terms: _measure_evenness(cells, sizes, n_terms))
    reduced = [arf(*places, n_words=corpus.n_words) for places in word_places(corpus)]
    return {
        "document_frequency": document_frequency,
        "document_share": document_frequency / max(len(corpus.documents), 1),
        "arf": np.concatenate(reduced)[term],
        "dp_norm": np.where(spread["frequency"] >= n_parts, spread["dp_norm"], np.nan)[term],
    }


def _measure_evenness(cells: Cells, sizes: np.ndarray, n_terms: int) -> dict[str, np.ndarray]:
    return {
        "frequency": np.bincount(cells.term, weights=cells.frequency, minlength=n_terms),
        "dp_norm": dp_norm(dp(*cells, sizes, n_terms=n_terms), sizes),
    }


def _note_denominator(corpus: Corpus, by: str | None) -> str:
    if by is None:
        whole = f"all {number_of(corpus.n_words, 'word')} and {number_of(len(corpus.documents), 'document')}"
        return f"Rates and shares are of {whole}; punctuation marks do not count as words."
    return f"Rates and shares are of the {by}'s words and documents; punctuation marks do not count as words."


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
