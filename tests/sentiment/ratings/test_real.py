from pathlib import Path

import pytest

from tenor.sentiment.ratings import agreement_with_ratings, read_ratings

RATED = Path(__file__).resolve().parents[4] / "shared" / "gold" / "sentiment-editorials.tsv"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not RATED.is_file(), reason=f"the rated sentences are absent: no file {RATED}"),
]


def test_correlations_with_rated_editorials():
    # With each of its 33 repeated sentences twice, TextBlob's is 0.287.
    table = agreement_with_ratings(
        read_ratings(RATED), analyzers=["textblob", "vader"], n_resamples=100
    ).set_index("analyzer")
    assert table["pearson_r"].round(2).to_dict() == {"textblob": 0.28, "vader": 0.51}
    assert (table["low"] < table["pearson_r"]).all()
    assert (table["pearson_r"] < table["high"]).all()
