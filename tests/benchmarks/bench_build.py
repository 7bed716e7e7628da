"""Building a corpus against a plain NLTK script, on the same files in the same run.

    python tests/benchmarks/bench_build.py [millions of words ...]

The NLTK script reads, tokenises and counts in memory. Tenor reads, finds sentences and tokens with their
offsets, writes all to disk and opens it. Each runs in a fresh interpreter, with the files in the page cache.
"build" is the work itself, "process" adds the interpreter's start and the imports. Tenor's figures are the
middle ones of three runs.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from grown_corpus import grow
from measure import Measured, run

HERE = Path(__file__).parent


def measure(millions: float, folder: Path) -> tuple[int, dict[str, Measured]]:
    """Words written, and what each program took."""
    articles = folder / f"articles-{millions:g}"
    n_words = grow(articles, int(millions * 1e6))
    (folder / "notebooks").mkdir(exist_ok=True)
    (folder / "lib" / "tenor").mkdir(parents=True, exist_ok=True)
    root = {"TENOR_ROOT": str(folder)}
    build = HERE / "build_corpus.py"
    run(build, str(articles), **root)  # brings the files into the page cache
    results = {
        "Tenor, all cores": _median(build, str(articles), **root),
        "Tenor, one worker": _median(build, str(articles), TENOR_WORKERS="1", **root),
        "NLTK script": run(HERE / "plain_nltk.py", str(articles)),
    }
    shutil.rmtree(articles)
    return n_words, results


def _median(script: Path, *arguments: str, **environment: str) -> Measured:
    """The middle one of three runs by what the script itself measured."""
    runs = [run(script, *arguments, **environment) for _ in range(3)]
    return sorted(runs, key=lambda one: float(one.printed[0]))[1]


def main(sizes: list[float]) -> None:
    """Print one line a program and size."""
    print(f"{'words':>11}  {'program':<18}{'build s':>9}{'ratio':>7}{'process s':>11}{'ratio':>7}", end="")
    print(f"{'ns/token':>10}{'peak GB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for millions in sizes:
            n_words, results = measure(millions, Path(folder))
            for name, result in results.items():
                print(f"{n_words:>11,}  {name:<18}{_row(result, results['NLTK script'])}", flush=True)


def _row(result: Measured, nltk: Measured) -> str:
    seconds, n_tokens = map(float, result.printed)
    ratio = float(nltk.printed[0]) / seconds
    return (
        f"{seconds:>9.2f}{ratio:>7.1f}{result.seconds:>11.2f}{nltk.seconds / result.seconds:>7.1f}"
        f"{seconds / n_tokens * 1e9:>10.0f}{result.peak_gb:>9.2f}"
    )


if __name__ == "__main__":
    main([float(argument) for argument in sys.argv[1:]] or [1, 5, 20])
