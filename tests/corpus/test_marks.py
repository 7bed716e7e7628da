import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks, find_marked_tokens

TEXTS = ["SELLA, May 1 — The dam holds. It rains.", "", "Photo: Lantern. The dam broke. Read more: dams"]


@pytest.fixture
def corpus():
    marks = as_marks([0, 2, 2], [0, 0, 31], [15, 15, 46], ["dateline", "credit", "link"])
    return from_texts(TEXTS).with_marks(marks)


def test_marked_words_are_not_counted(corpus):
    words = corpus.vocabulary["term"].to_numpy()[corpus.terms[corpus.is_counted]]
    assert words.tolist() == "the dam holds it rains the dam broke".split()
    assert corpus.documents["n_words"].tolist() == [5, 0, 3]
    assert corpus.documents["n_boilerplate"].tolist() == [3, 0, 5]
    assert corpus.n_words == 8


def test_a_mark_is_a_sentence_of_its_own(corpus):
    spans = [
        corpus.text(doc)[start:end]
        for doc, start, end in corpus.sentences.iloc[:, :3].itertuples(index=False)
    ]
    assert spans == [
        *("SELLA, May 1 —", "The dam holds.", "It rains."),
        *("Photo: Lantern.", "The dam broke.", "Read more: dams"),
    ]
    voices = ["boilerplate", "narration", "narration", "boilerplate", "narration", "boilerplate"]
    assert corpus.sentences["voice"].tolist() == voices
    assert corpus.documents["n_sentences"].tolist() == [2, 0, 1]


def test_voices_of_tokens(corpus):
    told = corpus.tokens.loc[corpus.tokens["voice"] == "narration", "term"].tolist()
    assert told == "the dam holds . it rains . the dam broke .".split()


def test_marks_follow_their_documents(corpus):
    chosen = corpus.take(np.array([2, 0]))
    assert chosen.marks["doc"].tolist() == [0, 0, 1]
    assert chosen.marks["kind"].tolist() == ["credit", "link", "dateline"]
    words = chosen.vocabulary["term"].to_numpy()[chosen.terms[chosen.is_counted]]
    assert words.tolist() == "the dam broke the dam holds it rains".split()


@given(st.lists(st.tuples(st.lists(st.integers(0, 9), max_size=9), st.integers(0, 9), st.integers(1, 9))))
def test_tokens_in_marks_are_those_that_start_there(rows):
    starts = [sorted(set(row[0])) for row in rows]
    bounds = np.cumsum([0, *map(len, starts)])
    marks = as_marks(
        range(len(rows)), [a for _, a, _ in rows], [a + n for _, a, n in rows], ["x"] * len(rows)
    )
    firsts, ends = find_marked_tokens(marks, np.concatenate([[], *starts]).astype(np.int32), bounds)
    for document, (inside, (_, start, size)) in enumerate(zip(starts, rows, strict=True)):
        found = inside[firsts[document] - bounds[document] : ends[document] - bounds[document]]
        assert found == [place for place in inside if start <= place < start + size]
