"""The formats: one module each, which turns the bytes of an input into documents and ledger rows.

To add a format, write its module and add a line for each of its suffixes here.
"""

from tenor.loading.readers import (
    csv_files,
    docx_files,
    feed_files,
    html_files,
    json_files,
    jsonl_files,
    md_files,
    parquet_files,
    pdf_files,
    txt_files,
    warc_files,
    xlsx_files,
)

# (input, columns, limits) -> its documents and ledger rows, in order.
READERS = {
    ".txt": txt_files.read,
    ".md": md_files.read,
    ".markdown": md_files.read,
    ".docx": docx_files.read,
    ".pdf": pdf_files.read,
    ".html": html_files.read,
    ".htm": html_files.read,
    ".csv": csv_files.read,
    ".tsv": csv_files.read,
    ".jsonl": jsonl_files.read,
    ".ndjson": jsonl_files.read,
    ".json": json_files.read,
    ".parquet": parquet_files.read,
    ".xlsx": xlsx_files.read,
    ".xlsm": xlsx_files.read,
    ".rss": feed_files.read,
    ".atom": feed_files.read,
    ".xml": feed_files.read,
    ".warc": warc_files.read,
}
# Formats whose documents cost milliseconds each, spent in Python: worth processes of their own.
PARSED = {".xlsx", ".xlsm", ".html", ".htm", ".warc", ".docx", ".md", ".markdown", ".pdf"}
# (input, bytes a slice, columns, limits) -> slices of a large file of rows.
SPLITTERS = {
    ".csv": csv_files.split,
    ".tsv": csv_files.split,
    ".jsonl": jsonl_files.split,
    ".ndjson": jsonl_files.split,
    ".json": json_files.split,
}
# Formats that are read in pieces, however large the file is; the others are held whole.
STREAMED = {*SPLITTERS, ".parquet", ".warc"}
