"""Loading: files to documents and the ledger of what is none, and tables of what is in a corpus."""

from tenor.loading.corpora import open_corpus
from tenor.loading.distributions import documents_over_time, lengths
from tenor.loading.listings import document_list, ledger
from tenor.loading.summaries import copies, funnel, missing, overview, summary_lines

__all__ = [
    "copies",
    "document_list",
    "documents_over_time",
    "funnel",
    "ledger",
    "lengths",
    "missing",
    "open_corpus",
    "overview",
    "summary_lines",
]
