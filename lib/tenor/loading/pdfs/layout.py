"""Lines of text to paragraphs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tenor.loading.pdfs.hyphens import Hyphens
from tenor.loading.pdfs.lines import Line

_BULLETS = tuple("•◦▪‣●■")
_CLOSING = "\"'”’»)]"
_SENTENCE_ENDS = (".", "!", "?", "…", ":")
_LINE_HYPHENS = ("-", "\u2010", "\u00ad")
# In heights of letters: what is an indent, a space, and too far below to be the next line.
_INDENT, _SPACE, _FAR = 0.5, 0.2, 3
# Lines up to so many times as far apart as usual are of the same paragraph; an initial is at least so many
# times as high as the letters beside it.
_SAME_STEP, _INITIAL = 1.25, 1.6

# Lines of one size, one below the other.
Block = list[Line]


class Text(NamedTuple):
    """The text of a document, its paragraphs parted by empty lines; how many parted words were made whole."""

    text: str
    n_joined: int


def lay_out(pages: Iterable[Sequence[Line]]) -> Text:
    """Put the lines of pages, in the order in which the file has them, together to paragraphs.

    A paragraph starts where the letters change their size, the line above is further away than is usual, the
    line is indented or has a bullet, or its first word would have fitted into the line above. It goes on,
    also in the next column or on the next page, where a sentence does: a line that ends none, then a small
    letter.
    """
    pages = [list(_with_initials(page)) for page in pages]
    blocks = [block for page in pages for block in _blocks(page)]
    hyphens = Hyphens(line.text for page in pages for line in page)
    paragraphs = [hyphens.join([line.text for line in lines]) for lines in _paragraphs(blocks)]
    return Text("\n\n".join(paragraphs), hyphens.n_joined)


def _with_initials(page: Sequence[Line]) -> Iterator[Line]:
    """The lines of a page, a large first letter put to the line that it belongs to."""
    initial = None
    for line in page:
        if initial:
            yield from _put_together(initial, line)
            initial = None
        elif len(line.text) == 1 and line.text.isupper():
            initial = line
        else:
            yield line
    if initial:
        yield initial


def _put_together(initial: Line, line: Line) -> list[Line]:
    gap = line.left - initial.right
    if initial.height < _INITIAL * line.height or not -line.height < gap < line.height:
        return [initial, line]
    space = " " if gap > _SPACE * line.height else ""
    return [line._replace(text=f"{initial.text}{space}{line.text}")]


def _blocks(page: Iterable[Line]) -> Iterator[Block]:
    block: Block = []
    for line in page:
        if block and not _is_below(block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_below(above: Line, line: Line) -> bool:
    is_over = line.left < above.right and above.left < line.right
    return is_over and line.is_like(above) and 0 < above.bottom - line.bottom < _FAR * line.height


def _usual_steps(blocks: Iterable[Block]) -> dict[int, float]:
    """For each size of letters how far lines are apart: a quarter of them less."""
    steps = defaultdict(list)
    for block in blocks:
        for above, line in pairwise(block):
            steps[round(line.height)].append(above.bottom - line.bottom)
    return {height: sorted(found)[len(found) // 4] for height, found in steps.items()}


def _paragraphs(blocks: Sequence[Block]) -> Iterator[list[Line]]:
    steps = _usual_steps(blocks)
    paragraph, before = [], []
    for block in blocks:
        edge = max(line.right for line in block)
        for number, line in enumerate(block):
            if number == 0:
                is_start = not before or _starts_apart(before, block)
            else:
                is_start = _starts(paragraph, line, edge, steps[round(line.height)])
            if is_start and paragraph:
                yield paragraph
                paragraph = []
            paragraph.append(line)
        before = block
    if paragraph:
        yield paragraph


def _starts(paragraph: Sequence[Line], line: Line, edge: float, step: float) -> bool:
    """Whether a line starts a paragraph below the last one of `paragraph`, both in a block up to `edge`."""
    above = paragraph[-1]
    if line.text.startswith(_BULLETS):
        return True
    if _goes_on(above, line):
        return False
    is_indented = line.left > above.left + _INDENT * line.height
    return (
        above.bottom - line.bottom > _SAME_STEP * step
        or (is_indented and not paragraph[0].text.startswith(_BULLETS))
        or _would_fit(above, line, edge)
    )


def _starts_apart(before: Block, block: Block) -> bool:
    """Whether a block starts a paragraph, and does not go on with that of the block before it."""
    last, line = before[-1], block[0]
    if line.text.startswith(_BULLETS) or not line.is_like(last):
        return True
    if _goes_on(last, line):
        return False
    is_indented = line.left > min(other.left for other in block) + _INDENT * line.height
    edge = max(other.right for other in before)
    return _ends_sentence(last) or is_indented or len(before) == 1 or _would_fit(last, line, edge)


def _would_fit(above: Line, line: Line, edge: float) -> bool:
    return above.right + _SPACE * line.height + line.first <= edge


def _goes_on(above: Line, line: Line) -> bool:
    is_parted = above.text.endswith(_LINE_HYPHENS) and above.text[-2:-1].isalpha()
    return is_parted or (line.text[:1].islower() and not _ends_sentence(above))


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
