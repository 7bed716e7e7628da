"""The main text of a web page."""

import re
from typing import NamedTuple

from tenor.loading.outcomes import LeftOutError
from tenor.loading.pages.descriptions import describe
from tenor.loading.pages.furniture import remove_furniture

# Fewer words than a brief has: the story may have gone with the furniture.
_FEW = 25
_WORD = re.compile(r"\w+")
# What browsers write above a page that they save.
_SAVED_FROM = re.compile(r"<!--[^>]*?\burl\s*[=:]\s*(?:\(\d+\)\s*)?(https?://[^\s>]+)")


class Page(NamedTuple):
    """The main text of a page, a line for each paragraph, and what the page says of itself."""

    text: str
    fields: dict[str, str]


def read_page(markup: str) -> Page:
    """The main text of a page in HTML, "" if there is none, and what the page says of itself.

    Headline, captions, teasers and comments are left out as far as they can be told from the story.

    Raises
    ------
    LeftOutError
        If its elements lie too deep in each other to be read.
    """
    tree = _parse(markup)
    if tree is None:
        return Page("", {})
    address = _SAVED_FROM.search(markup[:4096])
    fields = describe(tree, address[1] if address else "")
    remove_furniture(tree)
    text = _extract(tree)
    if len(_WORD.findall(text)) < _FEW:
        text = max(text, _extract(_parse(markup)), key=len)
    return Page(_tidy(text, fields.get("title", "")), fields)


def _parse(markup: str):
    """The tree of a page, or None if it has no elements."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        tree = document_fromstring(markup.replace("\0", "").encode(errors="replace"), parser=parser)
    except ParserError:
        return None
    if parser.error_log.filter_from_fatals():
        deep = "its elements lie more than 2,048 deep in each other, too deep to be read whole"
        raise LeftOutError("broken file", deep)
    return tree


def _extract(tree) -> str:
    import logging

    import trafilatura

    # What could not be extracted goes to the ledger; its log would say it again in the notebook.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = trafilatura.bare_extraction(tree, include_comments=False)
    return page.text or "" if page else ""


def _tidy(text: str, title: str) -> str:
    """The lines that have words but are not the headline, without spare white space."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    headline = _WORD.findall(title.lower())
    return "\n".join(line for line in lines if _WORD.search(line) and _WORD.findall(line.lower()) != headline)
