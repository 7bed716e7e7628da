"""Loading: files to documents and the ledger of what is none, and tables of what is in a corpus."""

from tenor.lazy import names_of

_HOMES = {
    "copies": "summaries",
    "document_list": "listings",
    "documents_over_time": "distributions",
    "funnel": "summaries",
    "ledger": "listings",
    "lengths": "distributions",
    "missing": "summaries",
    "open_corpus": "corpora",
    "overview": "summaries",
    "summary_lines": "summaries",
}
__all__ = [*_HOMES]

__getattr__ = names_of(__name__, _HOMES)
