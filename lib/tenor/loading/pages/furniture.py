"""What stands around the story on a web page: menus, teasers, captions, comments, advertisements."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache

# Elements that nobody reads, and those that are never the story, whatever they are called.
_UNSEEN = "script style template noscript iframe svg select".split()
_TAGS = (
    "button dialog nav menu aside footer figcaption address form "
    "amp-ad amp-consent amp-sidebar amp-social-share"
).split()
# Words that names (class and id) of furniture are made of, whole or between hyphens. Left out are words that
# sites also give to the story itself: "paywall", "subscriber", "teaser", "entry".
_NAMES = re.compile(
    r"(?<!has-)(?<!with-)(?<!no-)(?<!tag-)(?<!category-)(?<![a-z\d])(?:ads?|advert(?:s|isements?|ising)?|banner|"
    r"breadcrumbs?|byline|captions?|comments?|consent|cookies?|credits?|disqus|footer|most-read|nav|navigation|"
    r"newsletters?|outbrain|pagination|popular|promos?|pull-?quotes?|recirc(?:ulation)?|recommend(?:ed|ations?)?|"
    r"related(?:posts|links|stories)?|shares?|sharing|sharedaddy|side-?bar|signup|social|sponsor(?:s|ed)?|subscribe|"
    r"taboola|tags|toolbar|trending)(?![a-z\d])"
)
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_NAMED = "div section p ul ol li span h2 h3 h4 h5 table dl article header figure".split()
_CARDS = "div section article li p tr".split()
# Data for search engines, which may hold the text of a page that has none.
_DATA = "application/ld+json"
# What holds more of the page's text than this is no furniture, and a cell with more characters no data.
_MOST, _CELL = 0.4, 400


@cache
def _xpath(path: str):
    from lxml.etree import XPath

    return XPath(path)


def remove_furniture(page) -> None:
    """Take out of the tree of a page, in place, what does not belong to its story.

    Furniture is known by its element (`nav`, `aside`, `form`), by its name (class "newsletter-signup") or by
    its shape: three and more alike beside each other that begin with a link are teasers. What holds the
    headline or most of the text stays, whatever it is called. Tables that only lay the page out become plain
    blocks.
    """
    body = page.find("body")
    if body is None:
        return
    for element in list(body.iter(_UNSEEN)):
        data = deepcopy(element) if element.get("type") == _DATA else None
        element.drop_tree()
        if data is not None:
            data.tail = None
            page.append(data)
    n_characters = _size(body)
    for element in list(body.iter(_TAGS)):
        _remove(element, n_characters)
    for card in list(_teasers(body)):
        _remove(card, n_characters)
    n_characters = _size(body)
    for element in list(body.iter(_NAMED)):
        if _NAMES.search(_name(element)):
            _remove(element, n_characters)
    for table in list(body.iter("table")):
        if _is_layout(table):
            for element in table.iter("table", "tbody", "tr", "td", "th"):
                element.tag = "div"


def _size(element) -> int:
    return int(_xpath("string-length()")(element))


def _name(element) -> str:
    """Its class and id in small letters, their words parted by hyphens and spaces."""
    name = f"{element.get('class', '')} {element.get('id', '')}".replace("_", "-")
    return _HUMP.sub("-", name).lower()


def _remove(element, n_characters: int) -> None:
    """Take an element out but for the text behind it, unless it holds the headline or most of the page."""
    if (
        element.getparent() is None
        or _size(element) > _MOST * n_characters
        or _xpath("boolean(.//h1)")(element)
    ):
        return
    element.drop_tree()


def _teasers(body) -> Iterator:
    """Elements that stand beside at least two of the same name and class, if four of five lead elsewhere."""
    for parent in body.iter(*_CARDS, "body", "main", "ul", "ol", "td", "tbody", "table"):
        alike = {}
        for child in parent.iterchildren(_CARDS):
            alike.setdefault((child.tag, child.get("class")), []).append(child)
        for children in alike.values():
            if len(children) > 2 and sum(map(_is_teaser, children)) >= 0.8 * len(children):
                yield from children


def _is_teaser(element) -> bool:
    """Whether it begins with a link that is a fifth of its text, or is a link for the most part."""
    n_linked = sum(map(_size, element.iter("a")))
    begins = _xpath("boolean((.//text()[normalize-space()])[1]/ancestor::a)")
    n_characters = _size(element)
    return n_linked > 0.5 * n_characters or (n_linked > 0.2 * n_characters and begins(element))


def _is_layout(table) -> bool:
    """Whether a table lays out the page: without headings, with tables or long texts in its cells."""
    if _xpath("boolean(.//th)")(table):
        return False
    return _xpath("boolean(.//table)")(table) or any(_size(cell) > _CELL for cell in table.iter("td"))
