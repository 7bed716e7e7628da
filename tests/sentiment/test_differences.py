import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.errors import UserError
from tenor.sentiment import differences

SETTINGS = {"n_resamples": 200}
SAID, TOLD = "direct", "narration"
MEASURES = ["difference", "low", "high", "p_permutation", "p_adjusted"]


@pytest.fixture
def three(scored):
    """Three sources of six documents each, of which Courier lies apart."""
    documents = [[base + i / 50] for base in (0.6, -0.1, -0.08) for i in range(6)]
    return scored(documents, source=["Courier"] * 6 + ["Lantern"] * 6 + ["Tide"] * 6)


def test_every_pair_of_groups_has_a_row(three):
    table = differences(*three, **SETTINGS)
    assert table[["source", "other"]].values.tolist() == [
        ["Courier", "Lantern"],
        ["Courier", "Tide"],
        ["Lantern", "Tide"],
    ]
    np.testing.assert_allclose(table["difference"], [0.7, 0.68, -0.02])
    assert (table["low"] > 0).tolist() == [True, True, False]
    assert (table["p_permutation"] < 0.05).tolist() == [True, True, False]
    np.testing.assert_allclose(table["p_adjusted"].max(), table["p_permutation"].max())
    assert (table["p_adjusted"] >= table["p_permutation"]).all()


def test_groups_against_a_reference_and_against_the_rest(three):
    table = differences(*three, reference="Tide", **SETTINGS)
    assert table[["source", "other"]].values.tolist() == [["Courier", "Tide"], ["Lantern", "Tide"]]
    rest = differences(*three, reference="rest", **SETTINGS)
    assert rest["other"].tolist() == ["rest"] * 3
    assert rest["n_documents_other"].tolist() == [12] * 3
    np.testing.assert_allclose(rest["difference"], [0.65 + 0.04, -0.05 - 0.31, -0.03 - 0.3])


def test_rest_counts_a_document_once_whatever_speakers_it_has(spoken):
    both = [(0.2, SAID, "Orr"), (0.4, SAID, "Kell"), (0.8, SAID, "Pell")]
    scores, corpus = spoken([both] * 5)
    table = differences(scores, corpus, by="speaker", reference="rest", **SETTINGS).set_index("speaker")
    assert table.loc["Orr", "n_documents_other"] == 5
    np.testing.assert_allclose(table.loc["Orr", "difference"], 0.2 - 0.6)


def test_rest_weighs_the_sentences_of_a_document_alike(spoken):
    speakers = [("Orr", 0.1), ("Kell", 0.2), ("Kell", 0.4), ("Pell", 0.9)]
    scores, corpus = spoken([[(score, SAID, name) for name, score in speakers]] * 5)
    table = differences(scores, corpus, by="speaker", reference="rest", **SETTINGS).set_index("speaker")
    assert table.loc["Orr", "difference"] == pytest.approx(0.1 - 1.5 / 3)


def test_rest_is_that_of_the_same_group(scored):
    beats = {"a": [0.1, 0.5], "b": [0.9, 0.2]}
    documents = [[scores[i % 2]] for scores in beats.values() for i in range(10)]
    metadata = {"beat": ["a"] * 10 + ["b"] * 10, "source": ["Courier", "Lantern"] * 10}
    table = differences(*scored(documents, **metadata), by=["beat", "source"], reference="rest", **SETTINGS)
    assert table["beat"].tolist() == ["a", "a", "b", "b"]
    np.testing.assert_allclose(table["difference"], [-0.4, 0.4, 0.7, -0.7])


def test_documents_without_a_score_do_not_count(scored):
    documents = [[0.5]] * 5 + [[None]] * 2 + [[0.1]] * 5
    table = differences(*scored(documents, source=["Lantern"] * 7 + ["Tide"] * 5), **SETTINGS)
    assert table.loc[0, ["n_documents", "n_documents_other"]].tolist() == [5, 5]
    assert table.loc[0, "difference"] == pytest.approx(0.4)


def test_voices_are_compared_within_documents(spoken):
    # A document that is only narration does not count, however high it scores.
    documents = [[(i / 10, TOLD), (i / 10 - 0.2 - i / 100, SAID)] for i in range(6)] + [[(1.0, TOLD)]]
    table = differences(*spoken(documents), by="voice", **SETTINGS)
    assert table.loc[0, ["voice", "other"]].tolist() == [SAID, TOLD]
    assert table.loc[0, ["n_documents", "n_documents_other"]].tolist() == [6, 6]
    assert table.loc[0, "difference"] == pytest.approx(-0.225)
    assert -0.26 < table.loc[0, "low"] < table.loc[0, "high"] < -0.19
    assert table.loc[0, "p_permutation"] == pytest.approx(2 / 64, abs=0.03)


def test_voices_within_each_source(spoken):
    documents = [[(0.1, TOLD), (0.1 + i / 10, SAID)] for i in range(10)]
    scores, corpus = spoken(documents, source=["Lantern"] * 5 + ["Courier"] * 5)
    table = differences(scores, corpus, by=["source", "voice"], **SETTINGS)
    assert table[["source", "voice", "other"]].values.tolist() == [
        ["Courier", SAID, TOLD],
        ["Lantern", SAID, TOLD],
    ]
    np.testing.assert_allclose(table["difference"], [0.7, 0.2])


def test_sources_within_each_voice(spoken):
    documents = [[(0.1, TOLD), (i / 10, SAID)] for i in range(10)]
    scores, corpus = spoken(documents, source=["Lantern"] * 5 + ["Courier"] * 5)
    table = differences(scores, corpus, by=["voice", "source"], **SETTINGS)
    assert table["voice"].tolist() == [TOLD, SAID]
    assert table["source"].tolist() == ["Courier", "Courier"]
    np.testing.assert_allclose(table["difference"], [0, 0.5])


def test_few_stories_say_nothing_and_are_counted(scored):
    texts = [f"Sentence about dam number {min(i, 4)}." for i in range(12)]
    texts[4:8] = ["A sentence about the quay."] * 4
    scores, corpus = scored([[i / 10] for i in range(12)], texts=texts, source=["Lantern"] * 6 + ["Tide"] * 6)
    table = differences(scores, corpus, **SETTINGS)
    assert table.loc[0, ["n_documents", "n_documents_other"]].tolist() == [6, 6]
    assert table[MEASURES].isna().all(axis=None)
    assert (
        "Nothing is said in 1 of 1 rows: a group has fewer than 5 stories with a score."
        in table.attrs["notes"]
    )


def test_a_story_in_both_groups_is_drawn_for_both(scored):
    # The same ten stories in both sources, one 0.1 above the other: nothing is left to chance.
    texts = [f"Sentence about dam number {i % 10}." for i in range(20)]
    documents = [[i % 10 / 10 + (0.1 if i < 10 else 0)] for i in range(20)]
    scores, corpus = scored(documents, texts=texts, source=["Lantern"] * 10 + ["Tide"] * 10)
    table = differences(scores, corpus, **SETTINGS)
    np.testing.assert_allclose(table[["difference", "low", "high"]], [[0.1, 0.1, 0.1]])


def test_stories_counted_once(scored):
    texts = [f"Sentence about dam number {max(i - 4, 0)}." for i in range(10)]
    texts += [text.replace("dam", "quay") for text in texts]
    scores, corpus = scored(
        [[0.5]] * 5 + [[0.2]] * 5 + [[0.0]] * 10, texts=texts, source=["Lantern"] * 10 + ["Tide"] * 10
    )
    table = differences(scores, corpus, count="stories", **SETTINGS)
    assert table.loc[0, ["n_documents", "n_documents_other"]].tolist() == [6, 6]
    assert table.loc[0, "difference"] == pytest.approx((0.5 + 5 * 0.2) / 6)
    assert "Counted once a story: 8 later near-copies are left out." in table.attrs["notes"]


def test_few_permutations_for_many_pairs_are_told(scored):
    documents = [[i % 7 / 10] for i in range(40)]
    scores, corpus = scored(documents, source=[f"Paper {i % 8}" for i in range(40)])
    notes = differences(scores, corpus, n_resamples=100).attrs["notes"]
    assert any("28 pairs and 100 permutations p_adjusted cannot fall below 0.28" in note for note in notes)


def test_nothing_to_compare(scored):
    scores, corpus = scored([[0.5]], source=["Courier"])
    for reference in (None, "rest", "Courier"):
        table = differences(scores, corpus, reference=reference, **SETTINGS)
        assert table.columns.tolist() == [
            *["source", "other", "analyzer", "n_documents", "n_documents_other"],
            *MEASURES,
        ]
        assert len(table) == 0
        assert "There are no two groups to compare." in table.attrs["notes"]


def test_wrong_settings_are_errors(scored):
    scores, corpus = scored([[0.5]], source=["Courier"])
    with pytest.raises(UserError, match=r"by = None makes no groups to compare; name a column"):
        differences(scores, corpus, by=None)
    with pytest.raises(
        UserError, match=r"reference = 'Curier' is not one of 'Courier', 'rest'; did you mean"
    ):
        differences(scores, corpus, reference="Curier")
    with pytest.raises(UserError, match=r"by = 'other' is also the name of a column"):
        differences(scores, corpus, by="other")
    with pytest.raises(UserError, match=r"n_resamples = 5 is too small"):
        differences(scores, corpus, n_resamples=5)


polarities = st.lists(st.integers(-10, 10).map(lambda n: n / 10), min_size=5, max_size=8)


@settings(max_examples=25)
@given(polarities, polarities)
def test_exchanged_groups_differ_the_other_way(scored, first, second):
    sources = ["Courier"] * len(first) + ["Lantern"] * len(second)
    scores, corpus = scored([[x] for x in first + second], source=sources)
    one = differences(scores, corpus, reference="Lantern", n_resamples=100).iloc[0]
    other = differences(scores, corpus, reference="Courier", n_resamples=100).iloc[0]
    assert one["difference"] == -other["difference"]
    np.testing.assert_allclose([one["low"], one["high"]], [-other["high"], -other["low"]], atol=1e-12)
    assert one["p_permutation"] == other["p_permutation"]


@settings(max_examples=25)
@given(polarities, polarities)
def test_a_shift_of_all_scores_changes_nothing(scored, first, second):
    sources = ["Courier"] * len(first) + ["Lantern"] * len(second)
    scores, corpus = scored([[x / 2] for x in first + second], source=sources)
    one = differences(scores, corpus, n_resamples=100)[MEASURES]
    moved = scores.assign(polarity=scores["polarity"] + 0.25)
    np.testing.assert_allclose(differences(moved, corpus, n_resamples=100)[MEASURES], one, atol=1e-9)


def test_seeds(three):
    bounds = [differences(*three, seed=seed, **SETTINGS)["low"].tolist() for seed in (1, 1, 2)]
    assert bounds[0] == bounds[1] != bounds[2]
