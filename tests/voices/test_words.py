import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quoting_texts import of, quoting

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.errors import UserError
from tenor.voices.tables import as_table
from tenor.voices.words import QUOTED, quoted_words

TEXT = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda"


def span(words: str, **further) -> dict:
    start = TEXT.index(words)
    return {"doc_id": "0", "start": start, "end": start + len(words), "kind": "indirect", **further}


def read(*rows: dict):
    table = as_table(pd.DataFrame(rows))
    return quoted_words(table, from_texts([TEXT]).with_quotations(table))


def test_each_word_belongs_to_its_quotation():
    table, corpus = quoting([[of("Orr", n=2)], [of("Tull", n=4), of(None, n=1)]])
    words = quoted_words(table, corpus)
    assert words.rows["n_words"].tolist() == [2, 4, 1]
    assert words.row.tolist() == [0, 0, 1, 1, 1, 1, 2]
    assert words.doc.tolist() == [0, 0, 1, 1, 1, 1, 1]
    assert words.notes == []


def test_of_two_that_overlap_the_words_are_those_of_the_one_that_starts_later():
    words = read(span("alpha beta gamma delta"), span("gamma delta epsilon"))
    assert words.rows["n_words"].tolist() == [2, 3]


def test_of_two_that_start_together_the_longer_one_has_the_rest():
    words = read(span("alpha beta gamma"), span("alpha beta"))
    assert words.row.tolist() == [0, 0, 1]


def test_a_quotation_without_a_word_of_its_own_is_left_out_and_counted():
    words = read(span("alpha beta"), span("alpha beta"))
    assert len(words.rows) == 1
    assert words.notes == ["1 of 2 quotations hold no word that counts here and are left out."]


def test_boilerplate_does_not_count():
    table = as_table(pd.DataFrame([span("alpha beta gamma")]))
    corpus = from_texts([TEXT]).with_marks(as_marks([0], [0], [5], ["dateline"])).with_quotations(table)
    assert quoted_words(table, corpus).rows["n_words"].tolist() == [2]


def test_words_of_voices_that_were_not_chosen_do_not_count():
    table, corpus = quoting([[of("Orr"), of("Orr", kind="direct", n=2)]])
    words = quoted_words(table, corpus.select(voices=["direct"]))
    assert words.rows["n_words"].tolist() == [2]


def test_quoted_words_without_a_row_are_told():
    table, corpus = quoting([[of("Orr"), of("Tull", n=2)]])
    words = quoted_words(table.head(1), corpus)
    assert words.row.tolist() == [0, 0, 0, -1, -1]
    assert "2 of 5 quoted words of the corpus are in no row" in words.notes[0]


def test_a_corpus_that_does_not_carry_the_quotations():
    table, _ = quoting([[of("Orr")]])
    with pytest.raises(UserError, match="with_quotations"):
        quoted_words(table, from_texts(["Report number xxx. water water water, said by."]))


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from(["direct", "indirect", "mixed"])),
        max_size=6,
    )
)
def test_all_quoted_words_belong_to_a_row_however_rows_overlap(spans):
    rows = [{"doc_id": "0", "start": start, "end": start + n, "kind": kind} for start, n, kind in spans]
    table = as_table(pd.DataFrame(rows, columns=None if rows else ["doc_id"]))
    corpus = from_texts([TEXT]).with_quotations(table)
    words = quoted_words(table, corpus)
    n_quoted = sum(int((corpus.token_voices == voice).sum()) for voice in QUOTED)
    assert len(words.row) == n_quoted == words.rows["n_words"].sum()
    assert (words.row >= 0).all()
