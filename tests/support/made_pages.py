"""Web pages made for tests: stories with known bodies on sites that look like those of newspapers.

Each template in `sites/` is one site, with its own way of marking up a story and everything that stands
around it. The same number gives the same page.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from made_stories import Story, Writer, make_story

# Template -> the site's name.
SITES = {
    "register": "The Calderan Register",
    "flare": "The Daily Flare",
    "ledger": "Ledger & Tide",
    "lantern": "The Sella Lantern",
    "meridian": "Meridian Wire",
    "evening_post": "Dunmarrow Evening Post",
    "tessing_amp": "Tessing Today",
    "ledger_print": "Ledger & Tide",
    "lantern_live": "The Sella Lantern",
    "broadcaster": "Carrowe Radio News",
    "bulletin": "Port Sella Bulletin",
    "saved_register": "The Calderan Register",
    "quarterly": "Ilmer Quarterly",
    "portal": "Carrowe Now",
    "courier": "The Vessen Courier",
    "herald_questions": "The Lowmere Herald",
    "gazette": "The Hill Gazette",
    "flare_pictures": "The Daily Flare",
}
# Blocks that the sites' stories have between their paragraphs.
_KINDS = {
    "ledger": "list table heading",
    "ledger_print": "table heading",
    "quarterly": "heading heading heading quotation",
    "herald_questions": "answer answer answer answer answer heading",
    "register": "heading quotation list",
    "broadcaster": "heading list",
    "gazette": "quotation quotation list",
    "lantern": "heading quotation",
}
_LENGTHS = (2, 12, 7, 24)
_MENU = (
    "News Harbour River Politics Money Culture Sport Opinion Obituaries Letters Weather Tides Shipping Jobs "
    "Homes Motors Travel Food Books Music Puzzles Crosswords Horoscopes Podcasts Video Pictures Newsletters "
    "Archive Events Subscribe Contact Advertise Privacy Cookies Terms Help"
).split()
_FILLER = " ".join(f".rule-{number}{{margin:{number}px auto;color:#0a{number:02}}}" for number in range(60))


@dataclass(frozen=True)
class MadePage:
    """A page and what a reader of it would say that it holds.

    `body` are the lines of the story's text; `either` those that may stand in the text or
    not (the standfirst).
    """

    site: str
    source: str
    html: str
    story: Story
    either: list[str]

    @property
    def body(self) -> list[str]:
        return self.story.body


@cache
def _template(site: str) -> Template:
    folder = FileSystemLoader(Path(__file__).parent / "sites")
    return Environment(loader=folder, undefined=StrictUndefined, autoescape=True).get_template(f"{site}.html")


def make_page(site: str, number: int) -> MadePage:
    """Page `number` of `site`: every fourth story is a brief of two paragraphs, every fourth a long one."""
    seed = 1000 * (1 + list(SITES).index(site)) + number
    n_paragraphs = 2 if site == "flare_pictures" else _LENGTHS[number % len(_LENGTHS)]
    story = make_story(seed, kinds=_KINDS.get(site, ""), n_paragraphs=n_paragraphs)
    around = Writer(-seed)
    teasers = [
        {"title": around.title(), "summary": around.paragraph(1, 1), "caption": around.caption()}
        for _ in range(10)
    ]
    html = _template(site).render(
        story=story,
        site={"name": SITES[site], "url": f"https://{site.replace('_', '-')}.example/2031/{seed}"},
        authors=[{"@type": "Person", "name": name} for name in story.authors],
        updates=[{"@type": "BlogPosting", "articleBody": line} for line in story.body],
        long_date=f"{datetime.datetime.fromisoformat(story.published):%A, %-d %B %Y}",
        loop_id=seed,
        menu=_MENU,
        teasers=teasers,
        comments=[around.comment() for _ in range(8)],
        captions=[around.caption() for _ in range(9)],
        filler=_FILLER,
    )
    return MadePage(site, SITES[site], html, story, [story.standfirst])


def make_pages(n_each: int = 12) -> Iterator[MadePage]:
    """`n_each` pages of every site."""
    for site in SITES:
        for number in range(n_each):
            yield make_page(site, number)
