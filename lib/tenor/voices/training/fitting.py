"""Fitting the tagger: a conditional random field (Lafferty, McCallum & Pereira 2001) with an L1 penalty."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tenor.errors import UserError
from tenor.voices.finding.features import Template
from tenor.voices.finding.lexicons import Lexicon
from tenor.voices.finding.models import LABELS, Model
from tenor.voices.training.attributions import Marked


def fit(
    marked: Marked,
    lexicon: Lexicon,
    features: list[Template],
    paragraphs: Iterable[int],
    penalty: float,
    steps: int,
) -> Model:
    """Fit a tagger to some paragraphs, by `steps` iterations of OWL-QN with an L1 penalty.

    Raises
    ------
    UserError
        If python-crfsuite is not installed.
    """
    try:
        import pycrfsuite
    except ImportError as error:
        raise UserError("training needs python-crfsuite; pip install python-crfsuite") from error
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": penalty,
            "c2": 0.0,
            "max_iterations": steps,
            "feature.possible_transitions": True,
            "num_memories": 6,
            "period": 10,
            "delta": 1e-4,
        }
    )
    bounds = marked.texts.paragraph_bounds
    for number in paragraphs:
        first, end = bounds[number : number + 2].tolist()
        trainer.append(_spell(features, first, end), [LABELS[label] for label in marked.labels[first:end]])
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return Model(lexicon, _weights(info.state_features), _transitions(info.transitions))


def _spell(features: list[Template], first: int, end: int) -> list[list[str]]:
    """The features of the tokens from `first` to `end` as the fitting takes them."""
    spelt: list[list[str]] = [[] for _ in range(end - first)]
    for name, numbers in features:
        for token, number in zip(spelt, numbers[first:end].tolist(), strict=True):
            if number >= 0:
                token.append(f"{name}:{number}")
    return spelt


def _weights(fitted: dict[tuple[str, str], float]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    rows: dict[str, dict[int, np.ndarray]] = defaultdict(dict)
    for (feature, label), weight in fitted.items():
        name, number = feature.rsplit(":", 1)
        row = rows[name].setdefault(int(number), np.zeros(len(LABELS), np.float32))
        row[LABELS.index(label)] = weight
    return {name: _in_order(numbers) for name, numbers in rows.items()}


def _in_order(rows: dict[int, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    numbers = sorted(rows)
    return np.array(numbers, np.int64), np.array([rows[number] for number in numbers], np.float32)


def _transitions(fitted: dict[tuple[str, str], float]) -> np.ndarray:
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (label, following), weight in fitted.items():
        transitions[LABELS.index(label), LABELS.index(following)] = weight
    return transitions


def mean_of(models: list[Model]) -> Model:
    """One tagger with the mean weights of several with the same lexicon: better than each of them."""
    rows: dict[str, dict[int, np.ndarray]] = defaultdict(dict)
    for model in models:
        for name, (numbers, weights) in model.weights.items():
            for number, row in zip(numbers.tolist(), weights / len(models), strict=True):
                rows[name][number] = rows[name].get(number, 0) + row
    weights = {name: _in_order(numbers) for name, numbers in rows.items()}
    return Model(models[0].lexicon, weights, sum(model.transitions for model in models) / len(models))
