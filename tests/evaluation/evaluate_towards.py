"""How well tone towards a target matches people, beside word lists: accuracy and F1 on rated mentions.

Run from the root of the checkout, with the folder `shared` beside it. A fifth of the groups of articles is
held out. "Cross-validated" is measured by folds of the other groups, thresholds of the word lists chosen in
the training part of each; "held-out fifth" on that fifth, after training on the others. The weights that are
shipped are fitted to all mentions: nothing is left to measure them by, and "cross-validated on all" is the
nearest to it.
"""

import time
from pathlib import Path

import numpy as np

from tenor.sentiment import score
from tenor.sentiment.training.towards.fitting import Settings, fit_weights, macro_f1, predict
from tenor.sentiment.training.towards.preparing import Prepared, prepare
from tenor.sentiment.training.towards.targets import Rated, read_targets
from tenor.sentiment.training.towards.training import (
    N_FOLDS,
    cross_validate,
    folds_of,
    is_held_out,
    read_texts,
)

SHARED = Path(__file__).resolve().parents[3] / "shared"
RATED = SHARED / "gold" / "target-sentiment-train.jsonl"
TEXTS = SHARED / "corpora" / "polnear"
N_RESAMPLES = 500


def by_threshold(polarity: np.ndarray, classes: np.ndarray, tested: np.ndarray) -> np.ndarray:
    """Labels of `tested` polarities, by the two thresholds with the best macro-F1 on the others."""
    steps = np.unique(np.round(np.quantile(polarity, np.linspace(0, 1, 41)), 3))
    pairs = [(low, high) for low in steps for high in steps if low <= high]

    def worth(pair: tuple[float, float]) -> float:
        return macro_f1(classes, labels(polarity, pair))[0]

    return labels(tested, max(pairs, key=worth))


def labels(polarity: np.ndarray, thresholds: tuple[float, float]) -> np.ndarray:
    return 1 + (polarity > thresholds[1]).astype(int) - (polarity < thresholds[0]).astype(int)


def by_word_list(analyzer: str, rated: Rated, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    polarity = score(rated.texts, analyzer=analyzer)["polarity"].fillna(0).to_numpy()
    return by_threshold(polarity[train], rated.classes[train], polarity[test])


def by_majority(rated: Rated, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    return np.full(len(test), np.bincount(rated.classes[train]).argmax())


def in_folds(guess, rated: Rated, mentions: np.ndarray) -> np.ndarray:
    """Guesses of `mentions`, each from the other folds."""
    folds, guesses = folds_of(rated.groups[mentions]), np.zeros(len(mentions), int)
    for fold in range(N_FOLDS):
        guesses[folds == fold] = guess(rated, mentions[folds != fold], mentions[folds == fold])
    return guesses


def interval(classes: np.ndarray, guesses: np.ndarray, groups: np.ndarray) -> tuple[float, float]:
    """Bounds of macro-F1 with 0.95 confidence, by a bootstrap over groups of articles."""
    random = np.random.default_rng(1)
    _, codes = np.unique(groups, return_inverse=True)
    members = np.split(np.argsort(codes, kind="stable"), np.cumsum(np.bincount(codes))[:-1])
    worths = []
    for _ in range(N_RESAMPLES):
        drawn = np.concatenate([members[group] for group in random.integers(len(members), size=len(members))])
        worths.append(macro_f1(classes[drawn], guesses[drawn])[0])
    low, high = np.quantile(worths, [0.025, 0.975])
    return float(low), float(high)


def tell(name: str, rated: Rated, mentions: np.ndarray, guesses: np.ndarray) -> None:
    classes = rated.classes[mentions]
    mean, each = macro_f1(classes, guesses)
    low, high = interval(classes, guesses, rated.groups[mentions])
    accuracy = np.mean(classes == guesses)
    parts = "  ".join(f"{value:.3f}" for value in each)
    print(f"{name:<42}{len(mentions):>6,}{accuracy:>9.3f}{mean:>9.3f}  {low:.3f} to {high:.3f}   {parts}")


def main() -> None:
    start = time.process_time()
    rated, settings = read_targets(RATED), Settings()
    held = is_held_out(rated.groups)
    rest, kept = np.flatnonzero(~held), np.flatnonzero(held)
    prepared: Prepared = prepare(rated, read_texts(str(TEXTS)), settings.vector_size)
    print(f"{'':<42}{'n':>6}{'accuracy':>9}{'macro-F1':>9}  {'with 0.95':<14}   negative neutral positive")
    ways = {
        "majority": by_majority,
        "TextBlob on the sentence": lambda *args: by_word_list("textblob", *args),
        "VADER on the sentence": lambda *args: by_word_list("vader", *args),
    }
    for name, guess in ways.items():
        tell(name, rated, rest, in_folds(guess, rated, rest))
    tell(
        "towards, cross-validated",
        rated,
        rest,
        cross_validate(prepared, rated, rest, settings).argmax(axis=1),
    )
    tell(
        "VADER on the sentence, held-out fifth", rated, kept, ways["VADER on the sentence"](rated, rest, kept)
    )
    fitted = fit_weights(prepared, rated.classes, rest, settings)
    shares = predict(fitted, [prepared.features[mention] for mention in kept.tolist()])
    tell("towards, held-out fifth", rated, kept, shares.argmax(axis=1))
    every = np.arange(len(rated.texts))
    shares = cross_validate(prepared, rated, every, settings)
    tell("towards, cross-validated on all", rated, every, shares.argmax(axis=1))
    print(f"{time.process_time() - start:.0f} s of processor time")


if __name__ == "__main__":
    main()
