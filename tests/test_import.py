"""`import tenor` is fast because heavy libraries load where they are used."""

import statistics
import subprocess
import sys

HEAVY = {
    "matplotlib", "nbconvert", "nltk", "numpy", "pandas", "papermill", "pyarrow", "textblob", "trafilatura",
}  # fmt: skip
PROGRAM = """
import sys, time
before = time.perf_counter()
import tenor
print(time.perf_counter() - before, *sys.modules)
"""


def import_tenor() -> tuple[float, set[str]]:
    """Seconds that the import took in a fresh interpreter, and the modules there after it."""
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    seconds, *modules = run.stdout.split()
    return float(seconds), set(modules)


def test_import_loads_nothing_heavy():
    times, loaded = zip(*(import_tenor() for _ in range(5)), strict=True)
    print(f"import tenor: {statistics.median(times) * 1000:.1f} ms (median of {len(times)})")
    assert set.union(*loaded) & HEAVY == set()
