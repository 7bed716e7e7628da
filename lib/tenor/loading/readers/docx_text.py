"""The paragraphs, lists and tables of a Word document as text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tenor.loading.readers.docx_package import name_of, value_of

# What holds paragraphs, tables, rows or cells without being one.
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}
# What is no text: properties, what was deleted or moved away, the second form of a drawing, readings above
# signs.
_UNSEEN = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "del", "moveFrom", "Fallback", "rt"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_NO = {"0", "false", "off"}


class Paragraph(NamedTuple):
    """The text of a paragraph, the id of its style, and whether it is an item of a list or a row of a
    table."""

    text: str
    style: str
    is_item: bool


def read_blocks(blocks: Iterable, around: str = "") -> Iterator[Paragraph]:
    """The paragraphs in paragraphs and tables (`p`, `tbl`) of a part, those that have a text, in order.

    Those inside others are read with them; with `around` only those are read that stand in an element of that
    name without a type, as notes do and the lines that part them from the text do not. What stands in a text
    box follows the paragraph that the box is tied to.
    """
    for block in blocks:
        outer = {name_of(element): element for element in block.iterancestors()}
        is_inside = not outer.keys().isdisjoint({"p", "tbl", *_UNSEEN})
        if not is_inside and (not around or (around in outer and not value_of(outer[around], "type"))):
            yield from _paragraphs(block)
            block.clear()


def lay_out(paragraphs: Sequence[Paragraph]) -> str:
    """The text: empty lines between paragraphs, line ends between the items of a list or the rows of a
    table."""
    parts = [paragraph.text for paragraph in paragraphs[:1]]
    for above, paragraph in pairwise(paragraphs):
        parts += ["\n" if above.is_item and paragraph.is_item else "\n\n", paragraph.text]
    return "".join(parts)


def _within(element, *names: str) -> Iterator:
    """The children with these names, also those in wrappers."""
    for child in element:
        if (name := name_of(child)) in names:
            yield child
        elif name in _WRAPPERS:
            yield from _within(child, *names)


def _paragraphs(block) -> Iterator[Paragraph]:
    if name_of(block) == "tbl":
        for row in _within(block, "tr"):
            yield from _row(row)
        return
    boxes: list = []
    text = "".join(_pieces(block, boxes)).strip()
    if text:
        style = block.find("./{*}pPr/{*}pStyle")
        is_item = block.find("./{*}pPr/{*}numPr") is not None
        yield Paragraph(text, "" if style is None else value_of(style, "val"), is_item)
    for box in boxes:
        yield from _content(box)


def _row(row) -> Iterator[Paragraph]:
    """A row as one line, tabs between its cells; or the paragraphs in it where a cell has several."""
    if row.find("./{*}trPr/{*}del") is not None:
        return
    cells = [list(_content(cell)) for cell in _within(row, "tc")]
    if all(len(cell) < 2 for cell in cells):
        line = "\t".join(cell[0].text for cell in cells if cell)
        cells = [[Paragraph(line, "", True)]] if line else []
    for cell in cells:
        yield from cell


def _content(container) -> Iterator[Paragraph]:
    for block in _within(container, "p", "tbl"):
        yield from _paragraphs(block)


def _pieces(element, boxes: list) -> Iterator[str]:
    """The pieces of text in an element; the text boxes in it are added to `boxes`."""
    for child in element:
        name = name_of(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name not in _UNSEEN and not (name == "r" and _is_hidden(child)):
            yield from _pieces(child, boxes)


def _is_hidden(run) -> bool:
    sign = run.find("./{*}rPr/{*}vanish")
    return sign is not None and value_of(sign, "val") not in _NO
