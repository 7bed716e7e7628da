"""Words counted: lists, sequences, keywords, lines and trends.

The functions take a corpus and return a table whose `attrs` hold its title, what one row is, and footnotes.
"""

from tenor.frequency.concordances import concordance
from tenor.frequency.distinctive_words import pick_words
from tenor.frequency.exports import to_nltk
from tenor.frequency.keywords import keyness
from tenor.frequency.ngram_lists import ngrams
from tenor.frequency.stop_words import stop_word_list
from tenor.frequency.timelines import trends
from tenor.frequency.word_lists import word_list

__all__ = [
    "concordance",
    "keyness",
    "ngrams",
    "pick_words",
    "stop_word_list",
    "to_nltk",
    "trends",
    "word_list",
]
