"""What can be seen on a web page that does not describe itself: its headline, authors, date, site."""

import re

from tenor.loading.metadata.dates import read_moment

# Names of two to five words, each with a capital but for particles.
_CAPITAL = r"[^\W\d_a-z][\w.’'-]*"
_PARTICLE = r"(?:al|bin|da|dal|das|de|del|della|den|der|di|do|dos|du|el|la|le|te|ten|ter|van|von|y|zu)"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:{_CAPITAL}|{_PARTICLE})){{0,3}} {_CAPITAL}")
_JOINTS = {"by", "and", "&", ","}
_MARK = r"(?:\s+[-–—|•·:]+|:+)\s+"
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,;|]|\s(?:and|&)\s)\s*")
# How many texts of the page further than its headline its date and byline may stand.
_NEAR = 10


def split_names(written: str) -> list[str]:
    """The names in a byline.

    >>> split_names("By Rosa Quayle, Clara Dunmore and Ned Farrow")
    ['Rosa Quayle', 'Clara Dunmore', 'Ned Farrow']
    """
    return list(dict.fromkeys(filter(None, _AND.split(_BY.sub("", written)))))


def see_title(page, title: str) -> str:
    """The longest text of the page that is part of `title`, what its window is called; else that."""
    headings = (heading.text_content() for heading in page.iter("h1", "h2", "h3"))
    texts = (" ".join(text.split()) for text in (*headings, *_body_texts(page)))
    return max((text for text in texts if text in title), key=len, default="") or title


def see_site(title: str, headline: str) -> str:
    """What stands behind or before the headline in the title of a window, the farthest from it.

    >>> see_site("The Vessen Courier | River | Dam is full", "Dam is full")
    'The Vessen Courier'
    """
    behind = re.search(rf"{re.escape(headline)}{_MARK}(?:.*{_MARK})?(.+)", title)
    before = re.match(rf"(.+?){_MARK}(?:.*{_MARK})?{re.escape(headline)}$", title)
    found = (behind or before) if headline else None
    return found[1] if found else ""


def see_authors(page, headline: str) -> str:
    """The names in a byline under the headline, else those that trafilatura finds, joined by ", "."""
    return ", ".join(_byline(_under(page, headline))) or _trafilatura_authors(page)


def _byline(texts: list[str]) -> list[str]:
    """The names behind "By", which may be links with texts of their own."""
    names, awaited = [], False
    for text in texts:
        if text.lower() in _JOINTS:
            awaited = bool(names) or text.lower() == "by"
        elif awaited or _BY.match(text):
            named = split_names(text)
            names += named if all(map(_NAME.fullmatch, named)) else []
            awaited = False
        elif names:
            break
    return names


def _trafilatura_authors(page) -> str:
    """Those of trafilatura's authors that look like names, as the page writes them."""
    from trafilatura import extract_metadata

    found = extract_metadata(page, date_config={"extensive_search": False}).author or ""
    text = " ".join(page.text_content().split()) if found else ""
    # trafilatura takes the points from initials.
    written = (re.search(r"\W{1,3}".join(map(re.escape, name.split())), text) for name in found.split("; "))
    return ", ".join(match[0] for match in written if match and _NAME.fullmatch(match[0]))


def see_date(page, url: str, headline: str) -> str:
    """The date that the page marks or has in its `url`, else one that stands by itself under the headline.

    It has the time of day where an element of that date has it. Dates within sentences are left alone: a
    story names many, and the wrong one is worse than none.
    """
    from htmldate import find_date

    # Any date that a page may bear, whatever day it is read on.
    dates = {"min_date": "1000-01-01", "max_date": "2999-12-31", "original_date": True}
    date = find_date(page, extensive_search=False, url=url or None, **dates)
    if date:
        moments = page.xpath("//time/@datetime | //abbr/@title")
        return next((moment.strip() for moment in moments if moment.strip().startswith(f"{date}T")), date)
    texts = _under(page, headline)
    return next((text for text in texts if len(read_moment(text).date) == len("2031-03-04")), "")


def _body_texts(page) -> list[str]:
    return page.xpath("//body//text()[normalize-space()][not(parent::script or parent::style)]")


def _under(page, headline: str) -> list[str]:
    """The texts next to the headline."""
    texts = [" ".join(text.split()) for text in _body_texts(page)]
    return texts[texts.index(headline) + 1 :][:_NEAR] if headline in texts else []
