"""TextBlob and VADER themselves, text by text: what their rules done on arrays must equal."""

from functools import cache
from typing import Any


def score_by_textblob(text: str) -> dict[str, Any]:
    """What `TextBlob(text).sentiment` gives, and how many words it knows."""
    from textblob.en import sentiment

    scores = sentiment(text)
    unscored = {"!", *sentiment.negations}
    n_scored_words = sum(word not in unscored for words, *_ in scores.assessments for word in words)
    return {"polarity": scores[0], "subjectivity": scores[1], "n_scored_words": n_scored_words}


@cache
def _counting_vader() -> Any:
    # Imported here: the package brings `requests` along.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    class CountingAnalyzer(SentimentIntensityAnalyzer):
        """VADER itself, which also counts the words that it looked up with success."""

        n_scored_words = 0

        def sentiment_valence(self, valence, sentitext, item, i, sentiments):
            self.n_scored_words += item.lower() in self.lexicon
            return super().sentiment_valence(valence, sentitext, item, i, sentiments)

    return CountingAnalyzer()


def score_by_vader(text: str) -> dict[str, Any]:
    """What `polarity_scores(text)` gives, and how many words it knows."""
    analyzer = _counting_vader()
    analyzer.n_scored_words = 0
    scores = analyzer.polarity_scores(text)
    shares = {name: scores[name[:3]] for name in ("positive", "neutral", "negative")}
    return {"polarity": scores["compound"], **shares, "n_scored_words": analyzer.n_scored_words}
