import pandas as pd
import pytest
from sample_voices import sample_corpus, sample_key

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.voices.reuse import reuse, reused_quotations
from tenor.voices.tables import as_table


def made(texts, **columns):
    """Texts in which [ and ] stand around a quotation, as a corpus and the table of the quotations."""
    kinds = columns.pop("kind", ["direct"] * len(texts))
    own = {name: columns.pop(name) for name in ("speaker", "cue") if name in columns}
    columns.setdefault("source", ["Courier", "Lantern", "Herald", "Mercury"][: len(texts)])
    columns.setdefault("published", [f"2031-03-0{n + 1}" for n in range(len(texts))])
    plain = [text.replace("[", "").replace("]", "") for text in texts]
    corpus = from_texts(plain, **columns)
    rows = {
        "doc_id": corpus.documents["doc_id"],
        "start": [text.index("[") for text in texts],
        "end": [text.index("]") - 1 for text in texts],
        "kind": kinds,
    }
    return as_table(pd.DataFrame(rows | own)), corpus


def changes(texts, **columns):
    table = reused_quotations(*made(texts, **columns))
    return table[["change", "dropped", "added"]].fillna("").values.tolist()


def test_the_sample_changes_nothing_but_two_attributions():
    versions = reused_quotations(sample_key(), sample_corpus())
    assert set(versions["change"]) == {"first", "same"}
    table = reuse(versions)
    differ = table[table["speakers_differ"]].set_index("speakers")
    assert differ["first_source"].tolist() == ["Meridian Wire"] * 2
    assert differ.loc["Hugo Pell; a senior officer", "cues"] == (
        "Meridian Wire: told reporters; The Daily Flare: fumed; The Calderan Register: told reporters"
    )
    assert differ.loc["officials; Agnes Thole", "text"] == (
        "a second crest could reach the town by Friday morning"
    )
    assert table.loc[table["cues_differ"], "speakers"].tolist() == ["Hugo Pell; a senior officer"]


def test_the_sample_reuses_every_quotation_of_its_wire_copy_that_the_copies_keep():
    versions = reused_quotations(sample_key(), sample_corpus())
    firsts = versions.drop_duplicates("quotation")
    assert firsts["source"].eq("Meridian Wire").all()
    assert versions["is_copy"].tolist() == versions["change"].eq("same").tolist()
    crest = versions[versions["text"].str.startswith("a second crest")]
    assert "2031-04-04_flare_wall-of-water" not in crest["doc_id"].tolist()
    assert len(crest) == 3


@pytest.mark.parametrize(
    ("later", "change"),
    [
        ("[the old wall will hold until may], she said.", ["same", "", ""]),
        ("[The wall will hold until May.]", ["cut", "old", ""]),
        ("[The old wall will not hold until May.]", ["added", "", "not"]),
        ("[The old gate will hold until May.]", ["altered", "wall", "gate"]),
    ],
)
def test_a_version_is_the_same_cut_added_to_or_altered(later, change):
    assert changes(["[The old wall will hold until May.]", later]) == [["first", "", ""], change]


def test_straight_and_curly_apostrophes_are_the_same():
    found = changes(["[We don’t know who opened it.]", "[We don't know who opened it.]"])
    assert [row[0] for row in found] == ["first", "same"]


def test_similarity_is_the_share_of_words_that_the_other_has():
    quotations, corpus = made(["[The old wall will hold until May.]", "[The wall will hold until May.]"])
    table = reused_quotations(quotations, corpus)
    assert table["similarity"].tolist() == pytest.approx([1, 12 / 13])
    assert table["n_words"].tolist() == [7, 6]
    assert table["compared_with"].fillna("").tolist() == ["", corpus.documents["doc_id"][0]]


def test_the_first_is_the_earliest_published_whatever_the_order():
    texts = ["[The wall will hold until May.]", "[The old wall will hold until May.]"]
    table = reused_quotations(*made(texts, published=["2031-03-05", "2031-03-04"]))
    assert table["source"].tolist() == ["Lantern", "Courier"]
    assert table["change"].tolist() == ["first", "cut"]


def test_a_long_quotation_holds_pieces_that_share_nothing_among_themselves():
    wall, gate = "The old wall will hold until May.", "Nobody opened the upper gate by hand."
    table = reused_quotations(*made([f"[{wall}]", f"[{wall} {gate}]", f"[{gate}]"]))
    assert table["change"].tolist() == ["first", "added", "cut"]
    assert table["dropped"].fillna("").tolist() == ["", "", wall.rstrip(".")]
    assert table["compared_with"].iloc[2] == table["doc_id"].iloc[1]


@pytest.mark.parametrize(
    "texts",
    [
        ["[We will do it again.]", "[We will do it as we can and must and should.]"],
        ["[Nobody knows who.]", "[Nobody knows who.]"],
        ["[The rain came from the east.]", "[Boats left before the long night ended.]"],
    ],
    ids=["formula", "short", "other words"],
)
def test_what_shares_too_little_is_not_reused(texts):
    assert changes(texts) == []


def test_indirect_words_must_be_nearly_the_same():
    texts = ["[The old wall by the river will hold.]", "[The old wall by the river would fall.]"]
    assert len(changes(texts)) == 2
    assert changes(texts, kind=["direct", "indirect"]) == []
    nearly = [texts[0], "[the old wall by the river will hold out.]"]
    assert len(changes(nearly, kind=["direct", "indirect"])) == 2


def test_of_a_mixed_quotation_the_quoted_part_counts_if_it_is_long_enough():
    texts = [
        "[The old wall will hold until May.]",
        "[the mayor’s “old wall will hold until May” was no lie.]",
    ]
    assert changes(texts, kind=["direct", "mixed"])[1] == ["cut", "The", ""]
    texts = ["[a plan that nobody calls “a tax” today.]"] * 2
    assert [row[0] for row in changes(texts, kind=["mixed"] * 2)] == ["first", "same"]


def test_the_parts_of_a_split_quotation_are_one():
    text = "“The old wall,” she said, “will hold until the end of May.”"
    corpus = from_texts([text, "“The old wall will hold until the end of May.”"])
    spans = {"doc_id": ["0", "0", "1"], "start": [1, 27, 1], "end": [14, 58, 46]}
    table = as_table(pd.DataFrame(spans).assign(kind="direct"))
    table[["speaker_start", "cue_start"]] = pd.DataFrame({"a": [16, 16, None], "b": [20, 20, None]}).astype(
        "Int64"
    )
    found = reused_quotations(table, corpus)
    assert found["change"].tolist() == ["first", "same"]
    assert found[["start", "end"]].values.tolist() == [[1, 58], [1, 46]]
    assert found["text"].iloc[0] == "The old wall, … will hold until the end of May."


def test_a_quotation_repeated_in_one_document_alone_is_not_reused():
    corpus = from_texts(["The wall will hold until May. The wall will hold until May."])
    spans = {"doc_id": ["0", "0"], "start": [0, 30], "end": [29, 59], "kind": ["direct"] * 2}
    assert reused_quotations(as_table(pd.DataFrame(spans)), corpus).empty


def test_near_copies_are_marked_and_counted():
    quotations, corpus = made(["[The wall will hold until May.]"] * 3, speaker=["Orr", pd.NA, "Orr"])
    corpus.documents["cluster"] = pd.array(["0", "0", "2"], dtype="string")
    versions = reused_quotations(quotations, corpus)
    assert versions["is_copy"].tolist() == [False, True, False]
    row = reuse(versions).iloc[0]
    assert row[["n_documents", "n_copies", "n_sources"]].tolist() == [3, 1, 3]
    assert row["speakers"] == "Orr"
    assert not row["speakers_differ"]


def test_another_column_than_the_source_can_part_the_documents():
    quotations, corpus = made(["[The wall will hold until May.]"] * 2, section=["City", "Sport"])
    versions = reused_quotations(quotations, corpus, by="section")
    assert versions["section"].tolist() == ["City", "Sport"]
    assert reuse(versions, by="section")["n_sections"].tolist() == [2]
    with pytest.raises(UserError, match="'sections' is no column"):
        reused_quotations(quotations, corpus, by="sections")


def test_without_quotations_or_documents_the_tables_keep_their_columns():
    quotations, corpus = made(["[The wall will hold until May.]"] * 2)
    full = reused_quotations(quotations, corpus)
    for empty in (
        reused_quotations(quotations.head(0), corpus),
        reused_quotations(quotations, corpus.take([])),
    ):
        assert empty.dtypes.equals(full.dtypes)
        assert reuse(empty).dtypes.equals(reuse(full).dtypes)


def test_notes_count_what_is_compared_and_what_is_too_short():
    texts = ["[The wall will hold until May.]", "[The wall will hold until May.]", "[No.]"]
    notes = reused_quotations(*made(texts)).attrs["notes"]
    assert notes[0].startswith("1 quotation in more than one document, of 2 compared")
    assert "1 quotation of fewer than 5 words not compared." in notes
