import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import in_units, join_terms
from tenor.frequency.queries.matches import find
from tenor.frequency.queries.patterns import (
    escape,
    matching_terms,
    parse,
    read_query,
    read_terms,
    term_ids,
    told,
)

WORDS = "A strike, strikes; striking woman, women. What? 1,000 don’t a/b *!"


@pytest.fixture
def corpus():
    return from_texts([WORDS])


def fitting(corpus, query):
    (piece,) = parse(query)
    return corpus.vocabulary["term"].take(term_ids(corpus, piece)).tolist()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("STRIKE", ["strike"]),
        ("strik*", ["strike", "strikes", "striking"]),
        ("*ing", ["striking"]),
        ("wom?n", ["woman", "women"]),
        ("strike?", ["strikes"]),
        ("s*k*s", ["strikes"]),
        ("1,0??", ["1,000"]),
        ("don’?", ["don't"]),
        ("/strik(e|ing)/", ["strike", "striking"]),
        ("/[,;]/", [",", ";"]),
        ("/trike/", []),
        ("/STRIK(E|ING)/", ["strike", "striking"]),
        ("/strike|woman.*/", ["strike", "woman"]),
        ("/^a$|b|(?m)^what$/", ["a", "b", "what"]),
        ("/Don’[a-z]/", ["don't"]),
        ("?", ["?"]),
        ("\\*", ["*"]),
        ("*", ["1,000", "a", "b", "don't", "strike", "strikes", "striking", "what", "woman", "women"]),
    ],
)
def test_what_a_piece_fits(corpus, query, words):
    assert fitting(corpus, query) == words


@pytest.mark.parametrize(
    ("query", "pieces"),
    [
        ("port strike", ["port", "strike"]),
        ("strike!", ["strike", "!"]),
        ("str*, /a b?/ c", ["str*", ",", "/a b?/", "c"]),
        ("and/or", ["and", "/", "or"]),
        ("/", ["/"]),
        ("\\/x/", ["/", "x", "/"]),
        ("what\\?", ["what", "?"]),
        ("really ?", ["really", "?"]),
    ],
)
def test_pieces_of_a_query(query, pieces):
    assert [piece.told for piece in parse(query)] == pieces
    assert told(parse(query)) == " ".join(pieces)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "words: '' holds nothing to look for"),
        ("/strike", "words: '/strike' has a regular expression without an end"),
        ("/*a/", "no argument for repetition"),
        ("a*" * 400, "too large, 1,200 signs"),
        (5, "words: 5 is no text; give a word or phrase such as 'port strike'"),
    ],
)
def test_what_is_no_query(corpus, query, message):
    with pytest.raises(UserError, match=message):
        find(corpus, query, parameter="words")


def test_a_pattern_that_runs_away_elsewhere_ends_at_once():
    # A backtracking engine would try each way to part the letters, and not end.
    corpus = from_texts(["a" * 50_000 + "b"])
    assert fitting(corpus, "/(a+)+c/") == []


def test_a_regular_expression_is_refused_where_there_is_nothing_to_look_through():
    with pytest.raises(UserError, match=r"a \( is never closed"):
        find(from_texts([]), "/(/")


def test_capital_letters_count_where_the_corpus_counts_forms():
    corpus = in_units(from_texts(["Port and port, the Port’s."]), "form")
    assert fitting(corpus, "/P.*/") == ["Port", "Port's"]
    assert fitting(corpus, "p*") == ["port"]


def test_half_a_character_is_a_question_mark_as_in_texts(corpus):
    assert find(corpus, "\ud800").positions.tolist() == find(corpus, "?").positions.tolist()


def test_a_choice_of_words_is_one_piece(corpus):
    assert matching_terms(corpus, "strik*").sum() == 3
    with pytest.raises(
        UserError, match="query: 'port strike' is 2 words; here it chooses among single words"
    ):
        matching_terms(corpus, "port strike")


@given(st.text("ab*?\\/ .’1", max_size=12))
def test_escaped_text_is_looked_for_as_it_is(text):
    corpus = from_texts([text])
    terms = corpus.vocabulary["term"].take(corpus.terms).tolist()
    if terms:
        pieces = parse(escape(text))
        assert [piece.told for piece in pieces] == terms
        assert not any(piece.is_pattern for piece in pieces)


@given(st.text("abc", min_size=1, max_size=6), st.lists(st.text("abc", min_size=1, max_size=6), max_size=9))
def test_a_star_fits_what_begins_so(stem, words):
    corpus = from_texts([" ".join(words)])
    fits = matching_terms(corpus, f"{stem}*")
    assert fits.tolist() == [term.startswith(stem) for term in corpus.vocabulary["term"]]
    assert np.array_equal(fits, matching_terms(corpus, f"/{stem}.*/"))


@pytest.mark.parametrize(
    ("unit", "query", "pieces"),
    [
        ("word", "Strikes", ["strikes"]),
        ("stem", "Strikes", ["strike"]),
        ("lemma", "Women struck", ["woman", "strike"]),
        ("form", "Strikes Don’t", ["Strikes", "Don't"]),
        ("form", "Strik* women", ["Strik*", "women"]),
        ("stem", "strikes w*", ["strike", "w*"]),
    ],
)
def test_a_query_is_in_the_unit_of_the_corpus(corpus, unit, query, pieces):
    found = read_query(in_units(corpus, unit), query)
    assert [piece.told for piece in found] == pieces


def test_a_phrase_that_counts_as_one_is_one_piece(corpus):
    joined = join_terms(corpus, ["striking woman"])
    assert [piece.told for piece in read_query(joined, "a striking woman")] == ["a", "striking woman"]
    assert len(find(joined, "striking woman").positions) == 1
    assert len(find(joined, "woman").positions) == 0
    assert [piece.told for piece in read_terms(joined, "a striking woman b")] == ["a", "striking woman", "b"]
