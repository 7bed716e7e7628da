"""The items of a feed as XML elements: nothing in it is expanded, and a broken item costs no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from xml.sax.saxutils import escape

from tenor.loading.outcomes import LeftOutError

_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_REFERENCE = re.compile(r"&(?:([A-Za-z]\w*);|(?!#))")
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ROOT = re.compile(r"<((?:\w+:)?(?:rss|RDF|feed))\b[^<>]*>")
_ITEM = re.compile(r"(?=<(?:\w+:)?(?:item|entry)[\s>])")
_ITEM_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")
_HEAD_CHARACTERS = 100_000
_OPTIONS = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_ROOTS = ("rss", "RDF", "feed")
_ENTITIES = "it declares entities of its own, which are not expanded"


@dataclass(frozen=True, slots=True)
class Feed:
    """The element that holds the feed's own metadata; the items, or what breaks one; and what was mended."""

    channel: object
    items: list
    mended: str


def read_feed(text: str) -> Feed:
    """The feed in `text`, which is without its XML declaration.

    What is no XML is mended: a bare `&`, names of characters that only HTML knows, such as `&nbsp;`, and
    control characters. If that does not help, each item is read for itself.

    Raises
    ------
    LeftOutError
        If it is another kind of XML or none, or declares entities.
    """
    from lxml import etree

    _check_root(text[:_HEAD_CHARACTERS])
    complaint = ""
    for attempt in (text, _mended(text)):
        try:
            root = _parse(attempt)
        except etree.XMLSyntaxError as error:
            complaint = error.msg or "it is no XML"
            continue
        if attempt is not text or next(root.iter(etree.Entity), None) is None:
            return _feed(root, complaint)
    return _read_apart(_mended(text), complaint)


def _check_root(head: str) -> None:
    """Refuse another kind of XML before all of it is taken apart."""
    from lxml import etree

    parser = etree.XMLPullParser(("start",), **_OPTIONS)
    try:
        parser.feed(head.encode())
    except etree.XMLSyntaxError:
        return
    for _, root in parser.read_events():
        _check_name(root)
        return


def _check_name(root) -> None:
    if _name(root) not in _ROOTS:
        raise LeftOutError("unsupported format", f"its root element is {_name(root)}, which is no feed's")


def _parse(text: str, *, recover: bool = False):
    """The root element.

    Raises
    ------
    lxml.etree.XMLSyntaxError
        If the text is no XML.
    LeftOutError
        If it declares entities.
    """
    from lxml import etree

    parser = etree.XMLParser(recover=recover, **_OPTIONS)
    root = etree.fromstring(text.encode(), parser)
    declared = None if root is None else root.getroottree().docinfo.internalDTD
    if declared is not None and list(declared.iterentities()):
        raise LeftOutError("broken file", _ENTITIES)
    return root


def _mended(text: str) -> str:
    parts = _CDATA.split(_ILLEGAL.sub("", text))
    parts[::2] = (_REFERENCE.sub(_mend, part) for part in parts[::2])
    return "".join(parts)


def _mend(match: re.Match) -> str:
    name = match[1]
    if not name:
        return "&amp;"
    character = html5.get(f"{name};", "")
    return match[0] if name in _OF_XML or not character else escape(character)


def _feed(root, complaint: str) -> Feed:
    channel = next((child for child in root if _name(child) == "channel"), root)
    parts = [root] if channel is root else [root, channel]
    items = [child for part in parts for child in part if _name(child) in ("item", "entry")]
    _check_name(root)
    if _name(root) == "RDF" and not items and channel is root:
        raise LeftOutError("unsupported format", "its root element is RDF, but not of RSS")
    return Feed(channel, items, complaint)


def _name(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _read_apart(text: str, complaint: str) -> Feed:
    """The feed with each item read for itself, within a root that declares the same name spaces."""
    root = _ROOT.search(text)
    if root and "<!ENTITY" in text[: root.start()]:
        raise LeftOutError("broken file", _ENTITIES)
    if not root:
        raise LeftOutError("broken file", complaint)
    head, *parts = _ITEM.split(text[root.end() :])
    if not parts:
        raise LeftOutError("broken file", complaint)
    around = _parse(f"{root[0]}{head}</{root[1]}>", recover=True)
    return Feed(_feed(around, "").channel, list(_items(root, parts)), complaint)


def _items(root: re.Match, parts: list[str]) -> Iterator:
    from lxml import etree

    for part in parts:
        end = _ITEM_END.search(part)
        try:
            yield _parse(f"{root[0]}{part[: end.end()] if end else part}</{root[1]}>")[0]
        except etree.XMLSyntaxError as error:
            yield error.msg
