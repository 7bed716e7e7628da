import numpy as np
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import arcs, score_sentences

SETTINGS = {"n_parts": 2, "n_resamples": 100}


def test_sentences_are_in_the_part_that_their_middle_is_in(scored):
    # Words 2, 2, 6 and 2 of 12: their middles lie at 1/12, 3/12, 7/12 and 11/12.
    texts = ["One dam. Two dams. Three dams hold at the port. Four dams."]
    scores, corpus = scored([[0.1, 0.3, 0.5, 0.9]], texts=texts)
    table = arcs(scores, corpus, **SETTINGS)
    assert table["part"].tolist() == [1, 2]
    assert table["n_sentences"].tolist() == [2, 2]
    np.testing.assert_allclose(table["polarity"], [0.2, 0.7])


def test_a_document_counts_once_in_each_part(scored):
    scores, corpus = scored([[1.0] * 4, [0.0] * 8])
    np.testing.assert_allclose(arcs(scores, corpus, **SETTINGS)["polarity"], [0.5, 0.5])


def test_short_documents_are_left_out_and_counted(scored):
    scores, corpus = scored([[1.0] * 3, [0.0] * 4])
    table = arcs(scores, corpus, **SETTINGS)
    assert table["n_documents"].tolist() == [1, 1]
    assert "1 of 2 documents are left out: they have fewer than 4 sentences." in table.attrs["notes"]


def test_intervals_need_five_stories(scored):
    scores, corpus = scored([[i / 10, 0.5, -i / 10, -0.5] for i in range(5)])
    table = arcs(scores, corpus, **SETTINGS)
    assert table["polarity"].between(table["low"], table["high"]).all()
    few_scores, few = scored([[i / 10, 0.5, -i / 10, -0.5] for i in range(4)])
    table = arcs(few_scores, few, **SETTINGS)
    assert table["low"].isna().all()
    assert table.attrs["notes"][-1].endswith("have a score: 1, 2.")


def test_near_copies_count_once_as_stories(scored):
    texts = ["One dam. Two dams. Three dams. Four dams."] * 3
    scores, corpus = scored([[0.1, 0.3, 0.5, 0.9]] * 3, texts=texts)
    table = arcs(scores, corpus, count="stories", **SETTINGS)
    assert table["n_documents"].tolist() == [1, 1]
    assert "Counted once a story: 2 later near-copies are left out." in table.attrs["notes"]


def test_nothing_to_follow_is_missing():
    corpus = from_texts(["", "..."])
    table = arcs(score_sentences(corpus, analyzers=["tone"]), corpus, **SETTINGS)
    assert table["n_documents"].tolist() == [0, 0]
    assert table["polarity"].isna().all()


@pytest.mark.parametrize("n_parts", [1, 21])
def test_too_few_or_many_parts_are_an_error(scored, n_parts):
    scores, corpus = scored([[0.5]])
    with pytest.raises(UserError, match=f"n_parts = {n_parts} is outside 2 to 20; 5 is usual"):
        arcs(scores, corpus, n_parts=n_parts)
