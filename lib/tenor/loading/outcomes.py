"""What an input can become: a document, or a row of the ledger that says why not or what was changed."""

from dataclasses import dataclass

# The closed list of reasons: each with its outcome and what the user can do about it.
REASONS = {
    "empty": ("left out", "add the text, or remove the file or row"),
    "no text": ("left out", "check that the input holds the text; name its column with columns: {text: ...}"),
    "not text": ("left out", "export the input as plain text, .html, .csv or .jsonl"),
    "undecodable": ("left out", "save the input as UTF-8"),
    "unreadable": ("left out", "allow reading the file, or remove it"),
    "unsupported format": ("left out", "export the input as .txt, .html, .csv or .jsonl, or remove it"),
    "broken row": ("left out", "mend the row in the input"),
    "short row": ("changed", "check the row; its missing cells were taken as empty"),
    "encoding guessed": ("changed", "check its accented letters and quotation marks, or save it as UTF-8"),
    "characters replaced": ("changed", "mend the input; half characters stand as \ufffd"),
    "duplicate id": ("changed", "give each document an id of its own"),
    "not a date": ("changed", "write dates as 2031-05-03, 2031-05 or 2031"),
    "ambiguous date": ("changed", "write dates as 2031-05-03; day and month cannot be told apart"),
    "metadata row without document": ("changed", "check the row's file name or id, or remove it"),
    "document without metadata row": ("changed", "add a row for it to the metadata"),
    "broken metadata row": ("changed", "mend the row in the metadata; it was not used"),
    "repeated metadata row": ("changed", "keep one row for each document; the first was used"),
    "ambiguous metadata row": ("changed", "write file names with their folder"),
}


@dataclass(slots=True)
class Document:
    """One text as an input gave it.

    `path` is relative to the input folder, with forward slashes; `row` counts from 1 in a file of rows (the
    rows below a CSV's header, the lines of a JSONL file) and is None for a whole file; `text` is as loaded:
    no translation of line ends, no byte-order mark; `fields` holds the metadata found in the input itself,
    under Tenor's names where a column was recognised.
    """

    path: str
    row: int | None
    text: str
    encoding: str
    fields: dict[str, str]


@dataclass(slots=True)
class LedgerRow:
    """One input that is no document (`outcome` "left out"), or a change made to one that is ("changed")."""

    path: str
    row: int | None
    outcome: str
    reason: str
    detail: str
    remedy: str


def ledger_row(path: str, row: int | None, reason: str, detail: str = "") -> LedgerRow:
    """The ledger row for one of `REASONS`.

    >>> ledger_row("a.txt", None, "empty").outcome
    'left out'
    """
    outcome, remedy = REASONS[reason]
    return LedgerRow(path, row, outcome, reason, detail, remedy)
