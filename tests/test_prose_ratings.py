import numpy as np
import pandas as pd

from tenor import prose

TABLE = pd.DataFrame(
    {
        "analyzer": ["textblob", "vader", "tone"],
        "n_sentences": 200,
        "pearson_r": [0.29, 0.51, 0.62],
        "low": [0.2, 0.45, 0.55],
        "high": [0.35, 0.6, 0.7],
    }
)


def test_intervals_that_overlap():
    assert prose.agreement_with_ratings(TABLE) == (
        "On 200 rated sentences, the scores of **tone** (r = 0.62, 0.55 to 0.70) go best with the ratings, "
        "before those of **vader** (r = 0.51, 0.45 to 0.60) and **textblob** (r = 0.29, 0.20 to 0.35). Its "
        "interval overlaps with that of vader, so which is better may be chance."
    )


def test_intervals_that_lie_apart():
    said = prose.agreement_with_ratings(TABLE.assign(high=[0.35, 0.54, 0.7]))
    assert said.endswith("Its interval lies apart from the others.")


def test_few_sentences_have_no_intervals():
    said = prose.agreement_with_ratings(TABLE.assign(n_sentences=9, low=np.nan, high=np.nan))
    assert said.startswith("On 9 rated sentences, the scores of **tone** (r = 0.62) go best")
    assert said.endswith("There are too few sentences for intervals, so the order may be chance.")


def test_one_analyzer():
    said = prose.agreement_with_ratings(TABLE.tail(1))
    assert (
        said
        == "On 200 rated sentences, the scores of **tone** go with the ratings at r = 0.62, 0.55 to 0.70."
    )


def test_nothing_to_say():
    said = prose.agreement_with_ratings(TABLE.assign(n_sentences=2, pearson_r=np.nan))
    assert said == (
        "How well the scores go with the ratings cannot be said: 2 rated sentences, too few or all alike."
    )
