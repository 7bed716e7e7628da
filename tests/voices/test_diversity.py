import numpy as np
import pandas as pd
import pytest
from quoting_texts import of, quoting

from tenor.errors import UserError
from tenor.voices import source_diversity


def orr(**further) -> dict:
    return of("Orr", speaker_kind="person", **further)


TULL, DAM = of("Tull", speaker_kind="person"), of("Dam Office", speaker_kind="body")
CROWD, UNNAMED = of("police", speaker_kind="group"), of("a spokesman", speaker_kind="unnamed")


def measure(documents: list, **settings) -> pd.Series:
    return source_diversity(*quoting(documents), by=None, **settings).iloc[0]


def test_numbers_of_speakers():
    row = measure([[orr(), orr(), orr(), TULL]])
    assert (row["n_documents"], row["n_quotations"], row["n_named"], row["n_speakers"]) == (1, 4, 4, 2)
    assert row["effective_speakers"] == pytest.approx(1.754765, abs=1e-6)
    assert row["effective_speakers_2"] == pytest.approx(1.6)
    assert (row["top_speaker"], row["top_share"]) == ("Orr", 0.75)


def test_crowds_and_unnamed_sources_are_no_speakers():
    row = measure([[orr(), DAM, CROWD, UNNAMED, of(None)]])
    assert (row["n_quotations"], row["n_named"], row["n_speakers"]) == (5, 2, 2)
    assert row["unnamed_share"] == 0.25


def test_officials_are_a_share_of_those_of_whom_it_is_known():
    row = measure([[orr(is_official=True), of("Tull", is_official=False), of("Kell")]])
    assert row["official_share"] == 0.5


# 20 quotations in 5 stories: 15 of Orr, 5 of Tull.
FIVE_STORIES = [[orr(), orr(), orr(), TULL]] * 5


def test_groups_are_rarefied_to_the_smallest_that_is_large_enough():
    # Lantern has 40 quotations of the same two in 10 stories; Post too few stories, Herald quotations.
    documents = FIVE_STORIES * 3 + [[orr()] * 30] + [[orr()]] * 9
    sources = ["Courier"] * 5 + ["Lantern"] * 10 + ["Post"] + ["Herald"] * 9
    table = source_diversity(*quoting(documents, source=sources)).set_index("source")
    rarefied = table["rarefied_speakers"]
    assert rarefied["Courier"] == pytest.approx(table.loc["Courier", "effective_speakers"])
    # Any five of its stories are as Courier's.
    assert rarefied["Lantern"] == pytest.approx(rarefied["Courier"])
    assert table.loc[["Post", "Herald"], ["rarefied_speakers", "low", "high"]].isna().all(axis=None)
    assert any("the effective speakers of 20 quotations" in note for note in table.attrs["notes"])


def test_an_interval_holds_its_number():
    row = measure([*FIVE_STORIES, [DAM], [orr()]])
    assert row["rarefied_speakers"] == pytest.approx(row["effective_speakers"])
    assert 1 <= row["low"] < row["rarefied_speakers"] < row["high"]


def test_a_reach_is_the_same_beside_other_groups():
    documents = [*FIVE_STORIES, [DAM] * 5, [orr()]]
    alone = source_diversity(*quoting(documents, source=["Courier"] * 7))
    beside = source_diversity(*quoting(documents + FIVE_STORIES, source=["Courier"] * 7 + ["Post"] * 5))
    assert beside.loc[0, "rarefied_speakers"] < alone.loc[0, "rarefied_speakers"]
    reach = [table.loc[0, "high"] / table.loc[0, "rarefied_speakers"] for table in (alone, beside)]
    assert reach[0] == pytest.approx(reach[1])


def test_copies_are_one_story():
    quotations, corpus = quoting([[orr(), TULL, TULL, TULL]] * 6)
    corpus.documents["cluster"] = "0"
    assert np.isnan(source_diversity(quotations, corpus, by=None).loc[0, "low"])
    table = source_diversity(quotations, corpus, by=None, count="stories")
    assert table["n_quotations"].tolist() == [4]


def test_a_group_without_named_speakers():
    row = measure([[UNNAMED]])
    assert (row["n_speakers"], row["unnamed_share"]) == (0, 1)
    assert row[["effective_speakers", "top_speaker", "top_share"]].isna().all()


def test_no_quotations():
    row = measure([[]])
    assert row["n_quotations"] == 0
    assert row[["official_share", "unnamed_share"]].isna().all()


@pytest.mark.parametrize("by", ["low", "colour", "speaker"])
def test_bad_groups(by):
    with pytest.raises(UserError, match=by):
        source_diversity(*quoting([[orr()]]), by=by)
