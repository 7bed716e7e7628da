"""Tone of sentences, documents, groups and periods, by the word lists of TextBlob and VADER."""

from tenor.sentiment.agreements import agreement, disagreements
from tenor.sentiment.analyzers import ANALYZERS, score
from tenor.sentiment.documents import document_tone
from tenor.sentiment.evidence import evidence
from tenor.sentiment.groups import tone
from tenor.sentiment.limits import known_failures, measured_worth
from tenor.sentiment.periods import tone_over_time
from tenor.sentiment.sentences import score_sentences

__all__ = [
    "ANALYZERS",
    "agreement",
    "disagreements",
    "document_tone",
    "evidence",
    "known_failures",
    "measured_worth",
    "score",
    "score_sentences",
    "tone",
    "tone_over_time",
]
