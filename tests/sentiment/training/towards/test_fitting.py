import numpy as np
import pytest

from tenor.sentiment.training.towards.fitting import Settings, fit_weights, macro_f1, predict
from tenor.sentiment.training.towards.preparing import Prepared

CLASSES = np.array([0, 1, 2] * 4)
FEATURES = [{f"any:{word}": 1.0, "mention:first": 1.0} for word in ("blame", "meet", "praise")] * 4


def fitted(settings: Settings = Settings(penalty=0.1), rows=None, vectors=np.zeros((0, 1))):  # noqa: B008
    return fit_weights(Prepared(FEATURES, rows or {}, vectors), CLASSES, np.arange(12), settings)


def test_mentions_are_told_apart():
    shares = predict(fitted(), FEATURES[:3])
    assert shares.argmax(axis=1).tolist() == [0, 1, 2]
    assert shares.sum(axis=1).tolist() == pytest.approx([1, 1, 1])


def test_weights_have_mean_zero_and_small_ones_are_left_out():
    model = fitted()
    np.testing.assert_allclose(model.weights.sum(axis=1), 0, atol=1e-9)
    assert model.names == ["any:blame", "any:meet", "any:praise"]


def test_rare_features_are_left_out():
    assert fitted(Settings(penalty=0.1, least_mentions=5)).names == []


def test_a_word_that_was_never_rated_takes_the_weight_of_its_like():
    rows, vectors = {"blame": 0, "scorn": 1}, np.array([[1.0, 0.0], [1.0, 0.0]])
    model = fitted(rows=rows, vectors=vectors)
    negative, neutral, positive = model.weights[model.names.index("any:scorn")]
    assert negative > max(neutral, positive)
    assert "any:scorn" not in fitted(Settings(penalty=0.1, likeness=0.0), rows, vectors).names


def test_macro_f1_of_a_label_that_nobody_guessed_is_zero():
    mean, each = macro_f1(np.array([0, 1, 1]), np.array([0, 1, 1]))
    assert each == [1.0, 1.0, 0.0]
    assert mean == pytest.approx(2 / 3)
