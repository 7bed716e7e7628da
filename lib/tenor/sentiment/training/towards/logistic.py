"""Multinomial logistic regression by L-BFGS, with a penalty of its own for each feature."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_MOST_STEPS = 200


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities of each row's classes.

    >>> softmax(np.zeros((1, 4))).tolist()
    [[0.25, 0.25, 0.25, 0.25]]
    """
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def fit(table: "csr_array", classes: np.ndarray, penalty: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights of each column of `table` for each class, and the classes' constants, which are not penalised.

    The sum of the losses and of `penalty` / 2 times the squared weights is least there.

    >>> from scipy.sparse import csr_array
    >>> weights, _ = fit(csr_array(np.array([[1.0], [0.0]])), np.array([1, 0]), penalty=1.0)
    >>> bool(weights[0, 1] > 0 > weights[0, 0])
    True
    """
    from scipy.optimize import minimize

    n_features, n_classes = table.shape[1], int(classes.max()) + 1
    wanted, turned = np.eye(n_classes)[classes], table.T.tocsr()

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        weights = values[:-n_classes].reshape(n_features, n_classes)
        shares = softmax(table @ weights + values[-n_classes:])
        likelihood = np.log(np.maximum(shares[wanted > 0], 1e-300)).sum()
        slopes = turned @ (shares - wanted) + penalty * weights
        cost = 0.5 * penalty * (weights**2).sum() - likelihood
        return cost, np.concatenate([slopes.ravel(), (shares - wanted).sum(axis=0)])

    start = np.zeros((n_features + 1) * n_classes)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_STEPS}).x
    return best[:-n_classes].reshape(n_features, n_classes), best[-n_classes:]


def ratio_scales(table: "csr_array", classes: np.ndarray) -> np.ndarray:
    """How much each column tells the classes apart: the largest log ratio of its frequency inside a class to
    that outside, with one added to each count, over the mean of all columns.

    References
    ----------
    Wang & Manning 2012, "Baselines and bigrams".
    """
    is_there = (table > 0).astype(float)
    ratios = []
    for number in range(int(classes.max()) + 1):
        inside = 1 + is_there[classes == number].sum(axis=0)
        outside = 1 + is_there[classes != number].sum(axis=0)
        ratios.append(np.abs(np.log(inside / inside.sum()) - np.log(outside / outside.sum())))
    largest = np.max(ratios, axis=0)
    return largest / largest.mean() if largest.any() else largest
