"""What every measure counts: stories or documents, and no boilerplate."""

import pandas as pd
import pytest

from tenor import frequency
from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.errors import UserError

WIRE = "The dam holds, and the dam will hold. Nobody walked out of the dam."
METADATA = {
    "source": ["Wire", "Flare", "Flare", "Lantern", "Lantern"],
    "published": ["2031-03-03", "2031-03-04", "2031-03-12", "2031-03-12", "2031-04-01"],
}
MEASURES = {
    "word_list": lambda corpus, **count: frequency.word_list(corpus, **count),
    "word_list by": lambda corpus, **count: frequency.word_list(corpus, by="source", **count),
    "ngrams": lambda corpus, **count: frequency.ngrams(corpus, min_frequency=1, **count),
    "keyness": lambda corpus, **count: frequency.keyness(corpus, min_frequency=1, **count),
    "trends": lambda corpus, **count: frequency.trends(corpus, ["dam"], period="month", **count),
    "concordance": lambda corpus, **count: frequency.concordance(corpus, "dam", **count),
}
GROUPED = {"word_list by", "keyness"}


@pytest.fixture
def corpus():
    texts = [WIRE, WIRE, WIRE, WIRE, "It rains on the dam and on Lowmere."]
    return from_texts(texts, **METADATA)


@pytest.mark.parametrize("name", MEASURES)
def test_stories_are_the_earliest_documents(corpus, name):
    stories = corpus.stories("source" if name in GROUPED else None)
    counted, expected = MEASURES[name](corpus, count="stories"), MEASURES[name](stories)
    pd.testing.assert_frame_equal(counted, expected)
    n_left = len(corpus.documents) - len(stories.documents)
    notes = [note for note in counted.attrs["notes"] if note.startswith("Counted once a story")]
    within = " of one source" if name in GROUPED else ""
    assert notes == [
        f"Counted once a story: {n_left} of 5 documents, later near-copies{within}, are left out."
    ]


@pytest.mark.parametrize("name", MEASURES)
def test_documents_are_all_of_them(corpus, name):
    table = MEASURES[name](corpus)
    pd.testing.assert_frame_equal(table, MEASURES[name](corpus, count="documents"))
    assert not [note for note in table.attrs["notes"] if note.startswith("Counted once a story")]


def test_words_to_follow_count_stories(corpus):
    assert "rains" not in frequency.pick_words(corpus, top_n=20)
    assert "rains" in frequency.pick_words(corpus, top_n=20, count="stories")


@pytest.mark.parametrize("name", MEASURES)
def test_an_unknown_way_to_count(corpus, name):
    with pytest.raises(UserError, match=r"count = 'story' is not one of .*; did you mean 'stories'"):
        MEASURES[name](corpus, count="story")


DATELINE = "LOWMERE, March 3 (Dam Wire) — "
FOOTER = "Read more: the dam in pictures"


@pytest.fixture
def marked():
    """Documents with a dateline before and a line behind, both marked, and the same without them."""
    bodies = [WIRE, "It rains on the dam. Nobody walked out."]
    texts = [f"{DATELINE}{body}\n\n{FOOTER}" for body in bodies]
    spans = [(len(text) - len(FOOTER), len(text)) for text in texts]
    starts = [0, spans[0][0], 0, spans[1][0]]
    ends = [len(DATELINE), spans[0][1], len(DATELINE), spans[1][1]]
    metadata = {name: values[1:3] for name, values in METADATA.items()} | {"source": ["Flare", "Wire"]}
    marks = as_marks([0, 0, 1, 1], starts, ends, ["dateline", "link"] * 2)
    return from_texts(texts, **metadata).with_marks(marks), from_texts(bodies, **metadata)


@pytest.mark.parametrize("name", MEASURES)
def test_boilerplate_is_not_counted(marked, name):
    with_marks, without = (MEASURES[name](corpus) for corpus in marked)
    if name == "concordance":
        assert with_marks["start"].tolist() == (without["start"] + len(DATELINE)).tolist()
        with_marks, without = (table[["doc_id", "node"]] for table in (with_marks, without))
    pd.testing.assert_frame_equal(with_marks, without)


def test_boilerplate_does_not_travel_to_nltk(marked):
    with_marks, without = map(frequency.to_nltk, marked)
    assert with_marks.tokens == without.tokens
