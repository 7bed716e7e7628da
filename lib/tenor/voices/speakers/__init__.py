"""Speakers: who is meant by a mention, and what people say about it."""

from tenor.voices.speakers.aliases import read_aliases
from tenor.voices.speakers.corrections import correct, read_corrections
from tenor.voices.speakers.naming import merges, name_speakers

__all__ = ["correct", "merges", "name_speakers", "read_aliases", "read_corrections"]
