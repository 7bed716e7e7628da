"""The search for near-duplicates in a large collection, against a plain script with datasketch.

    python tests/benchmarks/bench_duplicates.py [thousands of documents ...]

The collection is grown in memory from the real articles beside the checkout (`grown_duplicates.py`), with
planted copies. Both programs start from the hash of each word and end with the earliest text of each copy;
"recall" is the share of the copies that were found with it, "precision" the share of the finds that are
right. Each runs in a fresh interpreter on the same collection; the peak of memory holds the words, too.
datasketch is no dependency of Tenor: it takes part where it is installed, in up to 5,000 documents.
"""

import importlib.util
import sys
import tempfile
from pathlib import Path

from measure import Measured, run

HERE = Path(__file__).parent
MOST_FOR_DATASKETCH = 5


def measure(thousands: int, folder: Path) -> tuple[int, dict[str, Measured | None]]:
    """Words in the collection, and what each program took; nothing for one that is not installed."""
    path = folder / f"{thousands}.npz"
    grown = run(HERE / "grown_duplicates.py", str(thousands * 1000), str(path))
    results = {"Tenor": run(HERE / "search_duplicates.py", str(path))}
    if thousands <= MOST_FOR_DATASKETCH:
        is_installed = importlib.util.find_spec("datasketch")
        results["datasketch"] = run(HERE / "plain_datasketch.py", str(path)) if is_installed else None
    path.unlink()
    return int(grown.printed[0]), results


def main(sizes: list[int]) -> None:
    """Print one line a program and size."""
    print(f"{'documents':>9}{'words':>12}  {'program':<12}{'search s':>9}{'documents/s':>12}", end="")
    print(f"{'peak GB':>9}{'recall':>9}{'precision':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for thousands in sizes:
            n_words, results = measure(thousands, Path(folder))
            for name, result in results.items():
                told = _row(thousands, result) if result else "  is not installed"
                print(f"{thousands * 1000:>9,}{n_words:>12,}  {name:<12}{told}", flush=True)


def _row(thousands: int, result: Measured) -> str:
    seconds, recall, precision = map(float, result.printed)
    speed = f"{seconds:>9.2f}{thousands * 1000 / seconds:>12,.0f}"
    return f"{speed}{result.peak_gb:>9.2f}{recall:>9.4f}{precision:>10.4f}"


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [5, 100])
