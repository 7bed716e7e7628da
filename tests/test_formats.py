import numpy as np
import pandas as pd
import pytest

from tenor.formats import bounded_column, shown_values


@pytest.mark.parametrize(
    ("name", "values", "shown"),
    [
        ("frequency", [1234, 0], ["1,234", "0"]),
        ("per_million", [1234.56, np.nan], ["1,234.6", "–"]),
        ("document_share", [0.5], ["50.0%"]),
        ("p_value", [0.0004, 0.02], ["<0.001", "0.020"]),
        ("polarity", [0.25, -0.1], ["+0.250", "-0.100"]),
        ("tone", [0.25, -0.1], ["+0.25", "-0.10"]),
        ("pearson_r", [0.25, -0.1], ["0.25", "-0.10"]),
        ("positive", [0.25], ["25.0%"]),
        ("effective_speakers", [18.767], ["18.8"]),
        ("mean_confidence", [0.875], ["0.88"]),
        ("log_ratio", [1.5, -2.0], ["+1.50", "-2.00"]),
        ("is_stop_word", [True, False], ["yes", ""]),
        ("title", ["two\nlines", pd.NA], ["two lines", "–"]),
        ("n_documents", pd.array([3, None], dtype="Int64"), ["3", "–"]),
    ],
)
def test_values_are_shown_by_what_they_are(name, values, shown):
    assert shown_values(pd.Series(values, name=name)) == shown


@pytest.mark.parametrize(
    ("columns", "written_like"),
    [
        (["per_million", "low"], "per_million"),
        (["polarity", "low"], "polarity"),
        (["rating", "polarity", "low"], "rating"),
        (["share", "low"], "share"),
        (["share", "difference", "low"], "difference"),
        (["effective_speakers", "low", "top_share"], "effective_speakers"),
        (["low"], "low"),
    ],
)
def test_bounds_are_written_like_what_they_bound(columns, written_like):
    assert bounded_column("low", pd.DataFrame(columns=columns)) == written_like
    assert bounded_column("term", pd.DataFrame(columns=columns)) == "term"
