import numpy as np
import pytest

from tenor.corpus import from_texts, pieces


@pytest.fixture(params=["sliced", "copied"])
def corpus(request, monkeypatch):
    """Texts out of their order, so that each is a slice of its own, or all are copied into one."""
    monkeypatch.setattr(pieces, "_MAX_SLICES", 10 if request.param == "sliced" else 0)
    return from_texts(["Rain, rain.", "The dam’s gate", "…", "Straße!", "A quay"]).take([4, 3, 1, 2, 0])


def test_places_are_read_in_whatever_order_they_are_asked_for(corpus):
    positions = np.array([7, 0, 3, 3, 1, 9])
    assert corpus.starts_at(positions).tolist() == corpus.starts[positions].tolist()
    assert corpus.ends_at(positions).tolist() == corpus.ends[positions].tolist()
    assert corpus.ends_at(np.array([2, 8])).tolist() == [6, 4]


def test_no_places(corpus):
    assert corpus.starts_at(np.zeros(0, np.int64)).tolist() == []
    assert corpus.ends_at(np.zeros(0, np.int64)).tolist() == []
