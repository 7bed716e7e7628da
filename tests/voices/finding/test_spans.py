import numpy as np
import pytest

from tenor.voices.finding.spans import Span, between, gap, spans_of


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], []),
        ([0, 0], []),
        ([1], [(0, 1)]),
        ([1, 2, 2], [(0, 3)]),
        ([1, 1, 2], [(0, 1), (1, 3)]),
        ([2, 2, 0, 2], [(0, 2), (3, 4)]),
        ([3, 2, 4, 1], [(1, 2), (3, 4)]),
    ],
)
def test_runs_of_one_kind(labels, spans):
    assert spans_of(np.array(labels, np.int8), 1) == spans


def test_spans_that_overlap_have_no_gap():
    assert gap(Span(0, 4), Span(2, 6)) == 0


def test_what_begins_between_two_spans_in_either_order():
    others = [Span(0, 1), Span(3, 4), Span(5, 9)]
    assert between(Span(0, 2), Span(6, 8), others) == 2
    assert between(Span(6, 8), Span(0, 2), others) == 2
