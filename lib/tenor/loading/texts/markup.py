"""HTML and XML elements to plain text, with their paragraphs."""

import html
import re
from collections.abc import Iterator

_IS_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z]\w*);")
_TAG = re.compile(r"<[^<>]*>")
# Text behind these would be lost.
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_PARAGRAPHS = (
    "address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr main ol p pre section table ul"
)
# What stands before and behind the text of an element: "\v" for the end of a line.
_BREAKS = {
    **dict.fromkeys(_PARAGRAPHS.split(), ("\v\v", "\v\v")),
    **dict.fromkeys(("br", "li", "tr"), ("\v", "")),
    **dict.fromkeys(("td", "th"), (" ", " ")),
}
_UNSEEN = {"head", "iframe", "noscript", "object", "script", "style", "template", "title"}


def plain_text(written: str) -> str:
    """The text of a piece of HTML: paragraphs parted by an empty line, other lines by a line end.

    What holds neither tags nor character references is returned as written, but for space around it. A text
    that quotes tags without marking them as text loses them, as it would in a browser.

    >>> plain_text("<p>The dam<br>holds.</p><p>Fish &amp; ferries wait.</p>")
    'The dam\\nholds.\\n\\nFish & ferries wait.'
    """
    if not _IS_MARKUP.search(written):
        return written.strip()
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    page = f"<html><body>{_ENDS.sub('<br>', written)}".replace("\0", "\ufffd")
    root = etree.fromstring(page.encode(errors="replace"), parser)
    if parser.error_log.filter_from_fatals():  # too deep for the library, which drops the rest
        return _laid_out(html.unescape(_TAG.sub("\v", written)))
    return text_of(root)


def text_of(element) -> str:
    """The text within an element of HTML or XHTML, laid out as `plain_text` does."""
    return _laid_out("".join(_pieces(element)))


def _laid_out(text: str) -> str:
    lines = _AROUND_BREAK.sub("\n", _SPACE.sub(" ", text).replace("\v", "\n"))
    return _EMPTY_LINES.sub("\n\n", lines).strip()


def _pieces(element) -> Iterator[str]:
    """The text with "\v" where a line ends."""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif not isinstance(node.tag, str):  # a reference to a character that nobody declared
            yield node.text
        elif (name := node.tag.rpartition("}")[2].lower()) not in _UNSEEN:
            before, behind = _BREAKS.get(name, ("", ""))
            waiting.append(behind)
            for child in reversed(node):
                waiting += (child.tail or "", child)
            waiting += (node.text or "", before)
