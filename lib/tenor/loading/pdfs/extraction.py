"""The lines of PDFs: a program that runs as a process of its own and imports nothing else of Tenor's.

A hostile PDF of two kilobytes can keep the library busy for days or take all memory, and the library cannot
be interrupted. So the process that asks sets a time, and this one limits its own memory; see
`tenor.loading.pdfs.process`.

It reads, again and again, the length of a PDF as a line, and the PDF. It answers with a line of JSON: either
`{"fault": [REASON, DETAIL]}`, or `{"pages": N, "info": {NAME: VALUE}}` and N more lines, each with the lines
of text of a page in the order in which the file draws them: null for a page that cannot be read, else a list
of `[text, left, right, bottom, height, first]`. The places are those on the page as shown, in points from its
lower left; `height` is that of the letters with what goes above and below them, `first` the width of the
first word.
"""

import json
import re
import sys
from collections.abc import Iterator

MEMORY_BYTES = 2_000_000_000
MAX_PAGES = 10_000
# What the library gives for a hyphen at the end of a line, and for signs that the file gives no meaning.
_HYPHEN, _UNKNOWN = "\x02", "\0"
_WORD = re.compile(rf"[^\s{_HYPHEN}]+{_HYPHEN}?")
_SIGNS = str.maketrans({_HYPHEN: "-", _UNKNOWN: "\ufffd"})

Box = tuple[float, float, float, float]
Word = tuple[str, Box]


def main() -> None:
    """Answer until nobody asks any more."""
    limit_memory()
    while size := sys.stdin.buffer.readline():
        for answer in _answers(sys.stdin.buffer.read(int(size))):
            print(json.dumps(answer), flush=True)


def limit_memory() -> None:
    """Let the system refuse more memory than `MEMORY_BYTES`, where it can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answers(data: bytes) -> Iterator[dict | list | None]:
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
        yield {"fault": ["encrypted", ""] if is_locked else ["broken file", "it is no PDF, or a broken one"]}
        return
    with document:
        if len(document) > MAX_PAGES:
            yield {"fault": ["too large", f"{len(document):,} pages; no more than {MAX_PAGES:,} are read"]}
            return
        yield {"pages": len(document), "info": document.get_metadata_dict(skip_empty=True)}
        for number in range(len(document)):
            try:
                yield _page_lines(document, number)
            except pypdfium2.PdfiumError:
                yield None


def _page_lines(document, number: int) -> list[list]:
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            return [_as_list(line) for line in _lines(_words(textpage, page.get_rotation()))]
        finally:
            textpage.close()
    finally:
        page.close()


def _words(textpage, rotation: int) -> Iterator[Word]:
    """The words of a page with their boxes: left, bottom, right, top."""
    from pypdfium2.raw import FPDFText_GetUnicode

    characters = "".join(chr(FPDFText_GetUnicode(textpage, n)) for n in range(textpage.count_chars()))
    for match in _WORD.finditer(characters):
        first, last = match.start(), match.end() - 1
        left, bottom, right, top = _turned(textpage.get_charbox(first, loose=True), rotation)
        right = _turned(textpage.get_charbox(last, loose=True), rotation)[2]
        yield _written(match, textpage), (left, bottom, right, top)


def _written(match: re.Match, textpage) -> str:
    """A word with characters that came in halves made whole, and U+FFFD for what has no meaning."""
    from pypdfium2.raw import FPDFText_HasUnicodeMapError

    word, places = match[0], range(match.start(), match.end())
    if FPDFText_HasUnicodeMapError(textpage, places[0]):
        errors = (FPDFText_HasUnicodeMapError(textpage, place) for place in places)
        word = "".join(_UNKNOWN if error else sign for sign, error in zip(word, errors, strict=True))
    return word.translate(_SIGNS).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _turned(box: Box, rotation: int) -> Box:
    """The box on the page as shown, turned clockwise by so many degrees."""
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    if rotation == 270:
        return -top, left, -bottom, right
    return box


def _lines(words: Iterator[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line and not _follows(line[-1][1], word[1]):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _follows(before: Box, box: Box) -> bool:
    """Whether a word stands on the line of the one before it, and behind it."""
    height = max(before[3] - before[1], box[3] - box[1])
    return abs(before[1] - box[1]) < height / 2 and -height / 2 < box[0] - before[2] < 3 * height


def _as_list(line: list[Word]) -> list:
    (_, first), (_, last) = line[0], line[-1]
    middle = len(line) // 2
    height = sorted(top - bottom for _, (_, bottom, _, top) in line)[middle]
    bottom = sorted(bottom for _, (_, bottom, _, _) in line)[middle]
    places = (first[0], last[2], bottom, height, first[2] - first[0])
    return [" ".join(text for text, _ in line), *(round(place, 1) for place in places)]


if __name__ == "__main__":
    main()
