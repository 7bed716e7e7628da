"""Near-copies among the real articles beside the checkout: those planted there, and those that they hold."""

import re
from pathlib import Path

import numpy as np
import pytest
from near_copies import mark_clusters

from tenor.corpus import from_texts

pytestmark = pytest.mark.real

# The articles that are states of one text, read and found to be so: numbers in the order of the file names.
COPIES = {52: 51, 273: 272, 311: 310, 317: 315, 586: 585, 675: 673, 679: 678}
FICTION = (Path(__file__).resolve().parents[3] / "data" / "sample" / "articles").glob("*_lantern_*.txt")
CUE = re.compile(r"(?<=\s)(?:said|says|told|added)\s+\S+")


@pytest.fixture(scope="module")
def articles(real) -> list[str]:
    return [path.read_bytes().decode() for path in sorted((real / "polnear" / "articles").iterdir())]


@pytest.fixture(scope="module")
def fiction() -> list[str]:
    """Words of the sample's articles, which no real one has in this order."""
    return " ".join(path.read_bytes().decode(errors="replace") for path in sorted(FICTION)).split()


class Editor:
    """Changes texts as an outlet would, by a share of their words."""

    def __init__(self, fiction: list[str], seed: int):
        self.fiction = fiction
        self.random = np.random.default_rng(seed)

    def cut_start(self, text: str, share: float) -> str:
        pieces = self.pieces(text)
        return "".join(pieces[round(share * len(pieces)) :])

    def cut_middle(self, text: str, share: float) -> str:
        pieces = self.pieces(text)
        size = round(share * len(pieces))
        start = self.random.integers(len(pieces) - size + 1)
        return "".join([*pieces[:start], *pieces[start + size :]])

    def cut_end(self, text: str, share: float) -> str:
        pieces = self.pieces(text)
        return "".join(pieces[: len(pieces) - round(share * len(pieces))])

    def head_anew(self, text: str, share: float) -> str:
        """Another first line, of no more words than allowed."""
        pieces = self.pieces(text)
        size = min(round(share * len(pieces)), len(text.split("\n")[0].split()))
        return f"{self.new(size)}\n\n{''.join(pieces[size:])}"

    def add(self, text: str, share: float) -> str:
        """A new paragraph somewhere."""
        pieces = self.pieces(text)
        place = self.random.integers(len(pieces) + 1)
        pieces.insert(place, f"\n\n{self.new(round(share * len(pieces)))}.\n\n")
        return "".join(pieces)

    def attribute_anew(self, text: str, share: float) -> str:
        """Another verb and speaker for each quotation, as far as the share goes."""
        return CUE.sub(
            "claimed an unnamed official", text, count=max(round(share * len(text.split()) / 4), 1)
        )

    def alter_words(self, text: str, share: float) -> str:
        """Other words here and there."""
        pieces = self.pieces(text)
        for place in self.random.choice(len(pieces), round(share * len(pieces)), replace=False):
            pieces[place] = f"{self.new(1)} "
        return "".join(pieces)

    def do_all(self, text: str, share: float) -> str:
        return self.cut_end(self.add(self.alter_words(text, share / 3), share / 3), share / 3)

    def pieces(self, text: str) -> list[str]:
        """The words of the text with the white space behind them."""
        return re.findall(r"\S+\s*", text)

    def new(self, size: int) -> str:
        start = self.random.integers(len(self.fiction) - size)
        return " ".join(self.fiction[start : start + size])

    @property
    def kinds(self):
        return (
            *(self.cut_start, self.cut_middle, self.cut_end, self.head_anew),
            *(self.add, self.attribute_anew, self.alter_words, self.do_all),
        )


def earliest_of(texts: list[str]) -> np.ndarray:
    """The number of the earliest text of each cluster, for each text; they are given in the order of time."""
    corpus = mark_clusters(from_texts(texts))
    return corpus.documents["cluster"].astype(int).to_numpy()


def true_earliest(n: int) -> np.ndarray:
    return np.array([COPIES.get(number, number) for number in range(n)])


def count_pairs(clusters: np.ndarray) -> int:
    sizes = np.unique(clusters, return_counts=True, axis=0)[1]
    return int((sizes * (sizes - 1) // 2).sum())


def test_the_copies_among_the_articles_are_found_and_nothing_else(articles):
    assert np.array_equal(earliest_of(articles), true_earliest(len(articles)))


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_edited_copies_are_found(articles, fiction, share):
    editor = Editor(fiction, seed=1)
    kinds = editor.kinds
    edited = [kinds[number % len(kinds)](text, share) for number, text in enumerate(articles)]
    wanted = np.tile(true_earliest(len(articles)), 2)
    found = earliest_of([*articles, *edited])
    n_right = count_pairs(np.column_stack([found, wanted]))
    assert n_right / count_pairs(wanted) >= 0.98, "recall"
    assert n_right / count_pairs(found) >= 0.98, "precision"


def test_clusters_of_many_versions_are_exact(articles, fiction):
    editor = Editor(fiction, seed=2)
    originals = range(0, len(articles), 10)
    versions = [(number, edit(articles[number], 0.2)) for number in originals for edit in editor.kinds]
    truth = true_earliest(len(articles))
    wanted = [*truth, *(truth[number] for number, _ in versions)]
    assert earliest_of([*articles, *(text for _, text in versions)]).tolist() == wanted
