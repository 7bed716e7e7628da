"""Which words may learn a weight from the ratings, beyond what the lists say of them."""

from functools import cache
from pathlib import Path

import numpy as np

from tenor.sentiment.training.tone.designs import RatedSet

FOLDER = Path(__file__).parent
# A word learns if it stands in so many sentences of the main set, and of all sets.
LEAST_MAIN, LEAST_ALL = 3, 10
# A word that is masked as a name more often than this, of all times, is taken for one.
MOST_NAMES = 0.1


@cache
def _terms_and_reasons(name: str) -> dict[str, str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


def unlearned() -> dict[str, str]:
    """Words that never learn, such as groups of people and offices, and why."""
    return _terms_and_reasons("unlearned.tsv")


def silenced() -> dict[str, str]:
    """Words that get weight 0 whatever the lists say, such as topics of news, and why."""
    return _terms_and_reasons("silenced.tsv")


def find_candidates(terms: list[str], main: RatedSet, others: list[RatedSet]) -> np.ndarray:
    """Whether each term may learn a weight."""
    every = [main, *others]
    n_main, n_all = main.count_sentences(), sum(each.count_sentences() for each in every)
    n_names, n_small = sum(each.count_names() for each in every), sum(each.n_small for each in every)
    barred = unlearned().keys() | silenced().keys()
    allowed = np.array([len(term) > 1 and term.removesuffix("'s") not in barred for term in terms], bool)
    is_common = n_names <= MOST_NAMES * (n_small + n_names)
    return allowed & is_common & (n_small > n_all / 2) & (n_main >= LEAST_MAIN) & (n_all >= LEAST_ALL)
