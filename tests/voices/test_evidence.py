import pytest
from quoting_texts import of, quoting
from sample_voices import sample_corpus, sample_key

from tenor.errors import UserError
from tenor.voices import evidence_of


def test_lines_are_as_written():
    corpus = sample_corpus()
    table = evidence_of(sample_key(), corpus, speaker="Tomas Kell", n=5)
    number = {doc_id: doc for doc, doc_id in corpus.documents["doc_id"].items()}
    assert len(table) == 5
    for row in table.itertuples():
        text = corpus.text(number[row.doc_id])
        assert text[row.start : row.end] == row.text
        assert text[: row.start].endswith(row.before)
        assert text[row.end :].startswith(row.after)
        assert row.speaker == "Tomas Kell"


def test_what_stands_around_is_cut_between_words():
    quotations, corpus = quoting([[of("Orr", n=40, cue="declared"), of("Tull"), of("Orr", n=40)]])
    row = evidence_of(quotations, corpus, speaker="Tull").iloc[0]
    assert row["before"].split()[0] == row["after"].split()[-1] == "water"
    assert 90 < len(row["before"]) <= 100


def test_one_of_each_document_comes_first():
    quotations, corpus = quoting([[of("Orr", n=1), of("Orr", n=2)], [of("Orr", n=3)], [of("Orr", n=4)]])
    assert evidence_of(quotations, corpus, n=3)["doc_id"].tolist() == ["0", "1", "2"]
    assert evidence_of(quotations, corpus, n=4)["doc_id"].tolist() == ["0", "0", "1", "2"]


def test_copies_are_one_document():
    quotations, corpus = quoting([[of("Orr", n=1)], [of("Orr", n=2)], [of("Orr", n=3)]])
    corpus.documents["cluster"] = ["0", "0", "2"]
    assert evidence_of(quotations, corpus, n=2)["doc_id"].tolist() == ["0", "2"]


def test_no_text_twice_unless_there_are_too_few():
    quotations, corpus = quoting([[of("Orr")], [of("Orr")], [of("Orr", n=4)]])
    assert evidence_of(quotations, corpus, n=2)["doc_id"].tolist() == ["0", "2"]
    assert len(evidence_of(quotations, corpus, n=5)) == 3


def test_a_seed_draws_by_chance_and_repeatably():
    quotations, corpus = quoting([[of("Orr", n=n + 1)] for n in range(30)])
    first, again, other = (
        evidence_of(quotations, corpus, seed=seed)["doc_id"].tolist() for seed in (1, 1, 2)
    )
    assert first == again != other
    assert first == sorted(first, key=int)


@pytest.mark.parametrize(
    ("chosen", "doc_ids"),
    [
        ({"speaker": "Tull"}, ["1"]),
        ({"kind": "direct"}, ["2"]),
        ({"cue": "claim"}, ["0", "1"]),
        ({"cue": "Had claimed"}, ["0"]),
    ],
)
def test_what_is_asked_for(chosen, doc_ids):
    documents = [[of("Orr", cue="had claimed")], [of("Tull", cue="claims")], [of("Orr", kind="direct")]]
    assert evidence_of(*quoting(documents), **chosen)["doc_id"].tolist() == doc_ids


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"speaker": "Or"}, "did you mean 'Orr'"),
        ({"kind": "loud"}, "kind"),
        ({"cue": "shout"}, "cue = 'shout'"),
        ({"n": 0}, "too small"),
    ],
)
def test_what_cannot_be_shown(chosen, message):
    with pytest.raises(UserError, match=message):
        evidence_of(*quoting([[of("Orr")]]), **chosen)


def test_the_notes_say_of_how_many():
    table = evidence_of(*quoting([[of("Orr", n=1), of("Orr", n=2)]]), n=1)
    assert table.attrs["notes"][0].startswith("1 of 2 quotations: ")


def test_no_quotations():
    table = evidence_of(*quoting([[]]))
    assert len(table) == 0
    assert {"before", "text", "after"} <= set(table)
