"""A scorer of tone made for news prose: one list of weighted words, which explains each of its scores."""

from tenor.sentiment.tone_scorer.explanations import explain_tone
from tenor.sentiment.tone_scorer.scoring import score_tokens
from tenor.sentiment.tone_scorer.words import Words, read_lexicon, shipped_words

__all__ = ["Words", "explain_tone", "read_lexicon", "score_tokens", "shipped_words"]
