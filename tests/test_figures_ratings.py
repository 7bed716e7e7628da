"""What the figure of ratings draws, read from its axes."""

import numpy as np
import pandas as pd
import pytest

from tenor import figures

TABLE = pd.DataFrame(
    {
        "analyzer": ["textblob"] * 3 + ["vader"] * 2,
        "bin": ["1", "2", "unscored", "1", "2"],
        "n_sentences": [40, 41, 1200, 3, 44],
        "polarity": [-0.5, 0.4, np.nan, -0.2, 0.8],
        "rating": [-1.0, 1.5, 0.2, -0.4, 2.0],
        "low": [-1.5, 1.0, 0.1, np.nan, 1.5],
        "high": [-0.5, 2.0, 0.3, np.nan, 2.5],
    }
)


def points(ax) -> list[list[float]]:
    return [list(map(tuple, container.lines[0].get_xydata())) for container in ax.containers]


def test_a_panel_an_analyzer_with_the_mean_rating_by_score():
    first, second = figures.calibration(TABLE).axes
    assert [ax.get_title(loc="left") for ax in (first, second)] == ["textblob", "vader"]
    assert points(first)[0] == [(-0.5, -1.0), (0.4, 1.5)]
    assert points(second) == [[(-0.2, -0.4), (0.8, 2.0)]]


def test_the_unscored_stand_apart_from_all_scores():
    first = figures.calibration(TABLE).axes[0]
    ((place, rating),) = points(first)[1]
    assert place > 1
    assert rating == 0.2
    assert [tick.get_text() for tick in first.get_xticklabels()][-1] == "unscored"


def test_numbers_of_sentences_are_written():
    first, second = figures.calibration(TABLE).axes
    assert [text.get_text() for text in first.texts] == ["40", "41", "1,200"]
    assert [text.get_text() for text in second.texts] == ["3", "44"]


def test_the_line_is_where_a_rating_of_4_scores_1():
    line = next(line for line in figures.calibration(TABLE).axes[0].lines if line.get_linestyle() == ":")
    places, ratings = line.get_data()
    np.testing.assert_allclose(ratings, 4 * places)


@pytest.mark.parametrize(("n", "shape"), [(1, (1, 1)), (3, (1, 3)), (4, (2, 3))])
def test_no_more_than_three_panels_stand_side_by_side(n, shape):
    table = pd.concat([TABLE.tail(2).assign(analyzer=f"a{i}") for i in range(n)])
    grid = figures.calibration(table).axes[0].get_gridspec()
    assert (grid.nrows, grid.ncols) == shape


def test_only_unscored_sentences_are_drawn():
    ax = figures.calibration(TABLE.iloc[[2]]).axes[0]
    assert len(points(ax)) == 1


def test_an_empty_table_says_so():
    ax = figures.calibration(TABLE.head(0)).axes[0]
    assert ax.texts[0].get_text() == "nothing to show"
