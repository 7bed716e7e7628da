"""From texts in memory to a matrix of documents by words with scikit-learn: processor seconds."""

import sys
import time
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer

if __name__ == "__main__":
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    started = time.process_time()
    CountVectorizer().fit_transform(texts)
    print(time.process_time() - started)
