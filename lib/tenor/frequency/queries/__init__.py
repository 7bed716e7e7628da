"""Queries: what a word, phrase or pattern means, and where it stands."""
