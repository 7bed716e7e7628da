"""Tenor: what is in a collection of news texts, which words mark it, what tone it takes, and who speaks.

Each stage is a room of its own, imported where it is used: ``tenor.loading`` makes a corpus of a folder,
``tenor.frequency`` and ``tenor.sentiment`` turn a corpus into tables.
"""

__version__ = "0.1.0"
