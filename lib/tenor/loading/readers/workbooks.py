"""Excel workbooks: their sheets, and the rows of these as text."""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.outcomes import LeftOutError
from tenor.loading.readers.packages import check_parts, open_package
from tenor.loading.readers.records import as_text

# As Excel counts them.
_MOST_ROWS = 1_048_576
_OLDER = "Excel 97 to 2003; save it as .xlsx"
_BLOCK_BYTES = 1_000_000
_DOCTYPES = [b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be")]
_DOCTYPE_BYTES = max(map(len, _DOCTYPES))
# Characters that XML cannot hold, as Excel writes them; never half of a pair.
_ESCAPE = re.compile("_x((?![dD][89a-fA-F])[0-9a-fA-F]{4})_")

# The number of a row in its sheet, and what its cells hold, "" for nothing.
Row = tuple[int, list[str]]


def read_sheets(file: Input, limits: Limits) -> list[Any]:
    """The sheets of a workbook, in its order; each has a `title`, and rows for `read_rows`.

    Raises
    ------
    LeftOutError
        If it is encrypted, of an older format, larger than the limits allow, or broken.
    zipfile.BadZipFile
        If it is no zip archive.
    OSError
        If it cannot be read.
    """
    data = file.read()
    with open_package(data, "workbook", _OLDER) as archive:
        parts = archive.infolist()
        check_parts(parts, len(data), limits)
        if any(_has_doctype(archive, part) for part in parts):
            raise LeftOutError("broken file", "it declares a document type, which no workbook does")
    return _open(data).worksheets


def _has_doctype(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether the part may declare entities, which grow without end or fetch files."""
    if not part.filename.lower().endswith((".xml", ".rels")):
        return False
    block = b""
    with archive.open(part) as stream:
        while more := stream.read(_BLOCK_BYTES):
            block = block[-_DOCTYPE_BYTES:] + more
            if any(doctype in block for doctype in _DOCTYPES):
                return True
    return False


def _open(data: bytes):
    import openpyxl

    # It warns of what it does not keep of a workbook, such as the rules for input.
    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise _broken(error) from error


def _broken(error: Exception) -> LeftOutError:
    lines = str(error).splitlines() or [type(error).__name__]
    return LeftOutError("broken file", lines[0][:300])


def read_rows(sheet: Any) -> Iterator[Row]:
    """The rows of a sheet that are not blank: dates in ISO, formulas as what they came to, errors as "".

    Raises
    ------
    LeftOutError
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
