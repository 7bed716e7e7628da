import numpy as np
import pytest
from quoting_texts import of, quoting

from tenor.errors import UserError
from tenor.voices import reporting_verbs, verb_stances

SAID, CLAIMED = of("Orr"), of("Tull", cue="claimed")
# Each of 6 documents of the Courier says once and claims once; the Lantern says twice.
DOCUMENTS = [[SAID, CLAIMED]] * 6 + [[SAID, SAID]] * 6
SOURCES = ["Courier"] * 6 + ["Lantern"] * 6


def test_shares_in_a_group_and_elsewhere():
    table = reporting_verbs(*quoting(DOCUMENTS, source=SOURCES), n_resamples=200)
    columns = ["source", "verb", "stance", "n_cues", "n_documents", "share", "share_elsewhere"]
    assert table[columns].to_numpy().tolist() == [
        ["Courier", "claim", "doubt", 6, 6, 0.5, 0.0],
        ["Courier", "say", "neutral", 6, 6, 0.5, 1.0],
        ["Lantern", "say", "neutral", 12, 6, 1.0, 0.5],
    ]
    assert table["difference"].tolist() == [0.5, -0.5, 0.5]


def test_an_interval_holds_the_difference():
    documents = [[SAID, CLAIMED], [SAID], [CLAIMED]] * 3 + [[SAID, SAID, CLAIMED], [SAID]] * 3
    sources = ["Courier"] * 9 + ["Lantern"] * 6
    table = reporting_verbs(*quoting(documents, source=sources))
    assert (table["low"] < table["difference"]).all()
    assert (table["difference"] < table["high"]).all()


def test_an_interval_needs_five_stories_on_both_sides():
    table = reporting_verbs(*quoting(DOCUMENTS, source=["Courier"] * 8 + ["Lantern"] * 4))
    assert table["low"].isna().all()


def test_without_groups_nothing_is_compared():
    table = reporting_verbs(*quoting(DOCUMENTS), by=None)
    assert table["verb"].tolist() == ["say", "claim"]
    assert table["share"].tolist() == [0.75, 0.25]
    assert table[["share_elsewhere", "difference", "low"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("by", "names"), [("speaker", ["Orr", "Tull"]), ("speaker_kind", ["body", "person"])]
)
def test_groups_of_quotations(by, names):
    documents = [[of("Orr", speaker_kind="body"), of("Tull", cue="claimed", speaker_kind="person"), of(None)]]
    table = reporting_verbs(*quoting(documents), by=by)
    assert table[[by, "verb"]].to_numpy().tolist() == [[names[0], "say"], [names[1], "claim"]]
    assert f"1 of 3 cues have no {by} and are left out." in table.attrs["notes"]


def test_only_the_commonest_verbs_and_the_largest_groups_are_shown():
    documents = [[SAID, SAID, CLAIMED], [CLAIMED], [SAID, CLAIMED]]
    table = reporting_verbs(*quoting(documents, source=["a", "b", "c"]), n=1, n_groups=2)
    assert table[["source", "verb"]].to_numpy().tolist() == [["a", "say"], ["c", "claim"]]
    # The share elsewhere is that of all other groups, shown or not.
    assert table["share_elsewhere"].tolist() == [1 / 3, 0.5]
    notes = table.attrs["notes"]
    assert "Not shown: 1 further group, with fewer cues." in notes
    assert "Not shown: 2 rows of rarer verbs." in notes


def test_quotations_without_a_cue_are_counted():
    table = reporting_verbs(*quoting([[SAID, of("Orr", cue=None)]]), by=None)
    assert "1 of 2 quotations have no cue." in table.attrs["notes"]


def test_stances_of_a_group():
    table = verb_stances(*quoting(DOCUMENTS, source=SOURCES), n_resamples=200)
    courier = table[table["source"] == "Courier"]
    assert courier["stance"].tolist() == ["neutral", "doubt", "concession", "force", "assent", "other"]
    assert courier["n_cues"].tolist() == [6, 6, 0, 0, 0, 0]
    assert courier["share"].sum() == 1
    assert table["low"].notna().all()


@pytest.mark.parametrize("measure", [reporting_verbs, verb_stances])
def test_no_quotations(measure):
    for by in (None, "source", "speaker"):
        table = measure(*quoting([[], []], source=["Lantern", "Courier"]), by=by)
        assert table["n_cues"].sum() == 0
        assert np.isnan(table["share"].to_numpy(float)).all()


@pytest.mark.parametrize("settings", [{"n": 0}, {"by": "verb"}, {"by": "colour"}, {"n_resamples": 1}])
def test_bad_settings(settings):
    with pytest.raises(UserError):
        reporting_verbs(*quoting([[SAID]]), **settings)
