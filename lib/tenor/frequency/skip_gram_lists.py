"""Skip-grams: words that recur in the same order, with others between them."""

import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import number_of
from tenor.frequency.sequence_lists import check_length, list_sequences

LENGTHS = range(2, 5)
SKIPS = range(1, 5)


def skip_grams(
    corpus: Corpus,
    n: int = 2,
    *,
    skip: int = 1,
    containing: str = "",
    by: str | None = None,
    count: str = "documents",
    min_frequency: int = 2,
    stop_words: str = "en",
) -> pd.DataFrame:
    """List the sequences of `n` words, 2 to 4, with up to `skip` words, 1 to 4, left out inside.

    One row is a skip-gram; the columns are those of `ngrams`, with `skip_gram` for its terms. "The long port
    strike" holds, with one skip, "the long", "the port", "long port", "long strike" and "port strike".

    Every way to choose the words counts as an occurrence, so that a sentence can hold one skip-gram several
    times, and n-grams are among the skip-grams. Of several gaps the words left out are added up. As with
    `ngrams`, none crosses a punctuation mark or the end of a sentence.

    There are many times more of them than words: rates tell which is more frequent, but do not add up to a
    million. On large corpora the time grows with the number of ways, which is 35 for 4 words and 4 skips.

    Raises
    ------
    UserError
        If `n` is not 2 to 4, `skip` is not 1 to 4, or as `ngrams` does.

    References
    ----------
    Guthrie, D., Allison, B., Liu, W., Guthrie, L. & Wilks, Y. (2006). A closer look at skip-gram modelling.
    LREC.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The port strike holds. The long strike holds."])
    >>> skip_grams(corpus)[["skip_gram", "frequency"]]
          skip_gram  frequency
    0  strike holds          2
    1    the strike          2
    """
    check_length("n", n, LENGTHS, "a length of skip-grams")
    check_length("skip", skip, SKIPS, "a number of words to skip")
    table = list_sequences(
        corpus,
        n,
        column="skip_gram",
        title=f"Sequences of {n} words with up to {skip} skipped, by frequency",
        skip=skip,
        containing=containing,
        by=by,
        count=count,
        min_frequency=min_frequency,
        stop_words=stop_words,
    )
    table.attrs["notes"].insert(1, f"Up to {number_of(skip, 'word')} in all skipped inside a sequence.")
    return table
