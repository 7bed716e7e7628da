"""Finding quotations: words a second, and how the time grows with the length of a document.

    python tests/benchmarks/bench_voices.py [thousands of words ...]

The articles are the real ones beside the checkout, grown as in `grown_corpus.py`. Time is the processor's, of
one process, with the model read before. "one document" joins articles into one; in "marks left open" each
opening mark is doubled and each closing one is missing; "no line breaks" is one long paragraph. A time that
grows with the square of the length would show in microseconds a word that grow with the length.
"""

import re
import sys
import time
from itertools import islice

from grown_corpus import respelt_texts

from tenor.corpus import from_texts
from tenor.voices import name_speakers, quotations
from tenor.voices.finding.finder import find
from tenor.voices.finding.models import shipped_model

_SIZES = (1, 10, 100, 1_000)
_CLOSING = re.compile('[”"]')


def text_of(n_words: int) -> str:
    """Articles in a row, of at least `n_words` words."""
    texts, n = [], 0
    for _, _, text in respelt_texts():
        texts.append(text)
        n += len(text.split())
        if n >= n_words:
            return "\n\n".join(texts)
    raise AssertionError


def seconds(text: str) -> tuple[int, float, int]:
    """The words of a text as one document, the processor's time to find and name its quotations, and how
    many there are."""
    corpus = from_texts([text])
    start = time.process_time()
    found = name_speakers(find(corpus, shipped_model()), corpus)
    return corpus.n_words, time.process_time() - start, len(found)


def tell(name: str, text: str) -> None:
    n_words, taken, n = seconds(text)
    print(
        f"  {name:18}{n_words:>11,} words{taken:>9.2f} s{taken / n_words * 1e6:>8.1f} us a word"
        f"{n:>9,} quotations"
    )


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or list(_SIZES)
    texts = [text for _, _, text in islice(respelt_texts(), 2_000)]
    corpus = from_texts(texts)
    find(from_texts(texts[:5]), shipped_model())
    for name, work in (
        ("found", lambda: find(corpus, shipped_model())),
        ("and named", lambda: quotations(corpus)),
    ):
        start = time.process_time()
        n = len(work())
        speed = corpus.n_words / (time.process_time() - start)
        print(
            f"{len(texts):,} articles, {name}: {speed:,.0f} words a second (30,000 wanted), {n:,} quotations"
        )
    for size in sizes:
        text = text_of(size * 1_000)
        tell("one document", text)
        tell("marks left open", _CLOSING.sub("", text).replace("“", "““"))
        tell("no line breaks", text.replace("\n", " "))


if __name__ == "__main__":
    main()
