import numpy as np

from tenor.sentiment.training.towards.vectors import word_vectors


def test_words_in_like_company_have_like_vectors():
    texts = [["the", deed, "was", "held", "high"] for deed in ("praise", "honour")] * 6
    texts += [["a", deed, "came", "down", "low"] for deed in ("blame", "scorn")] * 6
    rows, vectors = word_vectors(texts, 2)
    praise, honour, blame = (vectors[rows[word]] for word in ("praise", "honour", "blame"))
    assert praise @ honour > 0.9 > praise @ blame


def test_vectors_have_length_one():
    _, vectors = word_vectors([["a", "b", "c", "d"]] * 5, 2)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1)


def test_windows_do_not_reach_across_texts():
    texts = [["the", "dam", "broke"], ["a", "ferry", "sank"], ["the", "ferry", "left"]] * 6
    ordered, mixed = (word_vectors(given, 2)[1] for given in (sorted(texts), texts))
    np.testing.assert_allclose(ordered @ ordered.T, mixed @ mixed.T, atol=1e-9)


def test_no_texts_have_no_vectors():
    assert word_vectors([], 5)[0] == {}
