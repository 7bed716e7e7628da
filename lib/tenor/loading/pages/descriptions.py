"""What a web page says of itself: title, author, date of publication, site."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from tenor.loading.metadata.dates import read_moment
from tenor.loading.pages.linked_data import read_linked_data
from tenor.loading.pages.sightings import see_authors, see_date, see_site, see_title, split_names

# Names of `meta` elements for each of our fields, best first.
_META = {
    "title": "og:title twitter:title dc.title dcterms.title sailthru.title parsely-title citation_title",
    "author": (
        "byl byline parsely-author sailthru.author dc.creator dcterms.creator author citation_author "
        "article:author"
    ),
    "published": (
        "article:published_time article:published og:published_time og:article:published_time datepublished "
        "parsely-pub-date sailthru.date pubdate publish-date publish_date publication_date dc.date.issued "
        "dcterms.issued dcterms.created dc.date citation_publication_date citation_date date"
    ),
    "source": "dc.publisher citation_journal_title publisher application-name",
    "section": "article:section og:article:section parsely-section section",
    "url": "og:url",
}
# Titles are not longer, but for those that would keep a search busy.
_LONGEST = 500
_ADDRESS = re.compile(r"\S+://|www\.|\S+@\S+\.")


def describe(page, address: str = "") -> dict[str, str]:
    """The title, author, published, source, section, url and page_language of a page, those that it names.

    Read from its JSON-LD, else from its `meta` elements, else from what stands on it; `address` is where it
    was saved from, if that is known. Several authors are joined by ", ". `published` is as written, with time
    and zone where the page has them. A page that names no site has its host as its source, or what stands
    beside the headline in its `title`.
    """
    said, meta = read_linked_data(page), _meta(page)
    found = {name: [*filter(None, [said.get(name)]), *_named(meta, names)] for name, names in _META.items()}
    found["published"] += page.xpath(
        "//*[@itemprop='datePublished']/@*[name()='datetime' or name()='content']"
    )
    window = " ".join(page.xpath("string(//title)").split())[:_LONGEST]
    seen = "" if found["title"] else see_title(page, window)
    links = [*page.xpath("//link[@rel='canonical']/@href"), *found["url"], address]
    url = _first(link.strip() for link in links if "://" in link)
    source = _first([*meta["og:site_name"], *found["source"]]) or _host(url) or see_site(window, seen)
    title = _without_site(_first(found["title"]) or seen, source)
    fields = {
        "title": title,
        "author": _authors(found["author"], source) or see_authors(page, title),
        "published": _date(found["published"]) or see_date(page, url, title),
        "source": source,
        "section": _first(found["section"]),
        "url": url,
        "page_language": (page.get("lang") or page.get("xml:lang") or "").strip(),
    }
    return {name: value for name, value in fields.items() if value}


def _first(found: Iterable[str]) -> str:
    return next(iter(found), "")


def _meta(page) -> defaultdict[str, list[str]]:
    """Name of a `meta` element, in small letters -> what the elements of that name say."""
    meta = defaultdict(list)
    for element in page.iter("meta"):
        content = " ".join(element.get("content", "").split())
        for key in ("property", "name", "itemprop"):
            if content and element.get(key):
                meta[element.get(key).lower()].append(content)
    return meta


def _named(meta: Mapping[str, list[str]], names: str) -> Iterator[str]:
    """What each of `names` says; several authors may each have an element."""
    for name in names.split():
        if name in meta:
            yield ", ".join(dict.fromkeys(meta[name])) if names is _META["author"] else meta[name][0]


def _authors(found: Iterable[str], source: str) -> str:
    """The first of those found that names somebody: no address, and not the site itself."""
    for written in found:
        names = split_names(written)
        people = [name for name in names if name != source and not _ADDRESS.match(name)]
        if people:
            return ", ".join(people)
    return ""


def _date(found: Iterable[str]) -> str:
    """The first of those found that is a date, or may be one."""
    return _first(written for written in found if read_moment(written).reason != "not a date")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _without_site(title: str, source: str) -> str:
    """The title without the name of the site before or behind it.

    >>> _without_site("Strike ends - The Sella Lantern", "The Sella Lantern")
    'Strike ends'
    """
    if not source:
        return title
    name, mark = re.escape(source), r"\s*[-–—|:·•]+\s*"
    return re.sub(rf"^{name}{mark}|{mark}{name}$", "", title) or title
