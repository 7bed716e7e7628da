import pandas as pd
import pytest
from sample_voices import sample_corpus, sample_key

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.voices.annotation import annotate
from tenor.voices.tables import as_table


def made(texts, rows, **columns):
    """Texts as a corpus with the quotations `rows`: document, start, end, kind, speaker."""
    names = ["doc_id", "start", "end", "kind", "speaker"]
    table = as_table(pd.DataFrame(rows, columns=names))
    corpus = from_texts(texts, **columns)
    return table, corpus.with_quotations(table) if len(table) else corpus


def test_the_stretches_of_a_document_are_its_text():
    corpus = sample_corpus()
    table = annotate(sample_key(), corpus, corpus.documents["doc_id"].tolist())
    texts = table.groupby("doc_id")["text"].agg("".join)
    ids = corpus.documents["doc_id"]
    assert [texts[name] for name in ids] == [corpus.text(number) for number in range(len(ids))]
    assert (table["text"].str.len() == table["end"] - table["start"]).all()


def test_a_mixed_quotation_has_two_voices_and_a_cue_and_a_name_their_roles():
    text = "Orr called the plan “a tax” again."
    table, corpus = made([text], [("0", 11, 27, "mixed", "Ilse Orr")])
    told = {"speaker_start": 0, "speaker_end": 3, "cue_start": 4, "cue_end": 10}
    found = annotate(table.assign(**told).astype(dict.fromkeys(told, "Int64")), corpus)
    assert found[["voice", "speaker", "role", "text"]].fillna("").values.tolist() == [
        ["narration", "", "speaker", "Orr"],
        ["narration", "", "", " "],
        ["narration", "", "cue", "called"],
        ["narration", "", "", " "],
        ["indirect", "Ilse Orr", "", "the plan "],
        ["direct", "Ilse Orr", "", "“a tax”"],
        ["narration", "", "", " again."],
    ]
    assert found["quotation"].fillna(0).tolist() == [1, 0, 1, 0, 1, 1, 0]


def test_boilerplate_is_told():
    found = annotate(sample_key(), sample_corpus(), ["2031-03-03_meridian_dockers-walk-out"])
    assert found.loc[found["voice"] == "boilerplate", "text"].tolist() == ["PORT SELLA (Meridian Wire) — "]


def test_documents_are_those_of_most_speakers_one_of_a_source_and_of_a_text():
    rows = [("0", 0, 2, "direct", "A"), ("1", 0, 2, "direct", "A"), ("1", 3, 5, "direct", "B")]
    rows += [("2", 0, 2, "direct", "A"), ("2", 3, 5, "direct", "A"), ("3", 0, 2, "direct", "C")]
    table, corpus = made(["ab cd ef"] * 4, rows, source=["Courier", "Courier", "Lantern", "Herald"])
    corpus.documents["cluster"] = pd.array(["0", "1", "2", "2"], dtype="string")
    assert annotate(table, corpus)["doc_id"].unique().tolist() == corpus.documents["doc_id"][[1, 2]].tolist()
    assert annotate(table, corpus, n=1)["doc_id"].nunique() == 1


def test_wrong_settings_are_told():
    table, corpus = made(["It rains."], [("0", 0, 2, "direct", "A")])
    with pytest.raises(UserError, match="documents = '7'"):
        annotate(table, corpus, ["7"])
    with pytest.raises(UserError, match="n = 0 is no number of documents"):
        annotate(table, corpus, n=0)


def test_without_quotations_or_documents_the_table_keeps_its_columns():
    table, corpus = made(["It rains."], [("0", 0, 2, "direct", "A")])
    full = annotate(table, corpus)
    for empty in (annotate(table.head(0), corpus), annotate(table, corpus.take([]))):
        assert empty.empty
        assert empty.dtypes.equals(full.dtypes)
