"""The word statistics beside those of NLTK, scikit-learn and Conc, on the same texts in the same run.

    python tests/benchmarks/bench_frequency.py [millions of words ...] [--conc PYTHON]

The corpus is grown from the real articles beside the checkout and built first. Tenor's functions are called
as a user calls them and give whole tables; NLTK's get the corpus' own words, ready in a list. Seconds are
those of the processor, of one process each: of the first call, which makes what later ones share and is the
first to touch the memory, and of a later one, which is held against NLTK and against what is wanted. "from
texts" is from texts in memory to the matrix of documents by words, with sentences and offsets for Tenor, in a
process of its own.

scikit-learn takes part where it is installed; Conc with a Python of its own, `--conc`, that has it.
"""

import argparse
import importlib.util
import json
import tempfile
from pathlib import Path

from grown_corpus import grow
from measure import run

HERE = Path(__file__).parent
# NLTK's lists of more words than this would fill the memory.
MOST_FOR_NLTK = 20
WANTED = {
    "word list": 80,
    "all bigrams with log-likelihood": 15,
    "collocates of a word": 100,
    "page of a concordance": 500,
}
WITHIN_A_SECOND = ("document frequency", "word list with ARF and DPnorm", "keyness of one of four sources")


def bench(millions: float, folder: Path, conc: str | None) -> None:
    """Print what each program took for a corpus of this size."""
    articles = folder / f"articles-{millions:g}"
    grow(articles, int(millions * 1e6))
    root = {"TENOR_ROOT": str(folder)}
    (folder / "notebooks").mkdir(exist_ok=True)
    (folder / "lib" / "tenor").mkdir(parents=True, exist_ok=True)
    built = run(HERE / "build_corpus.py", str(articles), TENOR_WORKERS="1", **root)
    ours = json.loads(" ".join(run(HERE / "count_words.py", str(articles), **root).printed))
    theirs = {}
    if millions <= MOST_FOR_NLTK:
        theirs = json.loads(" ".join(run(HERE / "count_words_nltk.py", str(articles), **root).printed))
    print(
        f"\n{ours['n_words']:,} words; peak of all measures {ours['peak_gb']:.2f} GB, of building "
        f"{built.peak_gb:.2f} GB"
    )
    print(f"{'measure':<34}{'first s':>9}{'later s':>9}{'ns/word':>9}{'NLTK s':>9}{'ratio':>8}  wanted")
    for name, (first, later) in ours["seconds"].items():
        print(_row(name, first, later, ours["n_words"], theirs.get(name)), flush=True)
    for name in sorted(set(theirs) - set(ours["seconds"])):
        print(f"{name:<52}{theirs[name]:>18.4f}")
    print(f"built from files, near-copies, languages and boilerplate found: {float(built.printed[0]):.2f} s")
    _bench_texts(articles)
    _bench_conc(articles, conc)


def _row(name: str, first: float, later: float, n_words: int, nltk: float | None) -> str:
    told = f"{name:<34}{first:>9.3f}{later:>9.4f}{later / n_words * 1e9:>9.1f}"
    if nltk is not None:
        ratio, wanted = nltk / max(later, 1e-6), WANTED.get(name, 0)
        met = f"  {wanted} x: {'met' if ratio >= wanted else 'MISSED'}" if wanted else ""
        return f"{told}{nltk:>9.3f}{ratio:>8.0f}{met}"
    if name in WITHIN_A_SECOND and n_words <= MOST_FOR_NLTK * 1e6:
        return f"{told}{'':>17}  1 s: {'met' if later <= 1 else 'MISSED'}"
    return told


def _bench_texts(articles: Path) -> None:
    ours = float(run(HERE / "count_texts.py", str(articles)).printed[0])
    if not importlib.util.find_spec("sklearn"):
        print(f"from texts: Tenor {ours:.2f} s; scikit-learn is not installed")
        return
    theirs = float(run(HERE / "count_words_sklearn.py", str(articles)).printed[0])
    ratio = theirs / ours
    print(
        f"from texts: Tenor {ours:.2f} s, CountVectorizer {theirs:.2f} s: {ratio:.2f} x  3 x: "
        f"{'met' if ratio >= 3 else 'MISSED'}"
    )


def _bench_conc(articles: Path, python: str | None) -> None:
    if not python:
        print("Conc is not asked for (--conc PYTHON)")
        return
    seconds = json.loads(" ".join(run(HERE / "count_words_conc.py", str(articles), python=python).printed))
    for name, value in seconds.items():
        print(f"Conc, {name:<46}{value:>18.4f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("millions", nargs="*", type=float, default=[1, 20])
    parser.add_argument("--conc", help="a Python that has Conc installed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        for size in given.millions:
            bench(size, Path(made), given.conc)
