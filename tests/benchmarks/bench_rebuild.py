"""Building a corpus anew, opening it unchanged, and bringing it up to date with ten new articles.

    python tests/benchmarks/bench_rebuild.py [thousands of articles]

The articles are put together from the real ones beside the checkout (`mixed_articles.py`), as .txt files and
as web pages, their names spread over the alphabet. Each step runs in a fresh interpreter that has its
libraries loaded and the files in the page cache; the figures are the middle ones of three, but all pages are
built only once.
"""

import sys
import tempfile
from html import escape
from pathlib import Path

from measure import Measured, run
from mixed_articles import mix, write_articles

HERE = Path(__file__).parent
NEW = 10
REPEATS = 3
# Each format's suffix, and how often all of it is built.
FORMATS = {".txt": REPEATS, ".html": 1}


def main(thousands: int) -> None:
    """Print one line a step."""
    n = thousands * 1000
    texts = mix(n + NEW * REPEATS)
    print(f"{'format':<8}{'step':<28}{'seconds':>9}{'of full':>9}{'peak GB':>9}", flush=True)
    for suffix, repeats in FORMATS.items():
        written = texts if suffix == ".txt" else list(map(_page, texts))
        with tempfile.TemporaryDirectory() as name:
            steps = _measure(Path(name), written, n, suffix, repeats)
        full, _ = steps["full build"]
        for step, (seconds, result) in steps.items():
            print(
                f"{suffix:<8}{step:<28}{seconds:>9.3f}{seconds / full:>9.4f}{result.peak_gb:>9.2f}",
                flush=True,
            )
    print(f"{n:,} articles, {int(steps['full build'][1].printed[2]):,} words")


def _measure(
    folder: Path, texts: list[str], n: int, suffix: str, repeats: int
) -> dict[str, tuple[float, Measured]]:
    """The seconds of each step, and what its run told."""
    for part in ("lib/tenor", "notebooks", "data"):
        (folder / part).mkdir(parents=True)
    write_articles(folder / "data" / "warm", texts[:3], suffix=suffix)
    articles = folder / "articles"
    write_articles(articles, texts[:n], suffix=suffix)
    full = [_open(folder, articles, "rebuild") for _ in range(repeats)]
    unchanged = [_open(folder, articles) for _ in range(REPEATS)]
    grown = []
    for start in range(n, n + NEW * REPEATS, NEW):
        write_articles(articles, texts[start : start + NEW], start=start, suffix=suffix)
        grown.append(_open(folder, articles))
    steps = {"full build": full, "opened unchanged": unchanged, f"{NEW} new articles": grown}
    return {step: _middle(runs) for step, runs in steps.items()}


def _page(text: str) -> str:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))
    chrome = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("news", "sport", "weather"))
    title = escape(" ".join(text.split()[:6]))
    return (
        f"<html lang='en'><head><title>{title}</title></head><body><nav><ul>{chrome}</ul></nav>"
        f"<article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    )


def _open(folder: Path, articles: Path, *arguments: str) -> Measured:
    return run(HERE / "open_corpus.py", str(articles), *arguments, TENOR_ROOT=str(folder))


def _middle(runs: list[Measured]) -> tuple[float, Measured]:
    seconds = sorted((float(result.printed[0]), place) for place, result in enumerate(runs))
    middle, place = seconds[len(seconds) // 2]
    return middle, runs[place]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
