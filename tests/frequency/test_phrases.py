import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_counts import unhurried

from tenor.corpus import Corpus, from_texts
from tenor.corpus.marks import as_marks
from tenor.corpus.pieces import Pieces
from tenor.corpus.shards import make_shard
from tenor.corpus.vocabularies import merge_forms
from tenor.errors import UserError
from tenor.frequency import ngrams, word_list
from tenor.frequency.phrases import join_terms, read_phrases, terms_of
from tenor.frequency.units import in_units

# Few words, so that phrases meet and overlap.
PIECES = ["dam", "Dam", "port", "it’s", ",", ".", "\n\n"]
TERMS = ["dam", "port", "it's", ",", "."]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
corpora = st.lists(texts, max_size=4).map(from_texts)


def terms_in(corpus):
    return corpus.vocabulary["term"].take(corpus.terms).tolist()


def sentences_of(corpus):
    terms = terms_in(corpus)
    return [terms[a:b] for a, b in zip(corpus.sentence_bounds[:-1], corpus.sentence_bounds[1:], strict=True)]


def join_plainly(sentence, phrases):
    """The terms of a sentence with its phrases joined, longest first, then from the left."""
    found = [
        (-len(phrase), at, phrase)
        for at in range(len(sentence))
        for phrase in phrases
        if tuple(sentence[at : at + len(phrase)]) == phrase
    ]
    taken = {}
    for size, at, phrase in sorted(found):
        if not taken.keys() & set(range(at, at - size)):
            taken.update(dict.fromkeys(range(at, at - size)) | {at: phrase})
    return [taken.get(at, (term,)) for at, term in enumerate(sentence) if taken.get(at, term) is not None]


phrases = st.lists(st.lists(st.sampled_from(TERMS), min_size=2, max_size=4).map(tuple), max_size=6)


@unhurried
@given(corpora, phrases)
def test_as_joined_in_plain_python(corpus, phrases):
    expected = [join_plainly(sentence, phrases) for sentence in sentences_of(corpus)]
    joined = join_terms(corpus, [" ".join(phrase) for phrase in phrases])
    assert sentences_of(joined) == [[" ".join(terms) for terms in sentence] for sentence in expected]


@unhurried
@given(corpora, phrases)
def test_tokens_still_are_spans_of_the_text(corpus, phrases):
    joined = join_terms(corpus, [" ".join(phrase) for phrase in phrases])
    tokens = joined.tokens
    for row in tokens.itertuples():
        form = joined.text(row.doc)[row.start : row.end]
        assert form.lower().replace("’", "'").split() == row.term.split()
    is_kept = np.isin(corpus.starts, joined.starts)
    assert set(zip(tokens["doc"], tokens["start"], strict=True)) <= set(
        zip(corpus.token_documents[is_kept], corpus.starts[is_kept], strict=True)
    )


@unhurried
@given(corpora, phrases)
def test_documents_are_counted_anew(corpus, phrases):
    joined = join_terms(corpus, [" ".join(phrase) for phrase in phrases])
    n = len(corpus.documents)
    assert joined.documents["n_tokens"].tolist() == np.diff(joined.document_bounds).tolist()
    words = np.bincount(joined.token_documents[joined.is_counted], minlength=n)
    assert joined.documents["n_words"].tolist() == words.tolist()
    assert joined.vocabulary["term"].is_monotonic_increasing
    assert joined.vocabulary["term"].is_unique
    assert len(joined.sentence_bounds) == len(corpus.sentence_bounds)


def test_the_longest_wins_and_then_the_leftmost():
    corpus = from_texts(["a b c d e f. b b b b b."])
    joined = join_terms(corpus, ["a b", "a b c", "c d e f", "b b"])
    assert terms_in(joined) == ["a b", "c d e f", ".", "b b", "b b", "b", "."]
    assert terms_in(join_terms(corpus, ["b c", "c d e"]))[:3] == ["a", "b", "c d e"]


def test_no_phrase_crosses_a_mark_or_the_end_of_a_sentence():
    corpus = from_texts(["The port, strike. The port. Strike the port\n\nstrike", "strike"])
    assert "port strike" not in terms_in(join_terms(corpus, ["port strike"]))


def test_marks_in_a_phrase():
    corpus = from_texts(["Ledger & Tide, and Ledger&Tide"])
    joined = join_terms(corpus, ["Ledger & Tide", "tide, and"])
    assert terms_in(joined) == ["ledger & tide", ",", "and", "ledger&tide"]
    assert joined.vocabulary.set_index("term")["is_word"]["ledger & tide"]


def test_white_space_and_capitals_of_the_text_do_not_matter():
    corpus = from_texts(["The PORT\n  strike and the port\u00a0strike. Port strike"])
    joined = join_terms(corpus, ["Port  strike"])
    assert terms_in(joined).count("port strike") == 3
    assert word_list(joined, stop_words="").set_index("term")["frequency"]["port strike"] == 3


def test_phrases_are_in_the_unit_of_the_corpus():
    text = "Port strikes and port strike and Port Strike"
    assert terms_in(join_terms(in_units(from_texts([text]), "lemma"), ["ports strike"])) == [
        *("port strike", "and", "port strike", "and", "port strike"),
    ]
    assert terms_in(join_terms(in_units(from_texts([text]), "form"), ["Port Strike"]))[-1] == "Port Strike"


def test_the_unit_comes_first():
    joined = join_terms(from_texts(["The port strike"]), ["port strike"])
    with pytest.raises(
        UserError, match="this corpus has terms of several words already; start from the corpus"
    ):
        in_units(joined, "lemma")


def test_terms_of_a_text():
    corpus = join_terms(in_units(from_texts(["a"]), "stem"), ["port strike", "so-called dam"])
    assert terms_of(corpus, "Ports strike!") == ["port strike", "!"]
    assert terms_of(corpus, "Dam") == ["dam"]
    assert terms_of(corpus, "") == []
    assert terms_of(from_texts([]), "Don’t") == ["don't"]


def test_joining_again():
    once = join_terms(from_texts(["The port strike vote. The port strike"]), ["port strike"])
    twice = join_terms(once, ["port strike vote", "port strike"])
    assert terms_in(twice) == ["the", "port strike vote", ".", "the", "port strike"]
    assert terms_of(twice, "port strike vote") == ["port strike vote"]
    assert twice.notes[-1] == "Phrases of one word, which stay as they are: 1."


def test_notes():
    absent = [f"dam {letter}" for letter in "abcdefghijkl"]
    corpus = join_terms(from_texts(["The port strike. Port strike"]), ["port strike", "dam", *absent])
    assert corpus.notes == [
        "Phrases that count as one term each: 1, joined in 2 places.",
        "Phrases that do not occur, or only inside longer ones: dam a, dam b, dam c, dam d, dam e, dam f, "
        "dam g, dam h, dam i, dam j and 2 more.",
        "Phrases of one word, which stay as they are: 1.",
    ]
    assert corpus.notes[0] in ngrams(corpus).attrs["notes"]


@pytest.mark.parametrize("texts", [[], [""], ["… —"]])
def test_without_words(texts):
    corpus = join_terms(from_texts(texts), ["port strike"])
    assert corpus.n_words == 0
    assert "port strike" in corpus.notes[1]


def test_no_phrases():
    corpus = join_terms(from_texts(["The dam"]), [])
    assert terms_in(corpus) == ["the", "dam"]


def test_a_single_phrase_may_be_given_as_it_is():
    assert terms_in(join_terms(from_texts(["The dam"]), "the dam")) == ["the dam"]


def test_boilerplate_and_words_that_are_not_selected_stay_apart():
    corpus = from_texts(["Port strike. The port strike"])
    marked = corpus.with_marks(as_marks([0], [0], [11], ["dateline"]))
    joined = join_terms(marked, ["port strike"])
    assert terms_in(joined) == ["port", "strike", ".", "the", "port strike"]
    assert joined.documents[["n_words", "n_boilerplate"]].to_numpy().tolist() == [[2, 2]]
    spoken = pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [11], "kind": ["direct"]})
    chosen = join_terms(corpus.with_quotations(spoken).select(voices=["direct"]), ["port strike"])
    assert terms_in(chosen) == ["port strike", ".", "the", "port", "strike"]
    assert chosen.n_words == 1


def test_slices_of_shards_and_selections():
    texts = ["The port strike", "Ships", "A PORT strike here"]
    shards = [make_shard(texts[:2]), make_shard(texts[2:])]
    vocabulary, term_ids = merge_forms([shard.forms for shard in shards])
    whole = from_texts(texts)
    parts = Corpus(whole.documents, whole.ledger, {}, vocabulary, Pieces(shards, term_ids))
    turned = join_terms(parts.take(np.array([2, 1, 0])), ["port strike"])
    assert terms_in(turned) == ["a", "port strike", "here", "ships", "the", "port strike"]
    assert terms_in(turned.take(np.array([2, 0]))) == ["the", "port strike", "a", "port strike", "here"]


def test_a_list_in_a_file(tmp_path):
    path = tmp_path / "phrases.txt"
    path.write_text("\ufeff# mine\nport strike\n\n  Ledger & Tide \n", encoding="utf-8")
    assert read_phrases(str(path)) == ["port strike", "Ledger & Tide"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"# only this\n", "phrases: .* holds no phrase; write one phrase a line"),
        (b"caf\xe9", "phrases: .* cannot be read .*text file in UTF-8"),
    ],
)
def test_files_that_are_no_list(tmp_path, content, message):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(UserError, match=message):
        read_phrases(str(path))
    with pytest.raises(UserError, match=r"none\.txt cannot be read"):
        read_phrases(str(tmp_path / "none.txt"))


def test_an_empty_phrase():
    with pytest.raises(UserError, match="phrases: ' ' holds nothing to look for"):
        join_terms(from_texts(["The dam"]), ["the dam", " "])
