"""The analyzers: three scorers of sentences, exact, on all sentences at once."""

from tenor.sentiment.analyzers.scores import ANALYZERS, score

__all__ = ["ANALYZERS", "score"]
