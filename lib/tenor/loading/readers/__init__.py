"""The formats: one module each, which turns the bytes of an input into documents and ledger rows.

To add a format, write its module and add a line for each of its suffixes here.
"""

from tenor.loading.readers import csv_files, html_files, jsonl_files, txt_files

# (input, its bytes, columns) -> its documents and ledger rows, in order.
READERS = {
    ".txt": txt_files.read,
    ".html": html_files.read,
    ".htm": html_files.read,
    ".csv": csv_files.read,
    ".tsv": csv_files.read,
    ".jsonl": jsonl_files.read,
    ".ndjson": jsonl_files.read,
}
# Formats whose documents cost milliseconds each, spent in Python: worth processes of their own.
PARSED = {".html", ".htm"}
# (input, bytes a slice) -> slices of a large file of rows.
SPLITTERS = {
    ".csv": csv_files.split,
    ".tsv": csv_files.split,
    ".jsonl": jsonl_files.split,
    ".ndjson": jsonl_files.split,
}
