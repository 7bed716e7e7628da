"""The scores of texts by one analyzer."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from tenor.errors import UserError, check_choice
from tenor.formats import number_of
from tenor.sentiment.analyzers import originals, textblob, vader
from tenor.sentiment.analyzers.batches import TextBatch, TokenBatch
from tenor.sentiment.analyzers.tone import Words, score_tokens, words_of
from tenor.tables import describe

Columns = dict[str, np.ndarray]
# Texts scored at a time.
_BATCH = 200_000


# One text that the rules done on arrays leave to the original, to its scores.
_ORIGINALS: dict[str, Callable[[str], dict[str, Any]]] = {
    "textblob": originals.score_by_textblob,
    "vader": originals.score_by_vader,
}
ANALYZERS = ("textblob", "vader", "tone")


def score_batch(batch: TextBatch | TokenBatch, analyzer: str, words: Words | None = None) -> Columns:
    """One entry a text in each column of scores, and in `is_left`: whether the text is left to `score_left`.

    Values are missing where the analyzer knows no word of the text. `words` are a list of the user's for
    "tone".
    """
    columns = _score_batch(batch, analyzer, words)
    is_unknown = columns["n_scored_words"] == 0
    return {
        name: np.where(is_unknown, np.nan, values) if values.dtype == float else values
        for name, values in columns.items()
    }


def _score_batch(batch: TextBatch | TokenBatch, analyzer: str, words: Words | None) -> Columns:
    if analyzer == "textblob":
        return textblob.score_chunks(batch.chunks)
    if analyzer == "vader":
        return vader.score_chunks(batch.chunks)
    tokens = batch.tokens
    polarity, n_scored_words = score_tokens(tokens.forms, tokens.ids, tokens.bounds, words=words)
    is_left = np.zeros(len(polarity), bool)
    return {"polarity": polarity, "n_scored_words": n_scored_words, "is_left": is_left}


def score_left(columns: Columns, analyzer: str, text_of: Callable[[int], str]) -> int:
    """Score the texts that are left, each distinct one once, by the original, and write their scores into
    `columns`; how many."""
    texts = {number: text_of(number) for number in np.flatnonzero(columns.pop("is_left")).tolist()}
    distinct = {text: _ORIGINALS[analyzer](text) for text in dict.fromkeys(texts.values())}
    for number, text in texts.items():
        for name, value in distinct[text].items():
            is_known = distinct[text]["n_scored_words"] > 0 or name == "n_scored_words"
            columns[name][number] = value if is_known else np.nan
    return len(distinct)


def _check_texts(texts: Iterable[str]) -> list[str]:
    if isinstance(texts, str):
        raise UserError(f"texts = {texts[:40]!r} is one text; give a list of texts, such as [text]")
    texts = list(texts)
    for place, text in enumerate(texts):
        if not isinstance(text, str):
            raise UserError(f"texts[{place}] = {text!r} is not text; leave it out or put '' for it")
    return texts


def _score_distinct(texts: Sequence[str], analyzer: str, words: Words | None) -> tuple[Columns, int]:
    """The scores of texts that are all different, and how many were left to the original."""
    whole = [text.encode(errors="replace").decode() for text in texts]
    firsts = range(0, max(len(whole), 1), _BATCH)
    parts = [score_batch(TextBatch(whole[first : first + _BATCH]), analyzer, words) for first in firsts]
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    if analyzer in _ORIGINALS:
        # Half of a surrogate pair, which no array of strings can hold.
        columns["is_left"] |= np.array([a != b for a, b in zip(whole, texts, strict=True)], bool)
    return columns, score_left(columns, analyzer, texts.__getitem__)


def score(texts: Iterable[str], *, analyzer: str, lexicon: str = "") -> pd.DataFrame:
    """Score texts with one analyzer: "textblob", "vader" or "tone".

    One row a text, with the index of `texts` if they are a Series: `polarity` (-1 negative to 1 positive),
    `subjectivity` (0 to 1; TextBlob only, missing otherwise), `n_scored_words` (how many words, emoticons and
    emoji of the text have a value in the analyzer's list; "not" has none). VADER has three columns more:
    `positive`, `neutral`, `negative`, the shares of the text that are so (0 to 1).

    Polarity is `TextBlob(text).sentiment.polarity`, or VADER's compound score, to the last digit. That of
    "tone" is a sum over the words of a list made for news, see `explain_tone`; 0.125 parts positive and
    neutral as 0.5 does on the scale from -4 to 4 on which people rate. `lexicon` is a file of words and
    weights of your own for it, see `read_lexicon`.

    Where no word is known (also in an empty text) polarity is missing: nothing was measured, which is not the
    0.0 of a text whose known words are neutral or cancel out. Equal texts are scored once. Texts with
    emoticons or emoji are given to TextBlob and VADER themselves, one by one; a note counts them, and `attrs`
    has their number as `n_original`.

    Give sentences: VADER's score runs to -1 or 1 as a text gets longer. All know English only.

    Raises
    ------
    UserError
        If the analyzer is unknown, `texts` is a single string or holds something that is not text, or the
        lexicon cannot be read or has a broken line.

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
    firsts, rows = TextBatch(texts).find_repeated()
    distinct = [texts[first] for first in firsts.tolist()]
    columns, n_original = _score_distinct(distinct, analyzer, words_of(lexicon))
    missing = {"subjectivity": np.full(len(distinct), np.nan)}
    columns = {"polarity": columns.pop("polarity"), **missing, **columns}
    table = pd.DataFrame({name: values[rows] for name, values in columns.items()}, index=index)
    table.attrs["n_original"] = n_original
    notes = ["Polarity is missing where the analyzer knows no word of the text; 0 is a neutral score."]
    if n_original:
        texts_left = number_of(n_original, "text")
        notes.append(f"{texts_left} with emoticons, emoji or the like: scored by the original.")
    return describe(table, title=f"Scores by {analyzer}", row="one row is a text", notes=notes)
