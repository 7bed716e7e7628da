import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.voices.speakers import correct, read_corrections
from tenor.voices.tables import as_table

CORPUS = from_texts(["It rains, Kell said. It snows, Orr said.", "The dam holds."])
FOUND = as_table(
    pd.DataFrame(
        {
            "doc_id": ["0", "0"],
            "start": [0, 21],
            "end": [8, 29],
            "kind": ["indirect"] * 2,
            "confidence": [0.5, 0.9],
        }
    )
)


def corrected(tmp_path, text):
    path = tmp_path / "mine.csv"
    path.write_text(text, "utf-8")
    return correct(FOUND, read_corrections(path), CORPUS)


def spans(table):
    return list(zip(table["doc_id"], table["start"], table["end"], table["speaker"].fillna(""), strict=True))


def test_a_row_takes_the_place_of_what_it_overlaps(tmp_path):
    table, notes = corrected(tmp_path, "doc_id,start,end,kind,speaker\n0,0,5,direct,Ned Kell\n")
    assert spans(table) == [("0", 0, 5, "Ned Kell"), ("0", 21, 29, "")]
    assert notes == ["Corrections applied: 1, in place of quotations found: 1."]


def test_none_takes_a_quotation_away(tmp_path):
    assert spans(corrected(tmp_path, "doc_id,start,end,kind\n0,0,8,none\n")[0]) == [("0", 21, 29, "")]


def test_a_row_where_nothing_was_found_adds_a_quotation(tmp_path):
    assert spans(corrected(tmp_path, "doc_id,start,end,kind\n1,0,13,direct\n")[0])[-1] == ("1", 0, 13, "")


def test_a_row_whose_text_is_another_now_is_not_applied_and_told(tmp_path):
    table, notes = corrected(tmp_path, "doc_id,start,end,kind,content\n0,0,8,direct,It hails\n")
    assert spans(table) == spans(FOUND)
    assert notes[-1] == "1 corrections were not applied, because their text is another now: 0 0–8."


def test_documents_that_are_not_there_are_counted(tmp_path):
    _, notes = corrected(tmp_path, "doc_id,start,end,kind\n0,0,8,none\n7,0,8,none\n")
    assert notes[-1] == "1 corrections are of documents that this corpus does not hold."


def test_without_a_file_all_stays():
    assert read_corrections("") is None
    assert correct(FOUND, None, CORPUS) == (FOUND, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("doc_id,start,end,kind\n0,0,8,maybe\n", "row 1: kind = 'maybe'"),
        ("doc_id,start,end,kind\n0,8,0,direct\n", "row 1: start"),
        ("start,end,kind\n0,8,direct\n", "lack doc_id"),
    ],
)
def test_mistakes_are_named(tmp_path, text, message):
    with pytest.raises(UserError, match=message):
        corrected(tmp_path, text)


def test_a_file_that_cannot_be_read_is_named():
    with pytest.raises(UserError, match=r"corrections = 'none\.csv' cannot be read"):
        read_corrections("none.csv")
