"""Sentences that people rated: a sample to rate, its file, and how the analyzers compare with it."""

from tenor.sentiment.ratings.calibrations import agreement_with_ratings, calibration
from tenor.sentiment.ratings.files import read_ratings
from tenor.sentiment.ratings.samples import draw_to_rate

__all__ = ["agreement_with_ratings", "calibration", "draw_to_rate", "read_ratings"]
