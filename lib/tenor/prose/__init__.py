"""Tables to computed sentences: each function takes a result and says what stands in it.

The sentences are Markdown, and are written anew in each run: no number of theirs is fixed.
"""

from tenor.prose.arcs import arcs
from tenor.prose.differences import differences
from tenor.prose.frequency import company, keywords, lines_of, network, top_words, variety
from tenor.prose.loading import (
    accounts,
    boilerplate,
    changes_to_copies,
    collection,
    fitness,
    languages,
    length,
    near_copies,
    output_over_time,
)
from tenor.prose.matrix import speaker_matrix
from tenor.prose.ratings import agreement_with_ratings
from tenor.prose.reuse import reuse
from tenor.prose.sentiment import agreement, extremes, tone, tone_over_time
from tenor.prose.timelines import changes, first_uses, trend
from tenor.prose.towards import tone_towards
from tenor.prose.voice_coverage import coverage
from tenor.prose.voice_diversity import source_diversity
from tenor.prose.voice_shares import voice_shares, voice_shares_over_time
from tenor.prose.voice_speakers import heard_in, speakers_heard
from tenor.prose.voice_verbs import reporting_verbs, verb_stances

__all__ = [
    "accounts",
    "agreement",
    "agreement_with_ratings",
    "arcs",
    "boilerplate",
    "changes",
    "changes_to_copies",
    "collection",
    "company",
    "coverage",
    "differences",
    "extremes",
    "first_uses",
    "fitness",
    "heard_in",
    "keywords",
    "languages",
    "length",
    "lines_of",
    "near_copies",
    "network",
    "output_over_time",
    "reporting_verbs",
    "reuse",
    "source_diversity",
    "speaker_matrix",
    "speakers_heard",
    "tone",
    "tone_over_time",
    "tone_towards",
    "top_words",
    "trend",
    "variety",
    "verb_stances",
    "voice_shares",
    "voice_shares_over_time",
]
