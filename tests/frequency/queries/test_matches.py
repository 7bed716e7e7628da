import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_counts import PIECES, corpora, ngrams_of, unhurried

from tenor.corpus import from_texts
from tenor.frequency.queries import matches
from tenor.frequency.queries.matches import find, join_matches, note_query, suggest

TEXT = "The port strike goes on. A strike; the port struck. Port"


@pytest.fixture
def corpus():
    return from_texts([TEXT, "Strike!"])


@pytest.mark.parametrize(
    ("query", "positions"),
    [
        ("port", [1, 10, 13]),
        ("port str*", [1, 10]),
        ("* port", [0, 9]),
        ("port *", [1, 10]),
        ("strike ; the", [7]),
        ("strike the", []),
        ("on . a", []),
        ("struck . port", []),
        ("/p.*/ /s.*/", [1, 10]),
        ("zebra", []),
        ("port zebra", []),
    ],
)
def test_where_a_query_stands(corpus, query, positions):
    matches = find(corpus, query)
    assert matches.positions.tolist() == positions
    assert set(matches.sizes.tolist()) <= {len(query.split())}


def test_what_is_not_counted_is_not_found():
    rows = pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [8], "kind": ["direct"]})
    corpus = from_texts(["The port strike, the port strike."]).with_quotations(rows)
    assert find(corpus.select(voices=["narration"]), "port strike").positions.tolist() == [5]
    assert find(corpus.select(voices=["direct"]), "* port").positions.tolist() == [0]


@pytest.mark.parametrize("texts", [[], ["..."], ["dam"]])
def test_nothing_is_found_where_there_is_little(texts):
    assert len(find(from_texts(texts), "a port str*").positions) == 0


@pytest.mark.parametrize("query", ["*", "p*", "/.*/", "* s*", "/.*/ /.*/ ;"])
def test_patterns_are_found_alike_by_index_and_by_a_look_at_all_tokens(corpus, query, monkeypatch):
    looked = find(corpus, query).positions.tolist()
    monkeypatch.setattr(matches, "_SORTING", 0)
    assert find(corpus, query).positions.tolist() == looked
    assert looked


some_words = st.lists(st.sampled_from([word for word in PIECES if word[0].isalnum()]), min_size=1, max_size=3)


@unhurried
@given(corpora, some_words)
def test_phrases_are_found_as_in_plain_python(corpus, words):
    phrase = tuple(from_texts([" ".join(words)]).tokens["term"])
    expected = sum(found.count(phrase) for found in ngrams_of(corpus, len(phrase)))
    assert len(find(corpus, " ".join(words)).positions) == expected


def test_matches_of_several_queries_are_joined_in_text_order(corpus):
    joined = join_matches([find(corpus, query) for query in ("port strike", "strike", "port", "strike")])
    assert list(zip(joined.positions.tolist(), joined.sizes.tolist(), strict=True)) == [
        *((1, 1), (1, 2), (2, 1), (7, 1), (10, 1), (13, 1), (14, 1)),
    ]
    assert len(join_matches([]).positions) == 0


def test_words_spelt_alike_are_offered(corpus):
    assert suggest(corpus, "prot") == ["port"]
    assert suggest(corpus, "strikke")[0] == "strike"
    assert suggest(corpus, "zzz") == []
    (note,) = note_query(corpus, "prot", 0)
    assert note == "“prot” does not occur in the corpus. Words spelt like it: port."
    assert note_query(corpus, "x* port", 0) == ["“x* port” does not occur in the corpus."]


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("struck port", " Its words do, but do not follow one another so in a sentence."),
        ("goes?", " In a query ? stands for a letter; write \\? for the mark."),
        ("/goes?x/", ""),
    ],
)
def test_why_a_query_is_not_found_is_told(corpus, query, hint):
    assert note_query(corpus, query, 0) == [f"“{query}” does not occur in the corpus.{hint}"]


def test_words_of_one_letter_more_or_less_are_offered_among_many():
    corpus = from_texts([" ".join(f"p{i}rt" for i in range(3000)) + " harbour"])
    assert suggest(corpus, "harbor") == ["harbour"]


def test_the_words_that_a_pattern_fits_are_told():
    corpus = from_texts([" ".join(f"dam{i}" for i in range(8)) + " dam7"])
    assert note_query(corpus, "dam*", 9) == [
        "“dam*” fits 8 different words: dam7 (2), dam0 (1), dam1 (1), dam2 (1), dam3 (1), dam4 (1) and 2 "
        "more."
    ]
    assert note_query(corpus, "dam1 *", 1) == []
    assert note_query(corpus, "dam1 ?am2", 1) == ["“?am2” fits 1 word in the corpus: dam2 (1)."]
    assert note_query(corpus, "*am1 *am1", 1) == ["“*am1” fits 1 word in the corpus: dam1 (1)."]
