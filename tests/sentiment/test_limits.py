import numpy as np

from tenor.sentiment import known_failures, measured_worth, score


def test_each_known_failure_still_fails():
    table = known_failures()
    expected = table["read_as"].map({"negative": -1, "neutral": 0, "positive": 1})
    wrong = {name: np.sign(table[name]) != expected for name in ("textblob", "vader")}
    # A score that is missing is no judgement, but for a sentence with a tone it is a failure too.
    missed = table[["textblob", "vader"]].isna().all(axis=1) & (expected != 0)
    misjudged = (wrong["textblob"] & table["textblob"].notna()) | (wrong["vader"] & table["vader"].notna())
    assert (missed | misjudged).all()


def test_failures_are_scored_live():
    table = known_failures()
    vader = score(table["text"], analyzer="vader")["polarity"].round(2)
    np.testing.assert_array_equal(table["vader"], vader)


def test_worth_is_below_that_of_a_reader():
    table = measured_worth().set_index("scorer")
    assert table["pearson_r"].idxmax() == table["macro_f1"].idxmax() == "one reader against the others"
    assert "Hutto & Gilbert 2014" in table.attrs["notes"][0]
