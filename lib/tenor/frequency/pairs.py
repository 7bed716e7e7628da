"""Pairs: neighbouring words, and how much more often they meet than chance would have it."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus import Corpus
from tenor.frequency.collocations import association_columns
from tenor.frequency.counts import count_words
from tenor.frequency.groups import note_counted, stack_tables
from tenor.frequency.measures.rates import per_million
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe, remember_lines


def word_pairs(
    corpus: Corpus,
    *,
    by: str | None = None,
    count: str = "documents",
    min_frequency: int = 5,
    stop_words: str = "en",
) -> pd.DataFrame:
    """List the pairs of neighbouring words, those that most need each other first.

    One row is a pair (of a part, when `by` names a metadata column, "week", "month" or "year", "voice" or
    "speaker"):

    - `pair`: the two words in the order of the text; `frequency` and `per_million` words of the part
    - `first_frequency` and `second_frequency` of the two by themselves, and `expected`: how often they would
      meet by chance
    - `log_dice`, the order of the table, `mi`, `mi3`, `t_score`, `g2`, `delta_p_collocate` (of the second
      word behind the first) and `delta_p_node` (of the first before the second): see `collocates`
    - `n_stop_words`: how many of the two are on the list that `stop_words` names

    The words stand side by side in a sentence, with no punctuation between them. Pairs seen fewer than
    `min_frequency` times in a part are left out and counted in the footnotes. With `count` "stories",
    near-copies of one text in a part count once.

    A name, a set phrase and a turn that one report repeats look alike here: read the lines (`evidence`).

    Raises
    ------
    UserError
        If `by`, `count`, `min_frequency` or `stop_words` is not allowed.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The port strike. A port strike, the port."])
    >>> word_pairs(corpus, min_frequency=2)[["pair", "frequency", "first_frequency", "second_frequency"]]
              pair  frequency  first_frequency  second_frequency
    0  port strike          2                3                 2
    1     the port          2                2                 3
    """
    check_value("min_frequency", min_frequency)
    words, origin = stop_word_list(stop_words)
    is_stop_word = mark_stop_words(corpus, words)
    counted = corpus.counted_by(count, by)
    parts = counted.split(by)
    listed = [_list_pairs(part.corpus, min_frequency, is_stop_word) for part in parts]
    table = stack_tables(parts, [table for table, _ in listed], by)
    n_left, n = sum(n - int(table["frequency"].sum()) for table, n in listed), sum(n for _, n in listed)
    remember_lines(table, query="pair", by=by, count=count)
    return describe(
        table,
        title="Neighbouring words",
        row="one row is a pair of words" + (f" and {by}" if by else ""),
        notes=[
            f"Rates are of {f'the words of the {by}' if by else f'all {counted.n_words:,} words'}. The two "
            "stand side by side, with no punctuation mark and no end of a sentence between them.",
            *note_counted(corpus, counted, count, by, parts),
            _note_left_out(min_frequency, n_left, n),
            origin,
        ],
    )


def _list_pairs(corpus: Corpus, min_frequency: int, is_stop_word: np.ndarray) -> tuple[pd.DataFrame, int]:
    """The pairs of a part in the order of the result, and how many occurrences there are of any."""
    n_terms = len(corpus.vocabulary)
    codes = _pair_codes(corpus)
    firsts = np.flatnonzero(np.concatenate([codes[:1] >= 0, codes[1:] != codes[:-1]]))
    observed = np.diff(firsts, append=len(codes))
    kept = observed >= min_frequency
    first, second = np.divmod(codes[firsts[kept]], n_terms)
    frequency, observed = count_words(corpus), observed[kept]
    terms = pa.array(corpus.vocabulary["term"], pa.string())
    words = [terms.take(pa.array(ids)) for ids in (first, second)]
    table = pd.DataFrame(
        {
            "pair": pd.Series(pc.binary_join_element_wise(*words, " "), dtype=str),
            "frequency": observed,
            "per_million": per_million(observed, corpus.n_words),
            "first_frequency": frequency[first],
            "second_frequency": frequency[second],
            **association_columns(observed, frequency[first], frequency[second], corpus.n_words, span=1),
            "n_stop_words": is_stop_word[first].astype(np.int64) + is_stop_word[second],
        }
    )
    # Pairs are found in alphabetical order, which a stable sort leaves to ties.
    order = np.lexsort([-observed, -table["log_dice"].round(9)])
    return table.iloc[order], len(codes)


def _note_left_out(min_frequency: int, n_left: int, n: int) -> str:
    if not n:
        return "There are no pairs of words."
    return (
        f"min_frequency = {min_frequency:,} leaves out rarer pairs, {n_left:,} of {n:,} occurrences in all."
    )


def _pair_codes(corpus: Corpus) -> np.ndarray:
    """One number for each two words that stand side by side in a sentence, sorted."""
    meets = corpus.is_counted[:-1] & corpus.is_counted[1:]
    meets[corpus.sentence_bounds[1:-1] - 1] = False
    codes = corpus.terms[:-1][meets].astype(np.int64)
    codes *= len(corpus.vocabulary)
    codes += corpus.terms[1:][meets]
    codes.sort()
    return codes
