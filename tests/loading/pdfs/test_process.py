"""PDFs taken apart in another process, which hostile ones cannot keep."""

import os
import sys
import zlib
from threading import Thread

import pytest
from made_files import make_pdf, make_pdf_file, make_pdf_stream

from tenor.loading.outcomes import LeftOutError
from tenor.loading.pdfs.process import Extractor

DAM = make_pdf([[(50, 700, "The dam holds.")]], Title="Dam")


@pytest.fixture
def extractor():
    made = Extractor()
    yield made
    made.close()


def words(extractor: Extractor, data: bytes) -> list[list[str]]:
    return [[line.text for line in page] for page in extractor.extract(data).pages]


def of_forms(depth: int, width: int) -> bytes:
    """A page that draws a form ten times, that draws a form ten times, and so on."""
    forms = [
        make_pdf_stream(
            b"/X Do " * width if n < depth else b"BT /F 9 Tf (lol) Tj ET",
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
            b"/Resources<</Font<</F 3 0 R>>/XObject<</X %d 0 R>>>>" % (5 + n),
        )
        for n in range(1, depth + 1)
    ]
    page = b"/MediaBox[0 0 600 800]/Resources<</XObject<</X 5 0 R>>>>/Contents 6 0 R"
    return make_pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Type/Page/Parent 2 0 R%s>>" % page,
            *forms,
        ]
    )


def of_spaces(n_mb: int) -> bytes:
    """A page whose content unpacks to so many megabytes of spaces."""
    packer = zlib.compressobj()
    first, more = (packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = first + more * n_mb
    return make_pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
            b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed),
        ]
    )


def of_pages(count: int) -> bytes:
    return make_pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b"3 0 R " * count),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>",
        ]
    )


def test_one_after_the_other_comes_from_one_process(extractor):
    assert extractor.extract(DAM).info == {"Title": "Dam"}
    first = extractor._process.pid
    assert words(extractor, make_pdf([[(50, 700, "The sea.")], []])) == [["The sea."], []]
    assert extractor._process.pid == first


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        (b"", "broken file", "it is no PDF, or a broken one"),
        (b"%PDF-1.7\nThe dam holds.", "broken file", "it is no PDF, or a broken one"),
        (b"\x89PNG\r\n\x1a\n", "broken file", "it is no PDF, or a broken one"),
        (of_pages(10_001), "too large", "10,001 pages; no more than 10,000 are read"),
    ],
)
def test_what_is_none_is_told(extractor, data, reason, detail):
    with pytest.raises(LeftOutError) as told:
        extractor.extract(data)
    assert told.value.args == (reason, detail)
    assert words(extractor, DAM) == [["The dam holds."]]


def test_time_runs_out_and_the_next_is_read():
    extractor = Extractor(seconds=1, seconds_a_page=0)
    with pytest.raises(LeftOutError, match="not read within 1 seconds"):
        extractor.extract(of_forms(9, 10))
    assert words(extractor, DAM) == [["The dam holds."]]
    extractor.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux refuses a process the memory")
def test_memory_is_refused_and_the_next_is_read(extractor):
    with pytest.raises(LeftOutError, match="needs more than 2,000 MB"):
        extractor.extract(of_spaces(3_000))
    assert words(extractor, DAM) == [["The dam holds."]]


def test_threads_get_their_own_texts(extractor):
    found = {}

    def read(number: int) -> None:
        found[number] = words(extractor, make_pdf([[(50, 700, f"Berth {number}")]]))

    threads = [Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: [[f"Berth {number}"]] for number in range(8)}


def test_a_process_that_ended_is_replaced(extractor):
    extractor.extract(DAM)
    extractor._process.kill()
    extractor._process.wait()
    with pytest.raises(LeftOutError):
        extractor.extract(DAM)
    assert words(extractor, DAM) == [["The dam holds."]]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_fork_asks_a_process_of_its_own(extractor):
    extractor.extract(DAM)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        text = words(extractor, make_pdf([[(50, 700, "From the fork.")]]))[0][0]
        os.write(write, f"{text} {extractor._process.pid}".encode())
        extractor.close()
        os._exit(0)
    os.waitpid(child, 0)
    *text, number = os.read(read, 100).split()
    assert (b" ".join(text), int(number) != extractor._process.pid) == (b"From the fork.", True)
    assert words(extractor, DAM) == [["The dam holds."]]
    os.close(read)
    os.close(write)
