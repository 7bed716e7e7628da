"""What a corpus can be asked."""

import pytest

from tenor.corpus import from_texts
from tenor.loading import fitness

WEEKS = ["2031-03-03", "2031-03-10", "2031-03-17", "2031-03-24"]


def verdicts(corpus):
    return fitness(corpus)["verdict"].tolist()


def make(n, n_words, **metadata):
    texts = [f"{'the dam holds ' * (n_words // 3)}{number}" for number in range(n)]
    return from_texts(texts, **metadata)


@pytest.fixture
def large():
    """Forty documents of two sources over four weeks, in English."""
    return make(40, 300, source=["Courier", "Lantern"] * 20, published=WEEKS * 10, language=["en"] * 40)


def test_a_corpus_fit_for_everything(large):
    assert verdicts(large) == ["yes"] * 5


def test_a_corpus_fit_for_nothing():
    assert verdicts(make(2, 3, language=["fr", "fr"])) == ["no", "no", "no", "yes", "no"]


@pytest.mark.parametrize(
    ("question", "change"),
    [
        (0, {"n_words": 30}),
        (1, {"source": ["Courier", "Lantern"] * 19 + ["Flare"] * 2}),
        (2, {"published": [*WEEKS * 8, *[None] * 8]}),
        (4, {"language": ["en"] * 38 + ["fr"] * 2}),
    ],
)
def test_with_care(question, change):
    metadata = {"source": ["Courier", "Lantern"] * 20, "published": WEEKS * 10, "language": ["en"] * 40}
    given = {"n": 40, "n_words": 300, **metadata, **change}
    assert verdicts(make(**given)) == ["with care" if n == question else "yes" for n in range(5)]


def test_copies_are_told(large):
    large.documents["cluster"] = large.documents["cluster"].iloc[[0] * 5 + [*range(5, 40)]].to_numpy()
    row = fitness(large).iloc[3]
    assert row["verdict"] == "yes"
    large.documents["cluster"] = large.documents["cluster"].iloc[[0] * 9 + [*range(9, 40)]].to_numpy()
    row = fitness(large).iloc[3]
    assert (row["verdict"], row["because"]) == (
        "with care",
        '20% nearly repeat another; count = "stories" counts each text once',
    )


def test_of_an_empty_selection(large):
    assert verdicts(large.take([])) == ["no", "no", "no", "yes", "with care"]
