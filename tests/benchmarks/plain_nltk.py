"""The script that a user would write with NLTK: read a folder, find the words, count them."""

import sys
import time
from pathlib import Path

from nltk import FreqDist
from nltk.tokenize import NLTKWordTokenizer

started = time.perf_counter()
tokenizer = NLTKWordTokenizer()
counts = FreqDist()
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    counts.update(word.lower() for word in tokenizer.tokenize(path.read_text("utf-8")))
print(time.perf_counter() - started, counts.N())
