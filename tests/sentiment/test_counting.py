"""What tone is averaged over: stories or documents, and no boilerplate."""

import pytest

from tenor import sentiment
from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks

GOOD, BAD = "A great day for the happy town.", "A bad and terrible day for the town."
SETTINGS = {"n_resamples": 100, "count": "stories"}


@pytest.fixture
def corpus():
    return from_texts(
        [GOOD, GOOD, GOOD, BAD],
        source=["Wire", "Flare", "Flare", "Flare"],
        published=["2031-03-03", "2031-03-04", "2031-03-12", "2031-03-12"],
    )


def tone_of(table, **wanted):
    rows = table[table["analyzer"] == "vader"]
    for name, value in wanted.items():
        rows = rows[rows[name] == value]
    return rows.iloc[0]


def test_tone_counts_near_copies_of_a_group_once(corpus):
    scores = sentiment.score_sentences(corpus)
    table = sentiment.tone(scores, corpus, by="source", **SETTINGS)
    assert tone_of(table, source="Flare")["n_documents"] == 2
    assert tone_of(table, source="Wire")["n_documents"] == 1
    assert "Counted once a story: 1 later near-copies are left out." in table.attrs["notes"]
    assert tone_of(sentiment.tone(scores, corpus, by=None, **SETTINGS))["n_documents"] == 2


def test_tone_over_time_counts_near_copies_once(corpus):
    scores = sentiment.score_sentences(corpus)
    table = sentiment.tone_over_time(scores, corpus, period="week", **SETTINGS)
    assert tone_of(table, period="2031-03-03")["n_documents"] == 1
    assert tone_of(table, period="2031-03-10")["n_documents"] == 1


def test_documents_are_all_counted_without_being_asked(corpus):
    scores = sentiment.score_sentences(corpus)
    table = sentiment.tone(scores, corpus, by="source", n_resamples=100)
    assert tone_of(table, source="Flare")["n_documents"] == 3


@pytest.fixture
def marked():
    text = f"Photo: terrible Lantern. {GOOD}"
    return from_texts([text]).with_marks(as_marks([0], [0], [25], ["credit"]))


def test_boilerplate_has_no_score(marked):
    scores = sentiment.score_sentences(marked, analyzers=["vader"])
    assert scores["sentence"].tolist() == [1]
    assert "1 pieces of boilerplate (datelines, bylines and their kin) have no row." in scores.attrs["notes"]
    alone = sentiment.score_sentences(from_texts([GOOD]), analyzers=["vader"])
    assert scores["polarity"].tolist() == alone["polarity"].tolist()
    assert marked.text(0)[scores["start"].item() : scores["end"].item()] == GOOD
