import numpy as np
import pandas as pd

from tenor.voices.comparisons import compare_groups
from tenor.voices.resampling import Bootstrap

# Label 0 stands in 3 of 4 things of group 0, in 1 of 4 of group 1, and in 0 of 2 of group 2.
ROWS = pd.DataFrame(
    {
        "group": [0, 0, 0, 0, 1, 1, 1, 1, 2, 2],
        "label": [0, 0, 0, 1, 0, 1, 1, 2, 2, 2],
        "doc": [0, 0, 1, 1, 2, 2, 3, 3, 4, 4],
    }
)


def compare(*shown: tuple[int, int], rows: pd.DataFrame = ROWS) -> pd.DataFrame:
    pairs = pd.DataFrame(list(shown), columns=["group", "label"])
    return compare_groups(rows, pairs, np.arange(100), Bootstrap(0.95, 300, 1))


def test_shares_here_and_elsewhere():
    table = compare((0, 0), (2, 0), (1, 2))
    assert table["n_cues"].tolist() == [3, 0, 1]
    assert table["n_documents"].tolist() == [2, 0, 1]
    assert table["share"].tolist() == [3 / 4, 0, 1 / 4]
    assert table["share_elsewhere"].tolist() == [1 / 6, 4 / 8, 2 / 6]


def test_what_is_not_shown_counts_elsewhere():
    assert compare((1, 2))["share_elsewhere"].tolist() == [2 / 6]


def test_bounds_of_a_difference_leave_out_0_where_it_is_sure():
    rows = pd.concat([ROWS.assign(doc=ROWS["doc"] + 5 * n) for n in range(10)], ignore_index=True)
    sure, unsure = compare((0, 0), (1, 1), rows=rows)[["low", "high"]].to_numpy()
    assert 0 < sure[0] < 3 / 4 - 1 / 6 < sure[1]
    assert unsure[0] < 2 / 4 - 1 / 6 < unsure[1]


def test_bounds_need_five_stories_on_both_sides():
    rows = pd.DataFrame({"group": [0] * 6 + [1] * 4, "label": [0, 1] * 5, "doc": range(10)})
    assert compare((0, 0), (1, 0), rows=rows)["low"].isna().all()
