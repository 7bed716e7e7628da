"""The zip archives that Office files are: what is refused before it is unpacked."""

import io
import zipfile

import pytest
from made_files import make_docx, make_xlsx, make_zip

from tenor.loading.documents import LedgerRow, read
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import LeftOutError
from tenor.loading.readers.packages import check_parts, open_package

BOOK = make_xlsx([["text"], ["The dam holds."]])
FILES = {"news.xlsx": BOOK, "news.docx": make_docx(["The dam holds."])}


def told_of(path: str, content: bytes) -> LedgerRow:
    (told,) = read([Input(path, "", len(content), 0, content=content)], Columns())
    return told


@pytest.mark.parametrize("path", FILES)
def test_a_list_of_parts_that_never_ends_is_told(path):
    told = told_of(path, make_zip({f"{number}.xml": "" for number in range(10_001)}))
    assert (told.reason, told.detail) == ("too many members", "more than 10,000 parts")


@pytest.mark.parametrize("path", FILES)
def test_a_part_with_a_password_is_told(path):
    data = bytearray(FILES[path])
    name = "xl/workbook.xml" if path == "news.xlsx" else "word/document.xml"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place = archive.getinfo(name).header_offset
    data[place + 6] |= 1
    data[data.rindex(b"PK\1\2", 0, data.rindex(name.encode())) + 8] |= 1
    told = told_of(path, bytes(data))
    assert (told.reason, told.detail) == ("encrypted", f"{name} is locked with a password")


def test_a_bomb_in_a_workbook_hides_behind_no_name():
    stream = io.BytesIO(BOOK)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/strings.bin", b" " * 3_000_000)
    told = told_of("news.xlsx", stream.getvalue())
    assert told.reason == "expands too much"
    assert told.detail == "xl/strings.bin is more than 200 times as large as packed"


def test_parts_count_together():
    package = open_package(make_zip({f"{name}.xml": name * 800_000 for name in "ab"}), "workbook", "older")
    limits = Limits(file_mb=1, expansion=10_000)
    check_parts(package.infolist()[:1], 2_000_000, limits)
    with pytest.raises(LeftOutError) as told:
        check_parts(package.infolist(), 2_000_000, limits)
    assert told.value.args == ("too large", "2 MB unpacked; the limit is 1 MB")
