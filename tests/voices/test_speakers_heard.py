import pandas as pd
import pytest
from quoting_texts import of, quoting

from tenor.errors import UserError
from tenor.voices import speakers_heard

DOCUMENTS = [
    [of("Orr", n=2), of("Tull", n=4), of("Orr", n=1)],
    [of("Tull", n=2), of(None, n=1)],
]


def rows_of(table: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(table[["speaker", *columns]].itertuples(index=False, name=None))


def test_counts_of_each_speaker():
    table = speakers_heard(*quoting(DOCUMENTS))
    assert rows_of(table, "n_quotations", "n_words", "n_documents") == [("Tull", 2, 6, 2), ("Orr", 2, 3, 1)]
    assert table["share"].tolist() == [0.6, 0.3]


def test_the_first_and_the_last_word():
    table = speakers_heard(*quoting(DOCUMENTS))
    # In the second document nobody has the last word.
    assert rows_of(table, "first_word", "last_word") == [("Tull", 1, 0), ("Orr", 1, 1)]


def test_groups_have_shares_of_their_own():
    table = speakers_heard(*quoting(DOCUMENTS, source=["Lantern", "Courier"]), by="source")
    assert table[["source", "speaker"]].to_numpy().tolist() == [
        ["Courier", "Tull"],
        ["Lantern", "Orr"],
        ["Lantern", "Tull"],
    ]
    assert table["share"].tolist() == pytest.approx([2 / 3, 3 / 7, 4 / 7])


def test_what_most_quotations_say_of_a_speaker():
    orr = [
        of("Orr", speaker_kind="person", is_official=True),
        of("Orr", speaker_kind="body"),
        of("Orr", speaker_kind="person", is_official=True),
        of("Orr", is_official=False),
    ]
    row = speakers_heard(*quoting([orr])).iloc[0]
    assert (row["speaker_kind"], bool(row["is_official"])) == ("person", True)


def test_what_is_not_known_of_a_speaker_is_missing():
    row = speakers_heard(*quoting([[of("Orr")]])).iloc[0]
    assert row[["speaker_kind", "is_official"]].isna().all()


def test_the_rest_is_counted():
    table = speakers_heard(*quoting(DOCUMENTS), n=1)
    assert table["speaker"].tolist() == ["Tull"]
    notes = table.attrs["notes"]
    assert "Not shown: 1 further speaker, quoted less." in notes
    assert "1 of 5 quotations name no speaker and are in no row." in notes


def test_stories_count_once():
    quotations, corpus = quoting([[of("Orr")], [of("Orr")]])
    corpus.documents["cluster"] = "0"
    assert speakers_heard(quotations, corpus)["n_quotations"].tolist() == [2]
    table = speakers_heard(quotations, corpus, count="stories")
    assert table["n_quotations"].tolist() == [1]
    assert "Counted once a story: 1 of 2 documents are left out." in table.attrs["notes"]


@pytest.mark.parametrize("settings", [{"n": 0}, {"by": "colour"}, {"by": "speaker"}, {"count": "words"}])
def test_bad_settings(settings):
    with pytest.raises(UserError):
        speakers_heard(*quoting(DOCUMENTS), **settings)


@pytest.mark.parametrize("by", [None, "source"])
def test_no_quotations(by):
    table = speakers_heard(*quoting([[], []], source=["Lantern", "Courier"]), by=by)
    assert len(table) == 0
    assert {"speaker", "n_quotations", "share"} <= set(table)
