"""Search the near-duplicates of a grown collection; print the seconds, and how many copies were found."""

import sys
import time
from pathlib import Path

from grown_duplicates import Grown

sys.path.append(str(Path(__file__).parents[1] / "support"))
from near_copies import find_clusters

if __name__ == "__main__":
    grown = Grown.load(Path(sys.argv[1]))
    started = time.perf_counter()
    earliest = find_clusters(grown.words, grown.bounds, grown.ranks)
    seconds = time.perf_counter() - started
    print(seconds, *grown.recall_and_precision(earliest))
