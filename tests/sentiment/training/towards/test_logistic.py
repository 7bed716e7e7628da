import numpy as np
import pytest
from scipy.sparse import csr_array

from tenor.sentiment.training.towards.logistic import fit, ratio_scales, softmax


def test_constants_alone_give_the_shares_of_the_labels():
    classes = np.array([0, 0, 1, 2])
    _, constants = fit(csr_array(np.zeros((4, 1))), classes, 1.0)
    assert softmax(constants[None, :])[0].tolist() == pytest.approx([0.5, 0.25, 0.25], abs=1e-4)


def test_slopes_are_zero_at_the_best_weights():
    random = np.random.default_rng(1)
    table, classes = random.normal(size=(60, 4)), random.integers(3, size=60)
    weights, constants = fit(csr_array(table), classes, 2.0)
    shares = softmax(table @ weights + constants)
    np.testing.assert_allclose(table.T @ (shares - np.eye(3)[classes]) + 2.0 * weights, 0, atol=1e-2)


def test_a_larger_penalty_gives_smaller_weights():
    table, classes = csr_array(np.array([[1.0], [0.0]] * 5)), np.array([0, 1] * 5)
    small, large = (np.abs(fit(table, classes, penalty)[0]).max() for penalty in (0.1, 10.0))
    assert small > large


def test_what_tells_labels_apart_has_the_larger_scale():
    table = csr_array(np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 1.0], [0.0, 1.0]]))
    scales = ratio_scales(table, np.array([0, 0, 1, 1]))
    assert scales[0] > scales[1]
    assert scales.mean() == pytest.approx(1)
