import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quoting_texts import of, quoting
from sample_voices import sample_corpus, sample_key

from tenor.corpus.voices import VOICES
from tenor.errors import UserError
from tenor.voices import coverage

ORR = of("Orr", speaker_kind="person")
POLICE = of("police", speaker_kind="group")
SOURCE = of("a spokesman", speaker_kind="unnamed", n=2)


def by_attribution(table: pd.DataFrame, column: str) -> dict:
    return dict(zip(table["attribution"], table[column], strict=True))


def test_words_by_what_is_known_of_the_speaker():
    table = coverage(*quoting([[ORR, POLICE], [SOURCE, of(None, n=2)]]))
    assert by_attribution(table, "n_words") == {
        "person": 3,
        "body": 0,
        "group": 3,
        "record": 0,
        "unnamed": 2,
        "unattributed": 2,
    }
    assert by_attribution(table, "share")["person"] == 0.3
    assert table["n_quotations"].tolist() == [1, 0, 1, 0, 1, 1]


def test_a_speaker_of_no_kind_has_a_row_of_its_own():
    table = coverage(*quoting([[of("Orr"), ORR]]))
    assert by_attribution(table, "n_words")["kind not known"] == 3


def test_an_unnamed_source_needs_no_name():
    table = coverage(*quoting([[of(None, speaker_kind="unnamed")]]))
    assert by_attribution(table, "n_words")["unnamed"] == 3


def test_quoted_words_that_are_in_no_row_are_unattributed():
    quotations, corpus = quoting([[ORR, of("Tull", speaker_kind="person", n=1)]])
    table = coverage(quotations.head(1), corpus)
    assert by_attribution(table, "n_words")["unattributed"] == 1


def test_confidence_is_the_mean_of_quotations():
    table = coverage(*quoting([[{**ORR, "confidence": 0.5}, {**ORR, "confidence": 1.0}, POLICE]]))
    assert by_attribution(table, "mean_confidence")["person"] == 0.75
    assert np.isnan(by_attribution(table, "mean_confidence")["group"])


def test_groups_have_shares_of_their_own():
    table = coverage(*quoting([[ORR], [POLICE], []], source=["Lantern", "Courier", None]), by="source")
    shares = table.set_index(["source", "attribution"])["share"]
    assert (shares["Lantern", "person"], shares["Courier", "person"]) == (1, 0)
    assert "1 of 3 documents have no value of 'source' and are left out." in table.attrs["notes"]


def test_documents_without_a_quotation_and_with_open_marks_are_counted():
    quotations, corpus = quoting([[ORR], []])
    notes = coverage(quotations, corpus).attrs["notes"]
    assert "1 of 2 documents have no quotation." in notes
    assert not any("do not pair" in note for note in notes)


def test_intervals_need_five_stories():
    four, five = (coverage(*quoting([[ORR, POLICE]] * n)) for n in (4, 5))
    assert four["low"].isna().all()
    assert five["low"].notna().all()


def test_an_interval_holds_its_share():
    table = coverage(*quoting([[ORR]] * 6 + [[POLICE]] * 6), n_resamples=200)
    row = table.set_index("attribution").loc["person"]
    assert 0 < row["low"] < 0.5 < row["high"] < 1


@pytest.mark.parametrize("by", ["share", "colour", "voice"])
def test_bad_groups(by):
    quotations, corpus = quoting([[ORR]], share=["a"])
    with pytest.raises(UserError, match=by):
        coverage(quotations, corpus, by=by)


def test_the_words_of_the_sample_add_up():
    corpus = sample_corpus()
    n_quoted = int((corpus.is_counted & np.isin(corpus.token_voices, (1, 2))).sum())
    assert VOICES[1:3] == ("direct", "indirect")
    assert coverage(sample_key(), corpus)["n_words"].sum() == n_quoted
    assert coverage(sample_key(), corpus, by="source")["n_words"].sum() == n_quoted


@given(st.lists(st.lists(st.sampled_from([ORR, POLICE, SOURCE, of(None)]), max_size=4), max_size=4))
def test_all_quoted_words_are_in_a_row(documents):
    quotations, corpus = quoting(documents)
    table = coverage(quotations, corpus, n_resamples=100)
    assert table["n_words"].sum() == sum(row.get("n", 3) for rows in documents for row in rows)
    assert table["n_quotations"].sum() == len(quotations)
