"""The rows of a metadata table, in whatever format it is written."""

from collections.abc import Iterable
from typing import Any

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.delimited import Row, distinct, read_table
from tenor.loading.readers import workbooks
from tenor.loading.readers.records import as_text, flatten, parse, replace_halves
from tenor.loading.texts.decoding import Decoded, decode

# What names the document that a row belongs to.
KEYS = ("file", "doc_id")
_LINES = (".jsonl", ".ndjson")
_WORKBOOKS = (".xlsx", ".xlsm")


def read_rows(file: Input, columns: Columns, limits: Limits) -> tuple[list[str], list[Row]]:
    """The names of the columns and the rows, of which those in error say why.

    CSV and its kin; in JSON an array of objects, also inside an object as its only array; JSON lines; of an
    Excel workbook the first sheet with a column of file names or ids, if the workbook is within `limits`.
    Objects in a row become columns with dotted names, and cells are written, as the readers of documents do
    it.

    Raises
    ------
    OSError
        If the file cannot be read.
    ValueError, csv.Error
        If it is no table.
    """
    if file.suffix in _WORKBOOKS:
        return _read_workbook(file, columns, limits)
    return _read_json(file) if file.suffix in (".json", *_LINES) else _read_delimited(file)


def _read_delimited(file: Input) -> tuple[list[str], list[Row]]:
    names, rows = read_table(file.read())
    return names, list(rows)


def _read_json(file: Input) -> tuple[list[str], list[Row]]:
    """An array of objects, an object that holds one, or a line for each object."""
    decoded = decode(file.read())
    if not decoded.encoding:
        raise ValueError("it fits no encoding")
    value = _parse(decoded.text)
    if isinstance(value, ValueError) or file.suffix in _LINES:
        lines = [(number, line) for number, line in enumerate(decoded.text.split("\n"), 1) if line.strip()]
        records = [(number, _parse(line)) for number, line in lines]
        if records and not any(isinstance(record, dict) for _, record in records):
            raise value if isinstance(value, ValueError) else ValueError("it holds no objects")
        return _as_rows(records, decoded)
    arrays = [value] if isinstance(value, list) else _arrays(value)
    if len(arrays) != 1:
        raise ValueError("it is no array of objects")
    return _as_rows(enumerate(arrays[0], 1), decoded)


def _parse(written: str) -> Any:
    """What is written in JSON, or the error that says why it is none."""
    try:
        return parse(written)
    except ValueError as error:
        return error


def _arrays(value: Any) -> list[list]:
    members = value.values() if isinstance(value, dict) else ()
    return [member for member in members if isinstance(member, list)]


def _as_rows(records: Iterable[tuple[int, Any]], decoded: Decoded) -> tuple[list[str], list[Row]]:
    """The columns that any of the records has, and a row for each."""
    flat = [(number, flatten(it) if isinstance(it, dict) else it) for number, it in records]
    names = list(dict.fromkeys(name for _, it in flat if isinstance(it, dict) for name in it))
    rows = []
    for number, it in flat:
        row = Row(number, [], decoded.encoding, decoded.guessed)
        if isinstance(it, dict):
            cells = ["" if it.get(name) is None else as_text(it[name]) for name in names]
            row.cells = [replace_halves(cell) for cell in cells]
            row.reason = "" if row.cells == cells else "characters replaced"
        else:
            row.reason = "broken row"
            row.detail = str(it) if isinstance(it, ValueError) else f"a {type(it).__name__}, not an object"
        rows.append(row)
    return [replace_halves(name) for name in names], rows


def _read_workbook(file: Input, columns: Columns, limits: Limits) -> tuple[list[str], list[Row]]:
    try:
        sheets = [
            (sheet.title, list(workbooks.read_rows(sheet))) for sheet in workbooks.read_sheets(file, limits)
        ]
    except OSError:
        raise
    except Exception as error:  # whatever upsets the parser of a broken file
        raise ValueError(error.args[-1] if error.args else type(error).__name__) from error
    filled = [(title, rows) for title, rows in sheets if rows]
    place = next((place for place, (_, rows) in enumerate(filled) if _has_key(rows[0][1], columns)), 0)
    others = [title for title, _ in filled[:place] + filled[place + 1 :]]
    names, rows = _as_sheet(filled[place][1]) if filled else ([], [])
    return names, [*rows, *(Row(0, [], "", False, "other metadata sheet", title) for title in others)]


def _has_key(header: list[str], columns: Columns) -> bool:
    ours = Columns(columns.mapping).rename(tuple(distinct(header)))  # so that it is not shown as met
    return not set(KEYS).isdisjoint(ours)


def _as_sheet(rows: list[tuple[int, list[str]]]) -> tuple[list[str], list[Row]]:
    """The sheet without the empty cells at the ends of rows, numbered from its header on."""
    top, width = rows[0][0], max(_width(cells) for _, cells in rows)
    header, *cells = ([*cells[:width], *[""] * (width - len(cells))] for _, cells in rows)
    numbers = (number - top for number, _ in rows[1:])
    return distinct(header), [
        Row(number, row, "utf-8", False) for number, row in zip(numbers, cells, strict=True)
    ]


def _width(cells: list[str]) -> int:
    return max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
