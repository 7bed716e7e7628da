"""Lists of sequences of words: what the tables of n-grams and skip-grams share."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.frequency.groups import note_counted, stack_tables
from tenor.frequency.measures.rates import per_million
from tenor.frequency.queries.patterns import matching_terms
from tenor.frequency.sequences import Sequences, find_sequences
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe


def check_length(name: str, value: int, allowed: range, what: str) -> None:
    """Refuse a number that is not allowed.

    Raises
    ------
    UserError
        If `value` is not among `allowed`; `what` says what it is of.
    """
    if type(value) is not int or value not in allowed:
        raise UserError(f"{name} = {value!r} is not {what}; give a number from {allowed[0]} to {allowed[-1]}")


def list_sequences(
    corpus: Corpus,
    n: int,
    *,
    column: str,
    title: str,
    skip: int,
    containing: str,
    by: str | None,
    count: str,
    min_frequency: int,
    stop_words: str,
) -> pd.DataFrame:
    """The table of `tenor.frequency.ngrams` and `skip_grams`, with the sequences in `column`."""
    check_value("min_frequency", min_frequency)
    words, origin = stop_word_list(stop_words)
    is_stop_word = mark_stop_words(corpus, words)
    wanted = matching_terms(corpus, containing) if containing else None
    counted = corpus.counted_by(count, by)
    parts = counted.split(by)
    found = [find_sequences(part.corpus, n, min_frequency, skip) for part in parts]
    pairs = zip(parts, found, strict=True)
    tables = [_list(part.corpus, its, column, is_stop_word, wanted) for part, its in pairs]
    notes = [
        f"Rates are of {f'the words of the {by}' if by else f'all {counted.n_words:,} words'}. "
        "No sequence crosses a punctuation mark or the end of a sentence.",
        *note_counted(corpus, counted, count, by, parts),
        _note_left_out(found, min_frequency),
        *([_note_wanted(containing, tables, found)] if containing else []),
        origin,
    ]
    row = "one row is a sequence of words" + ("" if by is None else f" and {by}")
    return describe(stack_tables(parts, tables, by), title=title, row=row, notes=notes)


def _list(
    corpus: Corpus, found: Sequences, column: str, is_stop_word: np.ndarray, wanted: np.ndarray | None
) -> pd.DataFrame:
    order = np.lexsort([*found.terms.T[::-1], -found.frequency])
    if wanted is not None:
        order = order[wanted[found.terms[order]].any(axis=1)]
    terms, frequency = found.terms[order], found.frequency[order]
    words = [corpus.vocabulary["term"].take(ids).reset_index(drop=True) for ids in terms.T]
    n, n_stop_words = terms.shape[1], is_stop_word[terms].sum(axis=1)
    return pd.DataFrame(
        {
            column: words[0].str.cat(words[1:], sep=" "),
            "n": n,
            "frequency": frequency,
            "per_million": per_million(frequency, corpus.n_words),
            "document_frequency": found.document_frequency[order],
            "n_stop_words": n_stop_words,
            "only_stop_words": n_stop_words == n,
        }
    )


def _note_left_out(found: Sequence[Sequences], min_frequency: int) -> str:
    n_occurrences = sum(part.n_occurrences for part in found)
    n_left_out = n_occurrences - sum(int(part.frequency.sum()) for part in found)
    if not n_occurrences:
        return "There are no sequences of this length."
    return (
        f"min_frequency = {min_frequency:,} leaves out rarer sequences, "
        f"{n_left_out:,} of {n_occurrences:,} occurrences in all."
    )


def _note_wanted(containing: str, tables: Sequence[pd.DataFrame], found: Sequence[Sequences]) -> str:
    n_listed, n_found = sum(map(len, tables)), sum(len(its.frequency) for its in found)
    return (
        f"Of these, {n_listed:,} of {n_found:,} rows have a word that {containing!r} matches and are listed."
    )
