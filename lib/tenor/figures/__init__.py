"""Tables to figures: each function takes one table and returns one closed matplotlib Figure.

Nothing is computed here: what a figure draws stands in its table.
"""

from tenor.figures.arcs import arcs
from tenor.figures.differences import differences
from tenor.figures.frequency import keyness, network, top_terms
from tenor.figures.loading import documents_over_time, funnel
from tenor.figures.matrix import speaker_matrix
from tenor.figures.ratings import calibration
from tenor.figures.sentiment import tone, tone_over_time
from tenor.figures.timelines import trends
from tenor.figures.towards import tone_towards
from tenor.figures.voice_bars import coverage, verb_stances, voice_shares
from tenor.figures.voice_diversity import source_diversity
from tenor.figures.voice_speakers import heard_in, speakers_heard
from tenor.figures.voice_time import voice_shares_over_time
from tenor.figures.voice_verbs import reporting_verbs

__all__ = [
    "arcs",
    "calibration",
    "coverage",
    "differences",
    "documents_over_time",
    "funnel",
    "heard_in",
    "keyness",
    "network",
    "reporting_verbs",
    "source_diversity",
    "speaker_matrix",
    "speakers_heard",
    "tone",
    "tone_over_time",
    "tone_towards",
    "top_terms",
    "trends",
    "verb_stances",
    "voice_shares",
    "voice_shares_over_time",
]
