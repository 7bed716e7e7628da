"""Quotations and their speakers: who says what, where, how often and to what effect."""

from tenor.voices.annotation import annotate
from tenor.voices.coverage import coverage
from tenor.voices.diversity import source_diversity
from tenor.voices.evidence import evidence_of
from tenor.voices.gathering import most_quoted
from tenor.voices.heard_in import heard_in
from tenor.voices.lines import lines_by_speaker
from tenor.voices.marks import open_marks
from tenor.voices.quotations import quotations
from tenor.voices.reuse import reuse, reused_quotations
from tenor.voices.shares import voice_shares, voice_shares_over_time
from tenor.voices.speakers import correct, merges, name_speakers, read_aliases, read_corrections
from tenor.voices.speakers_heard import speakers_heard
from tenor.voices.verbs import reporting_verbs, verb_stances
from tenor.voices.worth import measured_worth

__all__ = [
    "annotate",
    "correct",
    "coverage",
    "evidence_of",
    "heard_in",
    "lines_by_speaker",
    "measured_worth",
    "merges",
    "most_quoted",
    "name_speakers",
    "open_marks",
    "quotations",
    "read_aliases",
    "read_corrections",
    "reporting_verbs",
    "reuse",
    "reused_quotations",
    "source_diversity",
    "speakers_heard",
    "verb_stances",
    "voice_shares",
    "voice_shares_over_time",
]
