"""Words counted: lists, spread, keywords, company, lines and trends.

The functions take a corpus, or a selection of one, and return a table whose `attrs` hold its title, what one
row is, and footnotes.
"""

from tenor.lazy import names_of

_HOMES = {
    "aligned": "aligned_lines",
    "changes": "change_points",
    "collocates": "collocations",
    "collocation_network": "networks",
    "concordance": "concordances",
    "dispersion": "dispersions",
    "diversity": "diversities",
    "evidence": "evidence_lines",
    "first_uses": "first_appearances",
    "in_units": "units",
    "join_terms": "phrases",
    "keyness": "keywords",
    "ngrams": "ngram_lists",
    "pick_words": "distinctive_words",
    "read_phrases": "phrases",
    "readability": "readabilities",
    "skip_grams": "skip_gram_lists",
    "stop_word_list": "stop_words",
    "to_freq_dist": "exports",
    "to_nltk": "exports",
    "to_polars": "exports",
    "to_sklearn": "exports",
    "to_unit": "units",
    "trends": "timelines",
    "word_list": "word_lists",
    "word_pairs": "pairs",
}
__all__ = list(_HOMES)
__getattr__ = names_of(__name__, _HOMES)
