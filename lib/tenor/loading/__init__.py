"""Loading: files to documents and the ledger of what is none, and tables of what is in a corpus."""

from tenor.lazy import names_of

_HOMES = {
    "boilerplate": "tables.furniture",
    "copies": "tables.copies",
    "document_list": "tables.listings",
    "documents_over_time": "tables.distributions",
    "fitness": "tables.fitness",
    "formats": "tables.accounts",
    "funnel": "tables.accounts",
    "languages": "tables.accounts",
    "ledger": "tables.listings",
    "lengths": "tables.distributions",
    "missing": "tables.summaries",
    "open_corpus": "corpora",
    "overview": "tables.summaries",
    "repeated_lines": "tables.furniture",
    "summary_lines": "tables.summaries",
    "unusual_lengths": "tables.distributions",
    "variants": "duplicates.variants",
    "versions": "duplicates.variants",
}
__all__ = [*_HOMES]

__getattr__ = names_of(__name__, _HOMES)
