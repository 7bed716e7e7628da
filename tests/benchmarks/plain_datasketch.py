"""The same search as a script with datasketch would do it: for each document the earliest one like it."""

import sys
import time
from pathlib import Path

import numpy as np
from datasketch import MinHash, MinHashLSH
from grown_duplicates import Grown

THRESHOLD = 0.25
N_PERMUTATIONS = 128


def find_clusters(grown: Grown) -> np.ndarray:
    """The earliest document that each one is joined to."""
    index = MinHashLSH(threshold=THRESHOLD, num_perm=N_PERMUTATIONS)
    sketches, roots = {}, list(range(len(grown.ranks)))
    for number in np.argsort(grown.ranks).tolist():
        words = grown.words[grown.bounds[number] : grown.bounds[number + 1]]
        sketches[number] = MinHash(N_PERMUTATIONS)
        sketches[number].update_batch([words[at : at + 3].tobytes() for at in range(len(words) - 2)])
        near = (other for other in index.query(sketches[number]))
        similar = [other for other in near if sketches[number].jaccard(sketches[other]) >= THRESHOLD]
        roots[number] = min((roots[other] for other in similar), key=lambda n: grown.ranks[n], default=number)
        index.insert(number, sketches[number])
    return np.array(roots)


if __name__ == "__main__":
    grown = Grown.load(Path(sys.argv[1]))
    started = time.perf_counter()
    earliest = find_clusters(grown)
    seconds = time.perf_counter() - started
    print(seconds, *grown.recall_and_precision(earliest))
