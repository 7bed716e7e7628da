"""From texts in memory to a corpus and its matrix of documents by terms: processor seconds, sum of cells."""

import sys
import time
from pathlib import Path

from tenor.corpus import from_texts

if __name__ == "__main__":
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    started = time.process_time()
    corpus = from_texts(texts)
    counts = corpus.counts
    print(time.process_time() - started, counts.sum())
