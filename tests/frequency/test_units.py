import numpy as np
import pytest
import simplemma
from hypothesis import given
from nltk.stem.snowball import SnowballStemmer
from plain_counts import corpora, unhurried

from tenor.corpus import Corpus, from_texts
from tenor.corpus.pieces import Pieces
from tenor.corpus.shards import make_shard
from tenor.corpus.units import Unit
from tenor.corpus.vocabularies import merge_forms
from tenor.errors import UserError
from tenor.frequency import concordance, keyness, ngrams, word_list
from tenor.frequency.stop_words import mark_stop_words
from tenor.frequency.units import STEMMERS, in_units, to_unit
from tenor.parameters import UNITS

TEXT = "Strikes struck the Port. Don’t strike, port!"


def terms_in(corpus):
    return corpus.vocabulary["term"].take(corpus.terms).tolist()


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("word", ["strikes", "struck", "the", "port", ".", "don't", "strike", ",", "port", "!"]),
        ("form", ["Strikes", "struck", "the", "Port", ".", "Don't", "strike", ",", "port", "!"]),
        ("stem", ["strike", "struck", "the", "port", ".", "don't", "strike", ",", "port", "!"]),
        ("lemma", ["strike", "strike", "the", "port", ".", "do", "strike", ",", "port", "!"]),
    ],
)
def test_each_unit(unit, expected):
    corpus = in_units(from_texts([TEXT]), unit)
    assert terms_in(corpus) == expected
    assert corpus.unit.name == unit
    assert corpus.vocabulary["term"].tolist() == sorted(set(expected))
    assert corpus.vocabulary["is_word"].tolist() == [term[0].isalpha() for term in sorted(set(expected))]


@unhurried
@given(corpora)
def test_only_terms_change(corpus):
    for unit in UNITS:
        changed = in_units(corpus, unit)
        for name in ("starts", "ends", "document_bounds", "sentence_bounds", "is_word"):
            assert np.array_equal(getattr(changed, name), getattr(corpus, name)), (unit, name)
        assert changed.documents.equals(corpus.documents)
        assert changed.n_words == corpus.n_words


@unhurried
@given(corpora)
def test_as_each_token_alone_would_be_turned(corpus):
    stem = SnowballStemmer("english").stem
    words = corpus.tokens["term"].where(corpus.is_word, "")
    marks = corpus.tokens["term"].where(~corpus.is_word, "")
    stems, lemmas = in_units(corpus, "stem"), in_units(corpus, "lemma")
    assert terms_in(stems) == [stem(word) or mark for word, mark in zip(words, marks, strict=True)]
    turned = [simplemma.lemmatize(word, "en").lower() if word else "" for word in words]
    assert terms_in(lemmas) == [lemma or mark for lemma, mark in zip(turned, marks, strict=True)]


def test_the_language_is_that_of_most_documents():
    corpus = from_texts(["Die Häuser der Städte.", "Ein Haus.", "The houses"], language=["de", "de", "en"])
    turned = in_units(corpus, "lemma")
    assert turned.unit == Unit("lemma", "de")
    assert terms_in(turned)[1:4] == ["haus", "der", "stadt"]
    assert turned.notes == [
        "Words are counted by their lemma in the language 'de', from the package simplemma; "
        "so are the 1 documents in other languages."
    ]
    assert in_units(corpus, "stem", language="en").unit == Unit("stem", "en")


def test_the_unit_is_told_in_footnotes():
    corpus = in_units(from_texts([TEXT]), "stem")
    told = "Words are counted by their stem in the language 'en', from Snowball's stemmer."
    assert told in word_list(corpus).attrs["notes"]
    assert told in ngrams(corpus).attrs["notes"]
    assert in_units(from_texts([TEXT]), "form").notes == [
        "Words are counted as written, capital and small letters apart."
    ]
    assert in_units(from_texts([TEXT]), "word").notes == []


@pytest.mark.parametrize("language", STEMMERS)
def test_every_stemmer_is_there(language):
    assert to_unit(in_units(from_texts(["a"]), "stem", language=language), "radio")


@pytest.mark.parametrize("language", ["no", "nb", "nn", "hr", "sr", "bs", "hbs"])
def test_codes_of_documents_that_the_dictionaries_call_otherwise(language):
    assert in_units(from_texts(["radio"]), "lemma", language=language).unit.language == language


@pytest.mark.parametrize(
    ("unit", "language", "message"),
    [
        ("lemmas", "", "unit = 'lemmas' is not one of 'word', 'form', 'stem', 'lemma'; did you mean 'lemma'"),
        (
            "stem",
            "xx",
            "language = 'xx' has no stem here; give one of ar, da, .*sv, or count another unit of",
        ),
        (
            "lemma",
            "xx",
            "language = 'xx' has no lemma here; give one of ar, ast, .*uk, or count another unit",
        ),
    ],
)
def test_what_is_not_known(unit, language, message):
    with pytest.raises(UserError, match=message):
        in_units(from_texts([TEXT]), unit, language=language)


def test_a_main_language_without_stems_is_told():
    with pytest.raises(UserError, match="language = 'zh' has no stem here"):
        in_units(from_texts(["a"], language=["zh"]), "stem")


def test_a_unit_is_taken_once():
    corpus = in_units(from_texts([TEXT]), "stem")
    assert in_units(corpus, "stem") is corpus
    with pytest.raises(
        UserError, match="unit = 'lemma': this corpus has the unit 'stem' already; start from"
    ):
        in_units(corpus, "lemma")


def test_one_word_in_the_unit_of_a_corpus():
    corpus = from_texts([TEXT])
    assert [to_unit(in_units(corpus, unit), "Striking’s") for unit in UNITS] == [
        *("striking's", "Striking's", "strike", "strike"),
    ]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("texts", [[], [""], ["… —"]])
def test_without_words(texts, unit):
    corpus = in_units(from_texts(texts), unit)
    assert corpus.n_words == 0
    assert len(word_list(corpus)) == 0


def test_a_selection_holds_the_terms_that_it_uses():
    corpus = from_texts(["The dams hold.", "Ships sail."], source=["Lantern", "Courier"])
    part = in_units(corpus.select(sources=["Courier"]), "lemma")
    assert part.vocabulary["term"].tolist() == [".", "sail", "ship"]
    assert part.notes[0] == "The selection holds 1 of 2 documents."
    turned = in_units(corpus, "lemma").select(sources=["Courier"])
    assert terms_in(turned) == terms_in(part)


def test_slices_of_shards():
    texts = ["The dams hold.", "Ships sail.", "A dam."]
    shards = [make_shard(texts[:2]), make_shard(texts[2:])]
    vocabulary, term_ids = merge_forms([shard.forms for shard in shards])
    whole = from_texts(texts)
    parts = Corpus(whole.documents, whole.ledger, {}, vocabulary, Pieces(shards, term_ids))
    assert terms_in(in_units(parts.take(np.array([2, 1, 0])), "lemma")) == [
        *("a", "dam", ".", "ship", "sail", ".", "the", "dam", "hold", "."),
    ]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("word", ["been", "be", "The", "Having"]),
        ("form", ["been", "be", "The", "Having"]),
        ("stem", ["been", "be", "The", "Having"]),
        ("lemma", ["been", "be", "The", "Having"]),
    ],
)
def test_stop_words_are_known_in_every_unit(unit, expected):
    corpus = in_units(from_texts(["been be The dam Having"]), unit)
    marked = mark_stop_words(corpus, frozenset({"been", "be", "the", "having"}))[corpus.terms]
    assert [
        form for form, is_marked in zip(corpus.text(0).split(), marked, strict=True) if is_marked
    ] == expected


def test_measures_need_no_code_for_it():
    corpus = in_units(
        from_texts(["A strike. Two strikes.", "A dam."], source=["Lantern", "Courier"]), "lemma"
    )
    assert ngrams(corpus, min_frequency=1)["ngram"].tolist() == ["a dam", "a strike", "two strike"]
    assert "strike" in keyness(corpus, min_frequency=1)["term"].tolist()
    assert concordance(corpus, "strike")["node"].tolist() == ["strike", "strikes"]
