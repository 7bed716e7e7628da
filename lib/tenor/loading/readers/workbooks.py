"""Excel workbooks: opened, and the rows of their sheets, the cells written as texts."""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator

from tenor.loading.inputs.limits import MB, Limits
from tenor.loading.readers.office_packages import BrokenError, check_part, open_package
from tenor.loading.readers.records import as_text

# As Excel counts them.
_MOST_ROWS = 1_048_576
_BLOCK_BYTES = 1_000_000
_DOCTYPES = [b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be")]
_DOCTYPE_BYTES = max(map(len, _DOCTYPES))
# Characters that XML cannot hold, as Excel writes them; never half of a pair.
_ESCAPE = re.compile("_x((?![dD][89a-fA-F])[0-9a-fA-F]{4})_")

# The number of a row in its sheet, and what its cells hold, "" for nothing.
SheetRow = tuple[int, list[str]]


def open_workbook(data: bytes, limits: Limits):
    """The workbook of the library openpyxl, to be read row by row: formulas are what they came to.

    Raises
    ------
    BrokenError
        If it is none, or its parts are locked, too large or not plain.
    """
    import openpyxl

    # It warns of what it does not keep of a workbook, such as the rules for input.
    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        _check(open_package(data, "workbook", "Excel 97 to 2003; save it as .xlsx"), len(data), limits)
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except BrokenError:
        raise
    except Exception as error:
        raise _broken(error) from error


def _check(archive: zipfile.ZipFile, size: int, limits: Limits) -> None:
    parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
    if sum(part.compress_size for part in parts) > size:
        raise BrokenError("broken file", "its parts overlap")
    for part in parts:
        check_part(part, size, limits)
    n_bytes = sum(part.file_size for part in parts)
    if n_bytes > limits.file_mb * MB:
        detail = f"{n_bytes / MB:,.0f} MB unpacked; the limit is {limits.file_mb:,} MB"
        raise BrokenError("too large", detail)
    if any(_has_doctype(archive, part) for part in parts):
        raise BrokenError("broken file", "it declares a document type, which no workbook does")


def _has_doctype(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether the part may declare entities, which grow without end or fetch files."""
    block = b""
    with archive.open(part) as stream:
        while more := stream.read(_BLOCK_BYTES):
            block = block[-_DOCTYPE_BYTES:] + more
            if any(doctype in block for doctype in _DOCTYPES):
                return True
    return False


def _broken(error: Exception) -> BrokenError:
    lines = str(error).splitlines() or [type(error).__name__]
    return BrokenError("broken file", lines[0][:300])


def rows_of(sheet) -> Iterator[SheetRow]:
    """The rows that are not blank. Dates are written in ISO, and errors (#N/A) are missing.

    Raises
    ------
    BrokenError
        If the rest of the sheet cannot be read.
    """
    sheet.reset_dimensions()  # not every program that writes workbooks tells them right
    try:
        for number, cells in enumerate(sheet.iter_rows(), 1):
            if number > _MOST_ROWS:
                raise ValueError(f"a row behind row {_MOST_ROWS:,}, where sheets end")
            written = [_as_text(cell) for cell in cells]
            if any(map(str.strip, written)):
                yield number, written
    except Exception as error:
        raise _broken(error) from error


def _as_text(cell) -> str:
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, str):
        return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, datetime.datetime):
        is_date = value.time() == datetime.time() and "h" not in cell.number_format.lower()
        return (value.date() if is_date else value).isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value)
    return as_text(int(value) if isinstance(value, float) and value.is_integer() else value)
