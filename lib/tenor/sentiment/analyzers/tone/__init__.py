"""A scorer of tone made for news prose: one list of weighted words, which explains each of its scores."""

from tenor.sentiment.analyzers.tone.explanations import explain_tone
from tenor.sentiment.analyzers.tone.scoring import score_tokens
from tenor.sentiment.analyzers.tone.words import Words, lexicon_note, read_lexicon, shipped_words, words_of

__all__ = [
    "Words",
    "explain_tone",
    "lexicon_note",
    "read_lexicon",
    "score_tokens",
    "shipped_words",
    "words_of",
]
