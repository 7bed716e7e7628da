"""N-gram lists: sequences of words that recur."""

import pandas as pd

from tenor.corpus import Corpus
from tenor.frequency.sequence_lists import check_length, list_sequences
from tenor.tables import remember_lines

LENGTHS = range(1, 7)


def ngrams(
    corpus: Corpus,
    n: int = 2,
    *,
    containing: str = "",
    by: str | None = None,
    count: str = "documents",
    min_frequency: int = 2,
    stop_words: str = "en",
) -> pd.DataFrame:
    """List the sequences of `n` words, 1 to 6, from the most frequent on.

    One row is a sequence (of a part, when `by` names a metadata column, "week", "month" or "year", "voice" or
    "speaker"):

    - `ngram`: its terms, with a space between them; `n`: how many
    - `frequency`, and `per_million` words of the part
    - `document_frequency`: documents of the part that hold it
    - `n_stop_words`: how many of its words are on the list that `stop_words` names, and `only_stop_words`;
      rows where `n_stop_words` is 0 read best

    A sequence never crosses a punctuation mark or the end of a sentence, nor words that are not counted.
    Sequences seen fewer than `min_frequency` times in a part are left out, and their occurrences counted in
    the footnotes. Equal frequencies stand in alphabetical order.

    `containing` keeps the sequences with a word that it matches, such as "strik*" or "/.*ing/": see
    `concordance`. With `count` "stories", near-copies of one text in a part count once: the earliest of them.

    A frequent sequence is not yet a set phrase: two frequent words often meet by chance.

    Raises
    ------
    UserError
        If `n` is not 1 to 6, `by` is no column, or `containing`, `stop_words` or `min_frequency` is not
        allowed.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The port strike goes on. A port strike, a long one."])
    >>> ngrams(corpus)[["ngram", "frequency", "n_stop_words"]]
             ngram  frequency  n_stop_words
    0  port strike          2             0
    """
    check_length("n", n, LENGTHS, "a length of n-grams")
    table = list_sequences(
        corpus,
        n,
        column="ngram",
        title=f"Sequences of {n} words by frequency" if n > 1 else "Words by frequency",
        skip=0,
        containing=containing,
        by=by,
        count=count,
        min_frequency=min_frequency,
        stop_words=stop_words,
    )
    remember_lines(table, query="ngram", by=by, count=count)
    return table
