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


def test_groups_are_rarefied_to_the_smallest_with_enough_stories():
    # Courier: 5 quotations of 2 speakers in 5 stories; Lantern: 10 of 2; Post: too few stories.
    documents = [[orr()]] * 4 + [[TULL]] + [[orr(), TULL]] * 5 + [[orr()]]
    sources = ["Courier"] * 5 + ["Lantern"] * 5 + ["Post"]
    table = source_diversity(*quoting(documents, source=sources)).set_index("source")
    rarefied = table["rarefied_speakers"]
    assert rarefied["Courier"] == pytest.approx(2)
    # Of 252 draws of 5 out of 5 and 5, 2 hold one speaker only.
    assert rarefied["Lantern"] == pytest.approx(2 - 2 / 252)
    assert np.isnan(rarefied["Post"])


def test_an_interval_holds_its_number_and_needs_five_stories():
    row = measure([[orr(), TULL], [orr()], [DAM], [orr()], [TULL]])
    assert 1 <= row["low"] < row["effective_speakers"] < row["high"]
    assert np.isnan(measure([[orr(), TULL]] * 4)["low"])


def test_an_interval_is_the_same_beside_other_groups():
    documents = [[orr(), TULL], [orr()], [DAM], [orr()], [TULL]]
    alone = source_diversity(*quoting(documents, source=["Courier"] * 5))
    beside = source_diversity(*quoting(documents + [[orr()]] * 6, source=["Courier"] * 5 + ["Post"] * 6))
    assert beside.loc[0, ["low", "high"]].tolist() == alone.loc[0, ["low", "high"]].tolist()


def test_copies_are_one_story():
    quotations, corpus = quoting([[orr(), TULL]] * 6)
    corpus.documents["cluster"] = "0"
    assert np.isnan(source_diversity(quotations, corpus, by=None).loc[0, "low"])
    table = source_diversity(quotations, corpus, by=None, count="stories")
    assert table["n_quotations"].tolist() == [2]


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
