"""Building a corpus against a plain NLTK script, on the same files in the same run.

    python tests/benchmarks/bench_build.py [millions of words ...]

The NLTK script reads, tokenises and counts in memory. Tenor reads, finds sentences and tokens with their
offsets, writes all to disk and opens it. Both start a fresh interpreter, with the files in the page cache.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from grown_corpus import grow
from measure import Measured, run

HERE = Path(__file__).parent


def measure(millions: float, folder: Path) -> tuple[int, Measured, Measured, Measured]:
    """Words written, and what NLTK, Tenor in one process and Tenor in all processes took."""
    articles = folder / f"articles-{millions:g}"
    n_words = grow(articles, int(millions * 1e6))
    (folder / "notebooks").mkdir(exist_ok=True)
    (folder / "lib" / "tenor").mkdir(parents=True, exist_ok=True)
    root = {"TENOR_ROOT": str(folder)}
    run(HERE / "build_corpus.py", str(articles), **root)  # warm the page cache
    single = run(HERE / "build_corpus.py", str(articles), TENOR_PROCESSES="1", **root)
    many = run(HERE / "build_corpus.py", str(articles), **root)
    nltk = run(HERE / "plain_nltk.py", str(articles))
    shutil.rmtree(articles)
    return n_words, nltk, single, many


def main(sizes: list[float]) -> None:
    """Print one line a program and size."""
    print(f"{'words':>12}  {'program':<24}{'seconds':>9}{'ratio':>8}{'ns/token':>10}{'peak GB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for millions in sizes:
            n_words, nltk, single, many = measure(millions, Path(folder))
            rows = (("NLTK script", nltk), ("Tenor, one process", single), ("Tenor, all processes", many))
            for name, result in rows:
                n_tokens = int(result.printed[0 if name == "NLTK script" else 1])
                print(
                    f"{n_words:>12,}  {name:<24}{result.seconds:>9.2f}{nltk.seconds / result.seconds:>8.1f}"
                    f"{result.seconds / n_tokens * 1e9:>10.0f}{result.peak_gb:>9.2f}",
                    flush=True,
                )


if __name__ == "__main__":
    main([float(argument) for argument in sys.argv[1:]] or [1, 5, 20])
