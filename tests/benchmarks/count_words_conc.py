"""Building a corpus with Conc, and its word statistics: processor seconds. A Python that has Conc runs this.

Texts are parted by spaCy's blank English pipeline, since its trained models are no packages of the registry.
"""

import contextlib
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def time_once(work: Callable[[], Any]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def measure(articles: str, folder: Path) -> dict[str, float]:
    import spacy
    from conc.conc import Conc
    from conc.corpus import Corpus

    pipeline = spacy.blank("en")
    # Conc switches these off by name.
    for name in ("parser", "ner", "lemmatizer", "tagger", "senter", "tok2vec", "attribute_ruler"):
        pipeline.add_pipe("sentencizer", name=name)
    pipeline.to_disk(folder / "blank")
    corpus = Corpus("grown", "grown from articles")
    build = time_once(lambda: corpus.build_from_files(articles, str(folder), model=str(folder / "blank")))
    statistics = Conc(corpus)
    return {
        "build": build,
        "frequencies, a page": time_once(statistics.frequencies),
        "bigrams, a page": time_once(statistics.ngram_frequencies),
        "collocates of a word, a page": time_once(
            lambda: statistics.collocates("city", min_collocate_frequency=1)
        ),
        "concordance of the commonest word, a page": time_once(lambda: statistics.concordance("the")),
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made, contextlib.redirect_stdout(io.StringIO()):
        seconds = measure(sys.argv[1], Path(made))
    print(json.dumps(seconds))
