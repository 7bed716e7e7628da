"""The analyzers: polarity and subjectivity exactly as TextBlob and VADER compute them."""

from collections.abc import Callable, Iterable
from functools import cache
from math import nan

import numpy as np
import pandas as pd

from tenor.errors import UserError, check_choice
from tenor.tables import describe

# One text to its polarity, its subjectivity (missing if the analyzer has none) and its number of scored
# words.
Scorer = Callable[[str], tuple[float, float, int]]


@cache
def _textblob() -> Scorer:
    # `TextBlob(text).sentiment` ends in this function and gives the same numbers, at a third of the speed.
    from textblob.en import sentiment

    unscored = {"!", *sentiment.negations}

    def score_text(text: str) -> tuple[float, float, int]:
        scores = sentiment(text)
        n_scored_words = sum(word not in unscored for words, *_ in scores.assessments for word in words)
        return *scores, n_scored_words

    return score_text


@cache
def _vader() -> Scorer:
    # Imported here: the package brings `requests` along.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    class CountingAnalyzer(SentimentIntensityAnalyzer):
        """VADER itself, which also counts the words that it looked up with success."""

        n_scored_words = 0

        def sentiment_valence(self, valence, sentitext, item, i, sentiments):
            self.n_scored_words += item.lower() in self.lexicon
            return super().sentiment_valence(valence, sentitext, item, i, sentiments)

    analyzer = CountingAnalyzer()

    def score_text(text: str) -> tuple[float, float, int]:
        analyzer.n_scored_words = 0
        polarity = analyzer.polarity_scores(text)["compound"]
        return polarity, nan, analyzer.n_scored_words

    return score_text


_SCORERS: dict[str, Callable[[], Scorer]] = {"textblob": _textblob, "vader": _vader}
ANALYZERS = tuple(_SCORERS)


def _check_texts(texts: Iterable[str]) -> list[str]:
    if isinstance(texts, str):
        raise UserError(f"texts = {texts[:40]!r} is one text; give a list of texts, such as [text]")
    texts = list(texts)
    for place, text in enumerate(texts):
        if not isinstance(text, str):
            raise UserError(f"texts[{place}] = {text!r} is not text; leave it out or put '' for it")
    return texts


def _score_text(text: str, scorer: Scorer) -> tuple[float, float, int]:
    polarity, subjectivity, n_scored_words = scorer(text)
    return (polarity, subjectivity, n_scored_words) if n_scored_words else (nan, nan, 0)


def score(texts: Iterable[str], *, analyzer: str) -> pd.DataFrame:
    """Score texts with one analyzer, "textblob" or "vader".

    One row a text, with the index of `texts` if they are a Series: `polarity` (-1 negative to 1 positive),
    `subjectivity` (0 to 1; TextBlob only, missing otherwise), `n_scored_words` (how many words, emoticons and
    emoji of the text have a value in the analyzer's list; "not" has none).

    Polarity is `TextBlob(text).sentiment.polarity`, or VADER's compound score, to the last digit. Where no
    word is known (also in an empty text) it is missing: nothing was measured, which is not the 0.0 of a text
    whose known words are neutral or cancel out. Equal texts are scored once.

    Give sentences: VADER's score runs to -1 or 1 as a text gets longer, and its time grows with the square of
    the length. Both know English only.

    Raises
    ------
    UserError
        If the analyzer is unknown, or `texts` is a single string or holds something that is not text.

    References
    ----------
    Hutto & Gilbert 2014, "VADER: a parsimonious rule-based model for sentiment analysis of social media
    text".
    De Smedt & Daelemans 2012, "Pattern for Python" (the list and rules that TextBlob took over).

    >>> score(["A great day.", "The dam is wide."], analyzer="vader")
       polarity  subjectivity  n_scored_words
    0    0.6249           NaN               1
    1       NaN           NaN               0
    """
    check_choice("analyzer", analyzer, ANALYZERS)
    index = texts.index if isinstance(texts, pd.Series) else None
    texts = _check_texts(texts)
    places: dict[str, int] = {}
    rows = np.fromiter((places.setdefault(text, len(places)) for text in texts), np.int64, len(texts))
    scorer = _SCORERS[analyzer]()
    scores = np.array([_score_text(text, scorer) for text in places], float).reshape(-1, 3)[rows]
    columns = {
        "polarity": scores[:, 0],
        "subjectivity": scores[:, 1],
        "n_scored_words": scores[:, 2].astype(int),
    }
    return describe(
        pd.DataFrame(columns, index=index),
        title=f"Scores by {analyzer}",
        row="one row is a text",
        notes=["Polarity is missing where the analyzer knows no word of the text; 0 is a neutral score."],
    )
