"""What an input can become: a document, or a row of the ledger that says why not or what was changed."""

from dataclasses import dataclass, field

# The closed list of reasons: each with its outcome and what the user can do about it.
REASONS = {
    "empty": ("left out", "add the text, or remove the file or row"),
    "no text": (
        "left out",
        "check that the input holds the text; of a table, name its column: columns: {text: NAME} in a "
        "recipe, --column text=NAME on the command line",
    ),
    "not text": ("left out", "export the input as plain text, .html, .csv or .jsonl"),
    "undecodable": ("left out", "save the input as UTF-8"),
    "unreadable": ("left out", "allow reading the file, or remove it"),
    "changed while read": ("left out", "run again when nobody writes to it"),
    "unsupported format": ("left out", "export the input as .txt, .html, .csv or .jsonl, or remove it"),
    "broken file": ("left out", "open it in the program that wrote it, and save or export it anew"),
    "encrypted": ("left out", "save it without a password"),
    "too large": ("left out", "cut it, or raise the limit: limits: {file_mb: ...} or {row_mb: ...}"),
    "too many members": ("left out", "unpack the archive, or raise the limit: limits: {members: ...}"),
    "expands too much": ("left out", "unpack it if you trust it, or raise limits: {expansion: ...}"),
    "nested too deeply": ("left out", "unpack the archive, or raise the limit: limits: {depth: ...}"),
    "unsafe name": ("left out", "pack the archive anew, with names inside it that lead nowhere else"),
    "other sheet": ("left out", "save it as a file of its own, or give it the same columns"),
    "broken row": ("left out", "mend the row in the input"),
    "not an article": ("left out", "nothing, unless it should be one; each kind in a file is told once"),
    "markup repaired": ("changed", "check the documents against the file, whose XML is broken"),
    "short row": ("changed", "check the row; its missing cells were taken as empty"),
    "encoding guessed": ("changed", "check its accented letters and quotation marks, or save it as UTF-8"),
    "characters replaced": ("changed", "mend the input; half characters stand as \ufffd"),
    "mojibake repaired": ("changed", "check its accented letters and quotation marks"),
    "control characters removed": ("changed", "nothing; they showed as nothing"),
    "soft hyphens removed": ("changed", "nothing; words are whole again"),
    "ligatures parted": ("changed", "nothing; words are spelt with single letters again"),
    "letters composed": ("changed", "nothing; letters and their accents are single characters again"),
    "line-end hyphens joined": ("changed", "check compounds that a line end parted"),
    "page furniture removed": ("changed", "check that the lines are heads and feet of pages and no text"),
    "pages left out": ("changed", "open it in the program that wrote it, and save or export it anew"),
    "broken front matter": ("changed", "mend the lines at its head between the two ---; they count as text"),
    "duplicate id": ("changed", "give each document an id of its own"),
    "not a date": ("changed", "write dates as 2031-05-03, 2031-05 or 2031"),
    "ambiguous date": ("changed", "write dates as 2031-05-03; day and month cannot be told apart"),
    "not a time": (
        "changed",
        "check what stands behind the date; the date was kept, the rest is no time of day",
    ),
    "seconds since 1970": ("changed", "check the date; the number was taken as seconds since 1970, in UTC"),
    "values disagree": ("changed", "correct the wrong one, or leave it out"),
    "name unlike pattern": ("changed", "rename the file, or change the pattern"),
    "metadata row without document": ("changed", "check the row's file name or id, or remove it"),
    "document without metadata row": ("changed", "add a row for it to the metadata"),
    "broken metadata row": ("changed", "mend the row in the metadata; it was not used"),
    "other metadata sheet": ("changed", "nothing, unless it holds the metadata; then delete the others"),
    "repeated metadata row": ("changed", "keep one row for each document; the first was used"),
    "ambiguous metadata row": ("changed", "write file names with their folder"),
}


class LeftOutError(Exception):
    """Why an input, or the rest of it, is left out: the reason of the ledger and the detail."""


@dataclass(slots=True)
class Document:
    """One text as an input gave it.

    `path` is relative to the input folder, with forward slashes; `row` counts from 1 in a file of rows (the
    rows below a CSV's header, the lines of a JSONL file) and is None for a whole file; `text` is as loaded:
    no translation of line ends, no byte-order mark; `fields` holds the metadata found in the input itself,
    under Tenor's names where a column was recognised; `origin` says where they stood: "file" (a column or
    header of the file) or "page" (what a web page says of itself). `changes` are the reasons and details of
    what the reader changed in the text.
    """

    path: str
    row: int | None
    text: str
    encoding: str
    fields: dict[str, str]
    origin: str = "file"
    changes: list[tuple[str, str]] = field(default_factory=list)


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
