"""N-gram lists: sequences of words that recur."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.frequency.groups import note_stories, note_ungrouped, split_documents, stack_tables
from tenor.frequency.rates import per_million
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe

LENGTHS = range(2, 7)


def ngrams(
    corpus: Corpus,
    n: int = 2,
    *,
    by: str | None = None,
    count: str = "documents",
    min_frequency: int = 2,
    stop_words: str = "en",
) -> pd.DataFrame:
    """List the sequences of `n` words, 2 to 6, from the most frequent on.

    One row is a sequence (of a group, when `by` names a metadata column or "week", "month" or "year"):

    - `ngram`: its terms, with a space between them; `n`: how many
    - `frequency`, and `per_million` words of the group
    - `document_frequency`: documents of the group that hold it
    - `n_stop_words`: how many of its words are on the list that `stop_words` names, and `only_stop_words`;
      rows where `n_stop_words` is 0 read best

    A sequence never crosses a punctuation mark or the end of a sentence. Sequences seen fewer than
    `min_frequency` times in a group are left out, and their occurrences counted in the footnotes. Equal
    frequencies stand in alphabetical order.

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    A frequent sequence is not yet a set phrase: two frequent words often meet by chance.

    Raises
    ------
    UserError
        If `n` is not 2 to 6, `by` is no column, or `stop_words` or `min_frequency` is not allowed.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The port strike goes on. A port strike, a long one."])
    >>> ngrams(corpus)[["ngram", "frequency", "n_stop_words"]]
             ngram  frequency  n_stop_words
    0  port strike          2             0
    """
    check_value("min_frequency", min_frequency)
    if n not in LENGTHS:
        raise UserError(f"n = {n!r} is not a length of n-grams; give a number from 2 to 6")
    words, origin = stop_word_list(stop_words)
    is_stop_word = mark_stop_words(corpus, words)
    whole, corpus = corpus, corpus.counted_by(count, by)
    groups = split_documents(corpus, by)
    parts = [corpus if by is None else corpus.take(group.documents) for group in groups]
    found = [_find_ngrams(part, n, min_frequency) for part in parts]
    tables = [_list_ngrams(*pair, n, is_stop_word) for pair in zip(parts, found, strict=True)]
    return describe(
        stack_tables(groups, tables, by),
        title=f"Sequences of {n} words by frequency",
        row="one row is a sequence of words" + ("" if by is None else f" and {by}"),
        notes=[
            f"Rates are of {'the words of the group' if by else f'all {corpus.n_words:,} words'}. "
            "No sequence crosses a punctuation mark or the end of a sentence.",
            *note_stories(whole, corpus, count, by),
            *note_ungrouped(corpus, groups, by),
            _note_left_out(found, min_frequency),
            origin,
        ],
    )


class _Found(NamedTuple):
    """Sequences that are frequent enough, one entry each, and how many occurrences there are of any."""

    position: np.ndarray
    frequency: np.ndarray
    document_frequency: np.ndarray
    n_occurrences: int


def _find_ngrams(corpus: Corpus, n: int, min_frequency: int) -> _Found:
    """Find the frequent sequences by growing them a word at a time.

    A sequence is frequent only if what it begins and what it ends with are, so the rare are dropped early.
    """
    ahead = _words_ahead(corpus)
    n_terms = len(corpus.vocabulary)
    is_rare = np.bincount(corpus.terms, minlength=n_terms) < min_frequency
    codes = np.where(is_rare[corpus.terms], -1, corpus.terms)
    for length in range(2, n + 1):
        starts = np.flatnonzero((ahead[:-1] >= length) & (codes[:-1] >= 0) & (codes[1:] >= 0))
        grown = codes[starts].astype(np.int64) * n_terms + corpus.terms[starts + length - 1]
        order, firsts = _group_equal(grown)
        starts, frequency = starts[order], np.diff(firsts, append=len(starts))
        kept = frequency >= min_frequency
        if length < n:
            codes = np.full(len(corpus.terms), -1)
            codes[starts] = np.repeat(np.where(kept, np.arange(len(kept)), -1), frequency)
    document_frequency = _count_documents(corpus, starts, firsts)
    n_occurrences = int(np.count_nonzero(ahead >= n))
    return _Found(starts[firsts[kept]], frequency[kept], document_frequency[kept], n_occurrences)


def _words_ahead(corpus: Corpus) -> np.ndarray:
    """How many words follow one another from each token on, itself included; 0 for a mark."""
    is_break = ~corpus.is_counted
    is_break[corpus.sentence_bounds[:-1]] = True
    breaks = np.append(np.flatnonzero(is_break), len(is_break))
    ends = np.repeat(breaks[1:], np.diff(breaks))
    return np.where(corpus.is_counted, ends - np.arange(len(is_break)), 0)


def _group_equal(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The order that puts equal codes side by side and keeps their own order, and the start of each group."""
    bits = len(codes).bit_length()
    if codes.max(initial=0) >> (63 - bits) == 0:
        # Sorting numbers that carry their place is twice as fast as a stable argsort.
        packed = np.sort(codes << bits | np.arange(len(codes)))
        order, ordered = packed & ((1 << bits) - 1), packed >> bits
    else:
        order = np.argsort(codes, kind="stable")
        ordered = codes[order]
    return order, np.flatnonzero(np.diff(ordered, prepend=-1))


def _count_documents(corpus: Corpus, starts: np.ndarray, firsts: np.ndarray) -> np.ndarray:
    """How many documents each group of `starts` reaches into; inside a group they are in text order."""
    is_new = np.diff(corpus.token_documents[starts], prepend=-1) != 0
    is_new[firsts] = True
    return np.add.reduceat(is_new, firsts, dtype=np.int64)


def _list_ngrams(corpus: Corpus, found: _Found, n: int, is_stop_word: np.ndarray) -> pd.DataFrame:
    terms = corpus.terms[found.position[:, None] + np.arange(n)]
    words = [corpus.vocabulary["term"].take(column).reset_index(drop=True) for column in terms.T]
    n_stop_words = is_stop_word[terms].sum(axis=1)
    table = pd.DataFrame(
        {
            "ngram": words[0].str.cat(words[1:], sep=" "),
            "n": n,
            "frequency": found.frequency,
            "per_million": per_million(found.frequency, corpus.n_words),
            "document_frequency": found.document_frequency,
            "n_stop_words": n_stop_words,
            "only_stop_words": n_stop_words == n,
        }
    )
    return table.iloc[np.lexsort([*terms.T[::-1], -found.frequency])].reset_index(drop=True)


def _note_left_out(found: list[_Found], min_frequency: int) -> str:
    n_occurrences = sum(part.n_occurrences for part in found)
    n_left_out = n_occurrences - sum(int(part.frequency.sum()) for part in found)
    if not n_occurrences:
        return "There are no sequences of this length."
    return (
        f"min_frequency = {min_frequency:,} leaves out rarer sequences, "
        f"{n_left_out:,} of {n_occurrences:,} occurrences in all."
    )
