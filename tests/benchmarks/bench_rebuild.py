"""Building a corpus anew, opening it unchanged, and bringing it up to date with ten new articles.

    python tests/benchmarks/bench_rebuild.py [thousands of articles]

The articles are .txt files put together from the real ones beside the checkout (`mixed_articles.py`), their
names spread over the alphabet. Each step runs in a fresh interpreter that has its libraries loaded and the
files in the page cache; the figures are the middle ones of three.
"""

import sys
import tempfile
from pathlib import Path

from measure import Measured, run
from mixed_articles import mix, write_articles

HERE = Path(__file__).parent
NEW = 10
REPEATS = 3


def main(thousands: int) -> None:
    """Print one line a step."""
    n = thousands * 1000
    texts = mix(n + NEW * REPEATS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("lib/tenor", "notebooks", "data"):
            (folder / part).mkdir(parents=True)
        write_articles(folder / "data" / "warm", texts[:3])
        articles = folder / "articles"
        write_articles(articles, texts[:n])
        full = _middle([_open(folder, articles, "rebuild") for _ in range(REPEATS)])
        unchanged = _middle([_open(folder, articles) for _ in range(REPEATS)])
        grown = _middle([_grow(folder, articles, texts, n + NEW * number) for number in range(REPEATS)])
    print(f"{'step':<28}{'seconds':>9}{'of full':>9}{'peak GB':>9}")
    steps = (("full build", full), ("opened unchanged", unchanged), (f"{NEW} new articles", grown))
    for step, (seconds, result) in steps:
        print(f"{step:<28}{seconds:>9.3f}{seconds / full[0]:>9.4f}{result.peak_gb:>9.2f}")
    print(f"{n:,} articles, {int(full[1].printed[2]):,} words")


def _open(folder: Path, articles: Path, *arguments: str) -> Measured:
    return run(HERE / "open_corpus.py", str(articles), *arguments, TENOR_ROOT=str(folder))


def _grow(folder: Path, articles: Path, texts: list[str], start: int) -> Measured:
    write_articles(articles, texts[start : start + NEW], start=start)
    return _open(folder, articles)


def _middle(runs: list[Measured]) -> tuple[float, Measured]:
    seconds = sorted((float(result.printed[0]), place) for place, result in enumerate(runs))
    middle, place = seconds[len(seconds) // 2]
    return middle, runs[place]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
