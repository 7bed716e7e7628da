"""The main text of web pages: Tenor's reader beside other extractors, on pages made with known bodies.

    python tests/benchmarks/bench_pages.py [pages a site]

Compared is what is installed: plain trafilatura in its modes always, the others where they can be imported.
Words are right when they stand in the same order as in the body: a word of the body is found if a run of
eight words around it (or its whole line, if that is shorter) is in the text. "lines" is the share of the
body's lines that are lines of the text; the metadata columns are shares of pages on which all is right.
"""

import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from made_pages import MadePage, make_pages

from tenor.loading.metadata.dates import read_moment

_WORD = re.compile(r"\w+")
_RUN = 8


class Extracted(NamedTuple):
    """What an extractor gives; metadata are empty where it has none."""

    text: str
    title: str = ""
    author: str = ""
    published: str = ""
    source: str = ""


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float
    lines: float
    title: bool
    author: bool
    published: bool
    source: bool


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def _n_found(line: list[str], words: list[str], runs: dict[int, set[tuple[str, ...]]]) -> int:
    """How many words of `line` stand in a run that is in `words` too."""
    length = min(_RUN, len(line))
    known = runs.setdefault(length, _runs(words, length))
    found = [False] * len(line)
    for start in range(len(line) - length + 1):
        if tuple(line[start : start + length]) in known:
            found[start : start + length] = [True] * length
    return sum(found)


def _n_either(line: list[str], words: list[str]) -> int:
    return len(line) if tuple(line) in _runs(words, len(line)) else 0


def score_text(text: str, body: Iterable[str], either: Iterable[str] = ()) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words of `text`; lines of `either` count for nothing."""
    words, runs = _words(text), {}
    lines = [_words(line) for line in body]
    n_found = sum(_n_found(line, words, runs) for line in lines)
    n_either = sum(_n_either(_words(line), words) for line in either)
    precision = n_found / max(1, len(words) - n_either)
    recall = n_found / sum(map(len, lines))
    return precision, recall, 2 * precision * recall / (precision + recall) if n_found else 0.0


def score(found: Extracted, page: MadePage) -> Score:
    lines = {" ".join(_words(line)) for line in found.text.splitlines()}
    kept = fmean(" ".join(_words(line)) in lines for line in page.body)
    authors = {name.strip() for name in re.split("[,;]", found.author)}
    return Score(
        *score_text(found.text, page.body, page.either),
        kept,
        _words(found.title) == _words(page.story.title),
        authors == set(page.story.authors),
        read_moment(found.published).date == page.story.published[:10],
        found.source == page.source,
    )


def _tenor() -> Callable[[str], Extracted]:
    from tenor.loading.pages.main_text import read_page

    def extract(html: str) -> Extracted:
        page = read_page(html)
        return Extracted(page.text, *(page.fields.get(name, "") for name in Extracted._fields[1:]))

    return extract


def _trafilatura(**options: bool) -> Callable[[str], Extracted]:
    from trafilatura import bare_extraction

    def extract(html: str) -> Extracted:
        dates = {"original_date": True, "max_date": "2099-12-31"}
        page = bare_extraction(
            html, include_comments=False, with_metadata=True, date_extraction_params=dates, **options
        )
        if page is None:
            return Extracted("")
        return Extracted(
            page.text, *(getattr(page, name) or "" for name in ("title", "author", "date", "sitename"))
        )

    return extract


def _block_text(html: str) -> str:
    """The text of cleaned HTML, a line for each block."""
    from lxml.html import fromstring

    tree = fromstring(html)
    for element in tree.iter("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "br", "table"):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "")
    return tree.text_content()


def _readability() -> Callable[[str], Extracted]:
    from readability import Document

    def extract(html: str) -> Extracted:
        page = Document(html)
        return Extracted(_block_text(page.summary(html_partial=True)), page.short_title())

    return extract


def _resiliparse() -> Callable[[str], Extracted]:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: Extracted(extract_plain_text(html, main_content=True, alt_texts=False))


def _justext() -> Callable[[str], Extracted]:
    import justext

    stop_words = justext.get_stoplist("English")

    def extract(html: str) -> Extracted:
        paragraphs = justext.justext(html.encode(), stop_words)
        return Extracted(
            "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)
        )

    return extract


def _newspaper() -> Callable[[str], Extracted]:
    from newspaper import Article

    def extract(html: str) -> Extracted:
        page = Article("https://page.example/", language="en")
        page.download(input_html=html)
        page.parse()
        date = page.publish_date.isoformat() if page.publish_date else ""
        return Extracted(page.text, page.title, ", ".join(page.authors), date)

    return extract


def _goose() -> Callable[[str], Extracted]:
    from goose3 import Goose

    goose = Goose()

    def extract(html: str) -> Extracted:
        page = goose.extract(raw_html=html)
        return Extracted(page.cleaned_text, page.title, ", ".join(page.authors), page.publish_date or "")

    return extract


def _selectolax() -> Callable[[str], Extracted]:
    """The element with the most text in its own paragraphs that is no link."""
    from selectolax.lexbor import LexborHTMLParser

    def extract(html: str) -> Extracted:
        sizes, parents = {}, {}
        for paragraph in LexborHTMLParser(html).css("p"):
            links = sum(len(link.text()) for link in paragraph.css("a"))
            parent = paragraph.parent
            sizes[parent.mem_id] = sizes.get(parent.mem_id, 0) + len(paragraph.text()) - 2 * links
            parents.setdefault(parent.mem_id, []).append(paragraph.text())
        return Extracted("\n".join(parents[max(sizes, key=sizes.get)]) if sizes else "")

    return extract


EXTRACTORS = {
    "Tenor": _tenor,
    "trafilatura": _trafilatura,
    "trafilatura, fast": lambda: _trafilatura(fast=True),
    "trafilatura, precision": lambda: _trafilatura(favor_precision=True),
    "trafilatura, recall": lambda: _trafilatura(favor_recall=True),
    "readability-lxml": _readability,
    "resiliparse": _resiliparse,
    "justext": _justext,
    "newspaper4k": _newspaper,
    "goose3": _goose,
    "selectolax, densest": _selectolax,
}


def measure(
    make: Callable[[], Callable[[str], Extracted]], pages: list[MadePage]
) -> tuple[float, list[Score]]:
    """Pages a second of processor time (the better of two runs), and the score of each page.

    Raises
    ------
    ImportError
        If the extractor is not installed.
    """
    extract = make()
    seconds = []
    for _ in range(2):
        started = time.process_time()
        found = [_try(extract, page.html) for page in pages]
        seconds.append(time.process_time() - started)
    return len(pages) / min(seconds), [score(*pair) for pair in zip(found, pages, strict=True)]


def _try(extract: Callable[[str], Extracted], html: str) -> Extracted:
    try:
        return extract(html)
    except Exception:  # a page that stops an extractor scores nothing
        return Extracted("")


def main(n_each: int) -> None:
    """Print one line an extractor, then the F1 of each site."""
    pages = list(make_pages(n_each))
    sites = list(dict.fromkeys(page.site for page in pages))
    print(f"{len(pages)} pages of {len(sites)} sites, {sum(len(page.html) for page in pages) / 1e6:.1f} MB")
    names = " ".join(f"{name:>9}" for name in (*Score._fields, "pages/s"))
    print(f"{'':<24}{names}")
    by_site = {}
    for name, make in EXTRACTORS.items():
        try:
            speed, scores = measure(make, pages)
        except ImportError:
            continue
        means = " ".join(f"{fmean(column):>9.3f}" for column in zip(*scores, strict=True))
        print(f"{name:<24}{means} {speed:>9.0f}")
        by_site[name] = [
            fmean(one.f1 for one, page in zip(scores, pages, strict=True) if page.site == site)
            for site in sites
        ]
    print()
    for number, site in enumerate(sites):
        print(f"{site:<24}{' '.join(f'{column[number]:>9.3f}' for column in by_site.values())}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
