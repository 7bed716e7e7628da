from itertools import permutations

import numpy as np
import pytest

from tenor.voices.hill import hill_numbers
from tenor.voices.rarefaction import rarefied_hill
from tenor.voices.resampling import Bootstrap

KINDS = np.array([0, 1, 1, 2, 0, 0, 3])
STORIES = np.array([0, 0, 1, 2, 1, 3, 3])


def expected(m: int) -> float:
    """The mean over every order of the stories."""
    numbers = []
    for order in permutations(range(4)):
        things = [kind for story in order for kind in KINDS[story == STORIES]][:m]
        numbers.append(hill_numbers(np.bincount(things)[None, :], 1)[0])
    return float(np.mean(numbers))


@pytest.mark.parametrize("m", [1, 2, 3, 5, 7])
def test_it_is_the_mean_over_the_orders_of_stories(m):
    found = rarefied_hill(KINDS, STORIES, m, n_draws=4000, seed=1)
    assert found == pytest.approx(expected(m), abs=0.03)


def test_all_things_need_no_luck():
    counts = np.bincount(KINDS)[None, :]
    for seed in (1, 2):
        assert rarefied_hill(KINDS, STORIES, 7, n_draws=2, seed=seed) == pytest.approx(
            hill_numbers(counts, 1)[0]
        )


def test_the_same_seed_gives_the_same_number():
    numbers = [rarefied_hill(KINDS, STORIES, 3, n_draws=50, seed=seed) for seed in (1, 1, 2)]
    assert numbers[0] == numbers[1] != numbers[2]


def drawn_group(random: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Speakers and stories of the quotations in `n` stories, each with one to three of 100 speakers."""
    shares = 1 / np.arange(1, 101)
    speakers, stories = [], []
    for story in range(n):
        heard = random.choice(100, size=random.integers(1, 4), p=shares / shares.sum())
        speakers.append(random.choice(heard, size=random.integers(1, 9)))
        stories.append(np.full(len(speakers[-1]), story))
    return np.concatenate(speakers), np.concatenate(stories)


def bounds(speakers: np.ndarray, stories: np.ndarray, m: int) -> tuple[float, float]:
    bootstrap = Bootstrap(0.95, 200, 1)
    number = rarefied_hill(speakers, stories, m, n_draws=100, seed=1)
    draws, n = bootstrap.draw(stories, speakers, np.ones(len(stories)), np.arange(stories.max() + 1), 100)
    return bootstrap.bound_logarithm(number, hill_numbers(draws, 1), n)


def test_a_larger_group_of_the_same_speakers_is_seldom_set_apart():
    random = np.random.default_rng(1)
    n_apart = 0
    for _ in range(40):
        small, large = drawn_group(random, 30), drawn_group(random, 300)
        (low, high), (other_low, other_high) = (bounds(*group, len(small[0])) for group in (small, large))
        n_apart += high < other_low or other_high < low
    assert n_apart <= 4
