"""News feeds (RSS and Atom): one item, one document."""

import re
from collections.abc import Iterator

from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import Document, LedgerRow, ledger_row
from tenor.loading.readers.feed_items import read_feed
from tenor.loading.readers.texts import read_text, web_encoding
from tenor.loading.texts.markup import plain_text, text_of

_DECLARATION = re.compile(r"(?:\s*<\?xml\b[^>]*\?>)?(.*)", re.DOTALL)
_DECLARED = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""")
_ATOM = "{http://www.w3.org/2005/Atom}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
# Where each is looked for, best first; "" stands for the name space of the item itself.
_TEXT = (_ENCODED, "content", "description", "summary")
_PUBLISHED = ("pubDate", "published", "issued", _DC + "date", "updated", "modified", _ATOM + "updated")
_ID = ("guid", "id")


def read(file: Input, columns: Columns, limits: Limits) -> Iterator[Document | LedgerRow]:  # noqa: ARG001
    """The documents in the items, each with the feed's title as its source; `row` is the number of the item.

    The text is the item's content or else its summary, often no more than a teaser, as plain text.
    """
    data = file.read()
    match = _DECLARED.match(data)
    declared = match[1].decode("ascii").lower() if match else ""
    text, encoding, guessed = read_text(data, declared=web_encoding(declared))
    if not text.strip():
        yield ledger_row(file.path, None, "empty")
        return
    feed = read_feed(_DECLARATION.match(text)[1])
    if guessed:
        yield ledger_row(file.path, None, "encoding guessed", f"read as {encoding}")
    if feed.mended:
        yield ledger_row(file.path, None, "markup repaired", feed.mended)
    for number, item in enumerate(feed.items, 1):
        if isinstance(item, str):
            yield ledger_row(file.path, number, "broken row", item)
        else:
            yield _document(file.path, number, item, feed.channel, encoding)


def _document(path: str, number: int, item, channel, encoding: str) -> Document | LedgerRow:
    text = _first(item, *_TEXT)
    if not text:
        return ledger_row(path, number, "no text", "the item has neither content nor a summary")
    found = {
        "title": _line(_first(item, "title")),
        "published": _first(item, *_PUBLISHED),
        "author": _authors(item) or _authors(channel),
        "source": _line(_source(item) or _first(channel, "title")),
        "url": _link(item),
        "doc_id": _first(item, *_ID) or item.get(f"{_RDF}about", ""),
    }
    return Document(path, number, text, encoding, {name: value for name, value in found.items() if value})


def _all(element, *names: str) -> Iterator:
    space = element.tag.rpartition("}")[0]
    for name in names:
        yield from element.iterchildren(name if name[0] == "{" else f"{space}}}{name}" if space else name)


def _first(element, *names: str) -> str:
    """The plain text of the first child with one of `names` that has any."""
    return next(filter(None, map(_text, _all(element, *names))), "")


def _text(element) -> str:
    if element.tag.startswith(_ATOM):
        kind = element.get("type", "text")
        if not kind.startswith("text") and kind not in ("html", "xhtml", "application/xhtml+xml"):
            return ""
        if kind in ("text", "text/plain"):
            return "".join(element.itertext()).strip()
    return text_of(element) if len(element) else plain_text(element.text or "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _authors(element) -> str:
    named = _all(element, f"{_DC}creator", "author")
    found = (_first(child, "name") if len(child) else _text(child) for child in named)
    return ", ".join(dict.fromkeys(filter(None, map(_line, found))))


def _source(item) -> str:
    """The feed that an item was taken over from, where it names one."""
    return next((_first(child, "title") or _text(child) for child in _all(item, "source")), "")


def _link(item) -> str:
    links = _all(item, "link", f"{_ATOM}link")
    addresses = [link.get("href") for link in links if link.get("rel", "alternate") == "alternate"]
    ids = [_text(guid) for guid in _all(item, "guid") if guid.get("isPermaLink") != "false"]
    permanent = [address for address in ids if address.startswith("http")]
    return next(filter(None, [_first(item, "link"), *addresses, *permanent]), "")
