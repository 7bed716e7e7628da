import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from tenor.sentiment.analyzers.batches import TextBatch, TokenBatch, Tokens
from tenor.sentiment.analyzers.chunks import Chunks, glue, split_texts

texts = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=5)


def words(chunks: Chunks) -> list[list[str]]:
    return [chunks.words(text) for text in range(len(chunks.bounds) - 1)]


@given(texts)
def test_texts_are_split_as_python_splits_them(some):
    assert words(split_texts(pa.array(some, pa.large_string()))) == [text.split() for text in some]


@given(st.lists(st.lists(st.lists(st.sampled_from("ab,—"), min_size=1, max_size=9), max_size=4), max_size=4))
def test_glued_tokens_are_joined(some):
    tokens = [token for text in some for chunk in text for token in chunk]
    is_glued = [place > 0 for text in some for chunk in text for place in range(len(chunk))]
    sizes = [sum(map(len, text)) for text in some]
    forms = ["a", "b", ",", "—"]
    ids = np.array([forms.index(token) for token in tokens], np.int32)
    bounds = np.cumsum([0, *sizes])
    chunks = glue(pa.array(forms), ids, bounds, np.array(is_glued, bool))
    assert words(chunks) == [["".join(chunk) for chunk in text] for text in some]


def test_a_text_begins_a_chunk_though_its_first_token_is_glued():
    chunks = glue(pa.array(["a"]), np.array([0, 0]), np.array([0, 1, 2]), np.array([True, True]))
    assert words(chunks) == [["a"], ["a"]]


def test_sums_are_over_the_chunks_of_each_text():
    chunks = split_texts(pa.array(["b a b", "", "a"], pa.large_string()))
    assert chunks.strings.to_pylist() == ["b", "a", ""]
    assert chunks.sums(np.array([1, 10, 100])).tolist() == [12, 0, 10]


def test_tokens_of_texts_are_words_and_marks():
    tokens = TextBatch(["A good day.", ""]).tokens
    assert tokens.forms.take(pa.array(tokens.ids)).to_pylist() == ["A", "good", "day", "."]
    assert tokens.bounds.tolist() == [0, 4, 4]


def batch_of(*codes: str) -> TokenBatch:
    """A batch in which each text has the letters of a string as tokens."""
    ids = np.array([ord(letter) - 97 for text in codes for letter in text], np.int32)
    bounds = np.cumsum([0, *map(len, codes)])
    return TokenBatch(Tokens(pa.array(list("abc")), ids, bounds), np.zeros(len(ids), bool))


def test_equal_texts_are_found():
    firsts, places = batch_of("ab", "ba", "ab", "b").find_repeated()
    assert places[0] == places[2]
    assert len(set(places.tolist())) == len(firsts) == 3
    assert sorted(firsts.tolist()) == [0, 1, 3]


@given(st.lists(st.text("abc", max_size=4), max_size=9))
def test_each_text_equals_the_distinct_one_in_its_place(some):
    firsts, places = batch_of(*some).find_repeated()
    assert [some[firsts[place]] for place in places] == some
    assert len(firsts) == len(set(some))


def test_taken_texts_keep_their_tokens():
    tokens = batch_of("ab", "", "ca").take(np.array([2, 1])).tokens
    assert tokens.forms.take(pa.array(tokens.ids)).to_pylist() == ["c", "a"]
    assert tokens.bounds.tolist() == [0, 2, 2]
