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
from tenor.prose.ratings import agreement_with_ratings
from tenor.prose.sentiment import agreement, extremes, tone, tone_over_time
from tenor.prose.timelines import changes, first_uses, trend
from tenor.prose.towards import tone_towards

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
    "differences",
    "extremes",
    "first_uses",
    "fitness",
    "keywords",
    "languages",
    "length",
    "lines_of",
    "near_copies",
    "network",
    "output_over_time",
    "tone",
    "tone_over_time",
    "tone_towards",
    "top_words",
    "trend",
    "variety",
]
