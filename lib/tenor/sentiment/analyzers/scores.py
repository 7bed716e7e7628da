"""The scores of texts by one analyzer."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from tenor.errors import UserError, check_choice
from tenor.formats import number_of
from tenor.sentiment.analyzers import originals, textblob, vader
from tenor.sentiment.analyzers.batches import TextBatch, TokenBatch
from tenor.tables import describe

Columns = dict[str, np.ndarray]
# Texts scored at a time.
_BATCH = 200_000


class Analyzer(NamedTuple):
    """How a batch is scored, and one text that the rules done on arrays leave to the original."""

    score_batch: Callable[[TextBatch | TokenBatch], Columns]
    score_text: Callable[[str], dict[str, Any]]


_ANALYZERS = {
    "textblob": Analyzer(lambda batch: textblob.score_chunks(batch.chunks), originals.score_by_textblob),
    "vader": Analyzer(lambda batch: vader.score_chunks(batch.chunks), originals.score_by_vader),
}
ANALYZERS = tuple(_ANALYZERS)


def score_batch(batch: TextBatch | TokenBatch, analyzer: str) -> Columns:
    """One entry a text in each column of scores, and in `is_left`: whether the text is left to `score_left`.

    Values are missing where the analyzer knows no word of the text.
    """
    columns = _ANALYZERS[analyzer].score_batch(batch)
    is_unknown = columns["n_scored_words"] == 0
    return {
        name: np.where(is_unknown, np.nan, values) if values.dtype == float else values
        for name, values in columns.items()
    }


def score_left(columns: Columns, analyzer: str, text_of: Callable[[int], str]) -> int:
    """Score the texts that are left, by the original, and write their scores into `columns`; how many."""
    left = np.flatnonzero(columns.pop("is_left"))
    for number in left.tolist():
        scores = _ANALYZERS[analyzer].score_text(text_of(number))
        for name, value in scores.items():
            is_known = scores["n_scored_words"] > 0 or name == "n_scored_words"
            columns[name][number] = value if is_known else np.nan
    return len(left)


def _check_texts(texts: Iterable[str]) -> list[str]:
    if isinstance(texts, str):
        raise UserError(f"texts = {texts[:40]!r} is one text; give a list of texts, such as [text]")
    texts = list(texts)
    for place, text in enumerate(texts):
        if not isinstance(text, str):
            raise UserError(f"texts[{place}] = {text!r} is not text; leave it out or put '' for it")
    return texts


def _score_distinct(texts: Sequence[str], analyzer: str) -> tuple[Columns, int]:
    """The scores of texts that are all different, and how many were left to the original."""
    given = [text if _is_whole(text) else "" for text in texts]
    firsts = range(0, max(len(given), 1), _BATCH)
    parts = [score_batch(TextBatch(given[first : first + _BATCH]), analyzer) for first in firsts]
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    columns["is_left"] |= np.array([a is not b for a, b in zip(given, texts, strict=True)], bool)
    return columns, score_left(columns, analyzer, texts.__getitem__)


def _is_whole(text: str) -> bool:
    """Whether a text holds no half of a surrogate pair, which no array of strings can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def score(texts: Iterable[str], *, analyzer: str) -> pd.DataFrame:
    """Score texts with one analyzer, "textblob" or "vader".

    One row a text, with the index of `texts` if they are a Series: `polarity` (-1 negative to 1 positive),
    `subjectivity` (0 to 1; TextBlob only, missing otherwise), `n_scored_words` (how many words, emoticons and
    emoji of the text have a value in the analyzer's list; "not" has none). VADER has three columns more:
    `positive`, `neutral`, `negative`, the shares of the text that are so (0 to 1).

    Polarity is `TextBlob(text).sentiment.polarity`, or VADER's compound score, to the last digit. Where no
    word is known (also in an empty text) it is missing: nothing was measured, which is not the 0.0 of a text
    whose known words are neutral or cancel out. Equal texts are scored once. Texts with emoticons or emoji
    are given to the original, one by one; a note counts them, and `attrs` has their number as `n_original`.

    Give sentences: VADER's score runs to -1 or 1 as a text gets longer. Both know English only.

    Raises
    ------
    UserError
        If the analyzer is unknown, or `texts` is a single string or holds something that is not text.

    References
    ----------
    Hutto & Gilbert 2014, "VADER: a parsimonious rule-based model for sentiment analysis of social media
    text".
    De Smedt & Daelemans 2012, "Pattern for Python" (the list and rules that TextBlob took over).

    >>> score(["A great day.", "The dam is wide."], analyzer="vader")[["polarity", "n_scored_words"]]
       polarity  n_scored_words
    0    0.6249               1
    1       NaN               0
    """
    check_choice("analyzer", analyzer, ANALYZERS)
    index = texts.index if isinstance(texts, pd.Series) else None
    texts = _check_texts(texts)
    places: dict[str, int] = {}
    rows = np.fromiter((places.setdefault(text, len(places)) for text in texts), np.int64, len(texts))
    columns, n_original = _score_distinct(list(places), analyzer)
    missing = {"subjectivity": np.full(len(places), np.nan)}
    columns = {"polarity": columns.pop("polarity"), **missing, **columns}
    table = pd.DataFrame({name: values[rows] for name, values in columns.items()}, index=index)
    table.attrs["n_original"] = n_original
    notes = ["Polarity is missing where the analyzer knows no word of the text; 0 is a neutral score."]
    if n_original:
        notes.append(
            f"{number_of(n_original, 'text')} with emoticons, emoji or the like: scored by the original."
        )
    return describe(table, title=f"Scores by {analyzer}", row="one row is a text", notes=notes)
