import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import Corpus, from_texts
from tenor.corpus.pieces import Pieces
from tenor.corpus.shards import count_tokens, make_shard
from tenor.corpus.vocabularies import merge_forms

TEXTS = st.lists(st.text(st.sampled_from("abAB’' .,é")), max_size=6)


def test_case_and_apostrophes_are_folded_and_marks_are_no_words():
    corpus = from_texts(["Don’t don't DON'T!"])
    assert corpus.vocabulary.to_dict("list") == {"term": ["!", "don't"], "is_word": [False, True]}
    assert corpus.terms.tolist() == [1, 1, 1, 0]


def test_spans_are_of_the_original_text():
    text = "“Éa’s” 🚢 co\u00adop"
    corpus = from_texts([text])
    spans = [text[a:b] for a, b in zip(corpus.starts, corpus.ends, strict=True)]
    assert spans == ["“", "Éa’s", "”", "🚢", "co\u00adop"]
    assert corpus.tokens["term"].tolist() == ["“", "éa's", "”", "🚢", "coop"]


@given(TEXTS, st.integers(0, 6))
def test_cut_into_shards_makes_the_same_corpus(texts, cut):
    whole = from_texts(texts)
    shards = [make_shard(texts[:cut]), make_shard(texts[cut:])]
    vocabulary, term_ids = merge_forms([shard.forms for shard in shards])
    parts = Corpus(whole.documents, whole.ledger, {}, vocabulary, Pieces(shards, term_ids))
    assert parts.vocabulary.equals(whole.vocabulary)
    for name in ("terms", "starts", "ends", "document_bounds", "sentence_bounds"):
        assert np.array_equal(getattr(parts, name), getattr(whole, name)), name
    assert [parts.text(number) for number in range(len(texts))] == texts
    counted = [count_tokens(shard)["n_words"].sum() for shard in shards]
    assert sum(counted) == whole.n_words
