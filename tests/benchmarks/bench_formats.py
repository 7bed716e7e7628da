"""How many documents a second become a corpus, by format.

    python tests/benchmarks/bench_formats.py

Texts are put together from the real articles beside the checkout, web pages and PDFs are made (see
`tests/support`). Each runs in a fresh interpreter that has its libraries loaded.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from made_files import make_pdf
from made_pages import make_pages
from measure import run
from mixed_articles import mix, write_articles

HERE = Path(__file__).parent
_WORDS_A_LINE, _LINES_A_PAGE = 12, 50


def _texts(folder: Path, texts: list[str]) -> None:
    write_articles(folder, texts)


def _pages(folder: Path, texts: list[str]) -> None:  # noqa: ARG001
    folder.mkdir()
    for number, page in enumerate(make_pages(40)):
        (folder / f"{number:05}.html").write_text(page.html, "utf-8")


def _prints(folder: Path, texts: list[str]) -> None:
    folder.mkdir()
    for number, text in enumerate(texts[:400]):
        (folder / f"{number:05}.pdf").write_bytes(make_pdf(_print(text.split())))


def _print(words: list[str]) -> list[list[tuple]]:
    """The words in lines on pages."""
    plain = [word.encode("cp1252", "replace").decode("cp1252") for word in words]
    lines = [" ".join(plain[at : at + _WORDS_A_LINE]) for at in range(0, len(plain), _WORDS_A_LINE)]
    pages = [lines[at : at + _LINES_A_PAGE] for at in range(0, len(lines), _LINES_A_PAGE)]
    return [[(50, 750 - 14 * place, line) for place, line in enumerate(page)] for page in pages]


FORMATS: dict[str, Callable[[Path, list[str]], None]] = {"text": _texts, "HTML": _pages, "PDF": _prints}


def main() -> None:
    """Print one line a format."""
    texts = mix(10_000)
    print(f"{'format':<8}{'documents':>10}{'words':>12}{'seconds':>9}{'documents/s':>12}{'peak GB':>9}")
    for name, write in FORMATS.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            for part in ("lib/tenor", "notebooks", "data"):
                (folder / part).mkdir(parents=True)
            write_articles(folder / "data" / "warm", texts[:3])
            write(folder / "articles", texts)
            result = run(HERE / "open_corpus.py", str(folder / "articles"), TENOR_ROOT=place)
        seconds, n_documents, n_words = map(float, result.printed)
        print(
            f"{name:<8}{n_documents:>10,.0f}{n_words:>12,.0f}{seconds:>9.2f}{n_documents / seconds:>12,.0f}"
            f"{result.peak_gb:>9.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
