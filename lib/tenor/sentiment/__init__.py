"""Tone of sentences, documents, groups and periods, and towards people and things."""

from tenor.sentiment.agreements import agreement, disagreements
from tenor.sentiment.analyzers import ANALYZERS, score
from tenor.sentiment.analyzers.tone import explain_tone, read_lexicon
from tenor.sentiment.arcs import arcs
from tenor.sentiment.differences import differences
from tenor.sentiment.documents import document_tone
from tenor.sentiment.evidence import evidence
from tenor.sentiment.groups import tone
from tenor.sentiment.limits import known_failures, measured_worth
from tenor.sentiment.periods import tone_over_time
from tenor.sentiment.ratings import agreement_with_ratings, calibration, draw_to_rate, read_ratings
from tenor.sentiment.sentences import score_sentences
from tenor.sentiment.targets.choices import choose_targets
from tenor.sentiment.targets.evidence import evidence_towards
from tenor.sentiment.targets.groups import tone_towards
from tenor.sentiment.targets.matrix import mentions_by, speaker_matrix
from tenor.sentiment.targets.scores import explain_towards, score_towards
from tenor.sentiment.targets.towards import towards

__all__ = [
    "ANALYZERS",
    "agreement",
    "agreement_with_ratings",
    "arcs",
    "calibration",
    "choose_targets",
    "differences",
    "disagreements",
    "document_tone",
    "draw_to_rate",
    "evidence",
    "evidence_towards",
    "explain_tone",
    "explain_towards",
    "known_failures",
    "measured_worth",
    "mentions_by",
    "read_lexicon",
    "read_ratings",
    "score",
    "score_sentences",
    "score_towards",
    "speaker_matrix",
    "tone",
    "tone_over_time",
    "tone_towards",
    "towards",
]
