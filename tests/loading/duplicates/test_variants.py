"""The tables of versions, on the sample's agency reports (its README lists the changes) and small texts."""

from pathlib import Path

import pandas as pd
import pytest
from near_copies import mark_clusters

from tenor.corpus import Corpus, from_texts
from tenor.errors import UserError
from tenor.loading import open_corpus, variants, versions

SAMPLE = Path(__file__).resolve().parents[3] / "data" / "sample" / "articles"

# The changes of each later version: what, how many words, and how the passages begin.
CUT, ADDED, REATTRIBUTED = "cut", "added", "re-attributed"
CHANGES = {
    "2031-03-03_meridian_dockers-walk-out": {
        "2031-03-04_ledger_port-sella-stoppage-day-one": [(ADDED, 16, "", "Shares in Sella Terminals")],
        "2031-03-04_register_strike-closes-port-sella": [(CUT, 51, "Port Sella handled 62 per cent", "")],
    },
    "2031-03-14_meridian_museum-theft": {
        "2031-03-15_flare_crown-jewel-thieves": [
            (REATTRIBUTED, 4, '"They knew what they wanted', '"They knew what they wanted'),
            (CUT, 20, "Police asked anyone who saw a grey van", ""),
        ],
        "2031-03-15_register_salt-crown-stolen": [(CUT, 51, "The crown was insured for 38 million", "")],
    },
    "2031-04-03_meridian_ilmer-flood": {
        "2031-04-04_flare_wall-of-water": [
            (CUT, 91, "Rain gauges in the upper valley", ""),
            (ADDED, 17, "", "Were you caught in the flood?"),
        ],
        "2031-04-04_lantern_flood-special": [
            (REATTRIBUTED, 7, "Officials warned that a second", "The mayor of Port Sella, Agnes"),
            (CUT, 15, "The army sent 900 soldiers", ""),
        ],
        "2031-04-04_ledger_ilmer-flood-toll": [],
    },
    "2031-04-17_meridian_sandpiper-launch": {
        "2031-04-18_ledger_sandpiper-launch": [(CUT, 41, "“I never said, ‘Scrap it,’” Mr. Hask", "")],
        "2031-04-18_register_sandpiper-in-orbit": [],
    },
    "2031-04-24_meridian_river-talks": {
        "2031-04-25_flare_dam-deal": [(CUT, 77, "Dr. Nadia Feld, who advised", "")],
        "2031-04-29_lantern_accord-eleven-funerals": [(ADDED, 16, "", "The DL's flood fund has now paid")],
    },
    "2031-05-09_meridian_beacon-largest-party": {
        "2031-05-10_ledger_hung-parliament": [
            (CUT, 27, "Ilse Varn, the harbour minister", ""),
            (ADDED, 17, "", "The dral slipped 0.4 per cent"),
        ],
        "2031-05-10_register_hask-short-of-majority": [(CUT, 12, "People close to the Alliance", "")],
    },
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Corpus:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TENOR_ROOT", str(tmp_path_factory.mktemp("project")))
        return open_corpus(SAMPLE)


@pytest.fixture
def wire() -> Corpus:
    """A report, a copy without its last sentence, and one of another day; and a text of its own."""
    report = "The dam holds, and the river falls. It rained all night in the upper valley. Kell waits."
    texts = [report, report.removesuffix(" Kell waits."), report, "Fourteen ships waited outside the port."]
    days = ["2031-03-04", "2031-03-05", "2031-03-06", "2031-03-01"]
    ids = ["wire", "copy", "late", "other"]
    return mark_clusters(from_texts(texts, doc_id=ids, published=days, source=["W", "C", "L", "W"]))


def begins(passage: str | None, start: str) -> bool:
    return passage.startswith(start) if start else pd.isna(passage)


def test_the_sample_holds_the_clusters_of_its_agency_reports(sample):
    shared = sample.documents.groupby("cluster")["doc_id"].apply(set)
    assert shared[shared.map(len) > 1].to_dict() == {
        earliest: {earliest, *later} for earliest, later in CHANGES.items()
    }


def test_the_changes_made_to_the_agency_reports_are_told(sample):
    table = variants(sample)
    wanted = [
        (earliest, later, *change)
        for earliest, versions_of in sorted(CHANGES.items(), key=lambda entry: -len(entry[1]))
        for later, changes in versions_of.items()
        for change in changes
    ]
    for row, (cluster, doc_id, change, n_words, earliest_text, text) in zip(
        table.itertuples(), wanted, strict=True
    ):
        assert (row.cluster, row.doc_id, row.change, row.n_words) == (cluster, doc_id, change, n_words)
        assert begins(row.earliest_text, earliest_text)
        assert begins(row.text, text)


def test_straight_marks_for_curly_ones_are_a_footnote(sample):
    notes = variants(sample, "2031-04-03_meridian_ilmer-flood").attrs["notes"]
    assert notes[0].startswith("3 later versions; 1 have the words of the earliest text and no others.")
    assert notes[1].startswith("Not listed: 5 sentences that differ in marks")


def test_passages_are_those_of_the_texts(sample):
    table = variants(sample)
    numbers = dict(zip(sample.documents["doc_id"], sample.documents.index, strict=True))
    for row in table.itertuples():
        assert pd.isna(row.text) or row.text in sample.text(numbers[row.doc_id])
        assert pd.isna(row.earliest_text) or row.earliest_text in sample.text(numbers[row.cluster])


def test_shares_of_a_version_by_hand(wire):
    # The report has 17 words, of which the copy lacks "Kell waits".
    table = versions(wire).set_index("doc_id")
    assert table.index.tolist() == ["copy", "late"]
    assert table.loc["copy", ["n_words", "containment"]].tolist() == [15, 1]
    assert table.loc["copy", ["kept_share", "cut_share", "added_share"]].tolist() == pytest.approx(
        [15 / 17, 2 / 17, 0]
    )
    assert table.loc["late", ["kept_share", "cut_share", "added_share"]].tolist() == [1, 0, 0]
    assert table["similarity"].tolist() == wire.documents["similarity"][[1, 2]].tolist()


def test_shares_agree_with_the_differences(sample):
    table, listed = versions(sample), variants(sample)
    n_cut = listed[listed["change"] == "cut"].groupby("doc_id")["n_words"].sum()
    plain = ~table["doc_id"].isin(listed.loc[listed["change"] == "re-attributed", "doc_id"])
    n_earliest = table["cluster"].map(sample.documents.set_index("doc_id")["n_words"])
    wanted = (table["doc_id"].map(n_cut).fillna(0) / n_earliest)[plain]
    assert table.loc[plain, "cut_share"].tolist() == pytest.approx(wanted.tolist())
    assert table["n_reattributed"].sum() == 2
    assert table["n_altered"].sum() == 0


def test_rows_stand_by_cluster_and_then_by_day():
    dam, port = "The dam holds and the river falls again.", "Fourteen ships waited outside the port today."
    texts = {
        "b": port,
        "a": dam,
        "z": f"{dam} It rains.",
        "y": f"{port} It rains.",
        "x": f"{dam} Kell waits.",
    }
    days = ["2031-03-01", "2031-03-02", "2031-03-05", "2031-03-04", "2031-03-03"]
    corpus = mark_clusters(from_texts(list(texts.values()), doc_id=list(texts), published=days))
    wanted = [("a", "x"), ("a", "z"), ("b", "y")]
    for table in (variants(corpus), versions(corpus)):
        assert list(zip(table["cluster"], table["doc_id"], strict=True)) == wanted


def test_moved_sentences_are_a_footnote():
    texts = [
        "It rains again. The dam holds and the river falls.",
        "The dam holds and the river falls. It rains again.",
    ]
    table = variants(mark_clusters(from_texts(texts)))
    assert table.empty
    assert "and 1 that stand in another place" in table.attrs["notes"][1]


def test_one_cluster_may_be_asked_for(sample):
    name = "2031-04-24_meridian_river-talks"
    assert variants(sample, name)["cluster"].unique().tolist() == [name]


def test_the_earliest_text_may_lie_outside_the_selection(wire):
    table = variants(wire.select(sources=["C"]))
    assert table[["doc_id", "change", "earliest_text"]].values.tolist() == [["copy", "cut", "Kell waits."]]
    assert table.attrs["notes"][-1].startswith("The earliest text of 1 clusters is outside")
    assert len(versions(wire.select(sources=["C"]))) == 1


def test_a_cluster_that_is_none_is_an_error(wire):
    with pytest.raises(UserError, match=r"'wires' is no cluster .*did you mean 'wire'"):
        variants(wire, "wires")
    with pytest.raises(UserError, match="'other' is no cluster with a later member"):
        variants(wire, "other")


def test_texts_without_words_have_no_shares():
    corpus = from_texts(["", ""])
    corpus.documents["cluster"] = "0"
    assert variants(corpus).empty
    assert versions(corpus)[["kept_share", "cut_share", "added_share"]].isna().all(axis=None)


def test_a_corpus_without_copies_gives_empty_tables():
    corpus = mark_clusters(from_texts(["The dam holds.", "It rained all night."]))
    for table in (variants(corpus), versions(corpus)):
        assert table.empty
        assert table.attrs["row"].startswith("one row is")


def test_only_the_largest_clusters_are_compared(sample):
    table, all_of_them = variants(sample, n_clusters=1), variants(sample)
    assert table["cluster"].unique().tolist() == ["2031-04-03_meridian_ilmer-flood"]
    assert table.attrs["notes"][-1] == "5 smaller clusters are not compared; n_clusters = ... asks for more."
    assert "smaller" not in "".join(all_of_them.attrs["notes"])
    assert len(versions(sample, n_clusters=1)) == 3
