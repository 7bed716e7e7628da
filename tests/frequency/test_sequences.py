import numpy as np
import pytest

from tenor.frequency.sequences import group_equal


@pytest.mark.parametrize("scale", [1, 2**58])
def test_both_ways_of_grouping_keep_the_order_inside_a_group(scale):
    codes = np.array([3, 1, 3, 0, 1] * 40)
    order, firsts = group_equal(codes * scale)
    assert order.tolist() == sorted(range(200), key=lambda i: (codes[i], i))
    assert firsts.tolist() == [0, 40, 120]
