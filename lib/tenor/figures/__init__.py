"""Tables to figures: each function takes one table and returns one closed matplotlib Figure.

Nothing is computed here: what a figure draws stands in its table.
"""

from tenor.figures.arcs import arcs
from tenor.figures.differences import differences
from tenor.figures.frequency import keyness, network, top_terms
from tenor.figures.loading import documents_over_time, funnel
from tenor.figures.ratings import calibration
from tenor.figures.sentiment import tone, tone_over_time
from tenor.figures.timelines import trends
from tenor.figures.towards import tone_towards

__all__ = [
    "arcs",
    "calibration",
    "differences",
    "documents_over_time",
    "funnel",
    "keyness",
    "network",
    "tone",
    "tone_over_time",
    "tone_towards",
    "top_terms",
    "trends",
]
